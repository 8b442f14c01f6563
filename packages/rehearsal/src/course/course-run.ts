import type { Limb } from "@openlymph/anatomy";
import type { RunRecord } from "@openlymph/base";
import type { WholeBodyState } from "@openlymph/physiology";
import type { BodyIndex } from "../body/body-index.ts";
import type { SessionStep } from "../session/session-step.ts";
import type { SessionDates } from "./course-days.ts";
import type { CourseSeries } from "./course-series.ts";
import type { CoursePart, CourseSettings } from "./course-settings.ts";
import type { CourseUnknown } from "./course-unknowns.ts";
import type { SessionHours } from "./session-hours.ts";

/** One body through the time of a course with some of its parts. */
export interface CourseLine {
  readonly parts: readonly CoursePart[];
  readonly series: CourseSeries;
}

/** A course with every value of something nobody has measured, and the same course without the part it concerns. */
export interface UnknownSpread {
  readonly unknown: CourseUnknown;
  readonly lines: readonly { readonly value: number; readonly series: CourseSeries }[];
  readonly leftOut: CourseSeries;
}

/** The body with the whole course and without any of it, at one moment. */
export interface BesideCourse {
  readonly withCourse: WholeBodyState;
  readonly without: WholeBodyState;
}

/** A course of care on a body with a history, beside the same body without it. Structured-cloneable. */
export interface CourseRun {
  readonly record: RunRecord;
  readonly label: string;
  readonly historyTitle: string;
  /** Nothing where the course has no sessions. */
  readonly planTitle: string | undefined;
  readonly settings: CourseSettings;
  readonly index: BodyIndex;
  readonly healthy: WholeBodyState;
  /** Share of each node group removed, in the order of `index.nodes`. */
  readonly removed: Float64Array;
  /** The limb it is about: the most swollen of those it concerns when it begins. */
  readonly limb: Limb;
  readonly steps: readonly SessionStep[];
  readonly sessions: SessionDates;
  /** Days of the course, and on how many of them it was kept. */
  readonly days: { readonly all: number; readonly kept: number };
  /** Why sessions must not be held on some days; shown before anything else. */
  readonly stops: readonly string[];
  /** Moments of all series, s from `asOf`, rising: two of each day. */
  readonly times: readonly number[];
  /** Places among `times`: the resting moment of each day. */
  readonly rest: readonly number[];
  /** Days whose resting moment is reported. */
  readonly reported: readonly number[];
  /** The parts of the course in the order in which they are named. */
  readonly parts: readonly CoursePart[];
  /** The whole course, none of it, then each part alone and each left out where these differ. */
  readonly lines: readonly [whole: CourseLine, none: CourseLine, ...CourseLine[]];
  readonly unknowns: readonly UnknownSpread[];
  /** When it begins, when it is over, on its last day before the garment comes off, and at the end of all. */
  readonly moments: {
    readonly start: WholeBodyState;
    readonly end: BesideCourse;
    readonly loaded: BesideCourse;
    readonly last: BesideCourse;
  };
  /** The first one; nothing where no session was held. */
  readonly session: SessionHours | undefined;
  /** The largest share of fluid and protein that is not accounted for in any run. */
  readonly balance: { readonly fluidError: number; readonly proteinError: number };
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
}
