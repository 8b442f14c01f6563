import { day } from "@openlymph/base";
import evidence from "../../data/course-evidence.json" with { type: "json" };

const { trial } = evidence;

/** A trial of sessions added to compression, to be shown beside what a course does in the model. */
export const courseTrial = {
  ...trial,
  /** s after its beginning at which the groups were measured. */
  after: trial.after.value * 7 * day,
  /** Share by which the excess fell. */
  groups: trial.groups.map(({ sessions, reduction }) => ({ sessions, reduction: reduction / 100 })),
} as const;
