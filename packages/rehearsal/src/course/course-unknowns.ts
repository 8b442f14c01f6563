import { eventDefaults } from "@openlymph/therapy";
import data from "../../data/course-unknowns.json" with { type: "json" };
import type { CoursePart } from "./course-settings.ts";

export type CourseUnknownId = "handDisplacement" | "garmentTissueShare" | "garmentFiltrationShare";

/** Something a course hangs on that nobody has measured, and the values it is run with. */
export interface CourseUnknown {
  readonly id: CourseUnknownId;
  /** The part of the course it concerns. */
  readonly part: CoursePart;
  readonly label: string;
  readonly unit: string;
  readonly values: readonly number[];
  /** The one among them that the model takes everywhere else. */
  readonly usual: number;
  readonly source: string;
}

const usual: Readonly<Record<CourseUnknownId, number>> = {
  handDisplacement: 1,
  garmentTissueShare: eventDefaults.sleeve.tissueShare,
  garmentFiltrationShare: eventDefaults.sleeve.filtrationShare,
};

export const courseUnknowns: readonly CourseUnknown[] = data.unknowns.map((unknown) => ({
  ...unknown,
  id: unknown.id as CourseUnknownId,
  usual: usual[unknown.id as CourseUnknownId],
  part: unknown.part as CoursePart,
}));
