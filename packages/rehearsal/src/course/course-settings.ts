import type { Limb } from "@openlymph/anatomy";
import { day, hour, minute, mmHg, raise } from "@openlymph/base";

/** A span of every day: s after midnight, and how long, s; it may run past midnight. */
export interface DailySpan {
  readonly from: number;
  readonly duration: number;
}

/** What a course of care consists of; each can be left out. */
export const courseParts = ["garment", "exercise", "sessions"] as const;
export type CoursePart = (typeof courseParts)[number];

/** A course of care on a body: what is done on its days, from the start of the `asOf` day of the history. SI units. */
export interface CourseSettings {
  /** Whole days, s. */
  readonly duration: number;
  /** How long the body is followed when the course is over, s; whole days. */
  readonly after: number;
  /** Limbs that wear the garment and exercise. */
  readonly limbs: readonly Limb[];
  /** When a plan is carried out; it counts only where there is a plan. */
  readonly sessions: { readonly perWeek: number; readonly at: number };
  readonly garment?: DailySpan & { readonly pressure: number };
  /** `off`: the garment is taken off for it. */
  readonly exercise?: DailySpan & { readonly garment: "on" | "off" };
  /** Upright time of the day, with the course and without it. */
  readonly upright?: DailySpan;
  /** Share of the days on which the course is kept; the others are left out whole. */
  readonly adherence: number;
  /** Decides which days are left out. */
  readonly seed: number;
}

export const longestCourse = 366 * day;

/** What a course is where nothing is said: nothing for twelve weeks, followed for four. */
export const usualCourse = {
  duration: 84 * day,
  after: 28 * day,
  limbs: [],
  sessions: { perWeek: 5, at: 20 * hour },
  adherence: 1,
  seed: 1,
} as const satisfies CourseSettings;

function within(path: string, value: number, [least, most]: readonly [number, number], expected: string): void {
  if (!(value >= least && value <= most)) raise("param/out-of-range", { path, value, expected });
}

function wholeDays(path: string, value: number, least: number, expected: string): void {
  within(path, value, [least * day, longestCourse], expected);
  if (value % day !== 0) raise("param/out-of-range", { path, value, expected });
}

function checkSpan(path: string, { from, duration }: DailySpan, most: number, expected: string): void {
  within(`${path}.from`, from, [0, day - 1], "a time of the day, 0 to 24 h, in s");
  within(`${path}.duration`, duration, [minute, most], expected);
}

/** Raises `param/out-of-range` or `field/missing` naming the first setting that cannot be. */
export function checkCourse(settings: CourseSettings): void {
  const { duration, after, limbs, sessions, garment, exercise, upright, adherence, seed } = settings;
  wholeDays("duration", duration, 1, "1 to 366 whole days, in s");
  wholeDays("after", after, 0, "0 to 366 whole days, in s");
  within("adherence", adherence, [0, 1], "0 to 1 (0 to 100 %)");
  within("sessions.at", sessions.at, [0, day - 1], "a time of the day, 0 to 24 h, in s");
  if (![1, 2, 3, 4, 5, 6, 7].includes(sessions.perWeek)) {
    raise("param/out-of-range", {
      path: "sessions.perWeek",
      value: sessions.perWeek,
      expected: "a whole number from 1 to 7",
    });
  }
  if (!Number.isSafeInteger(seed)) {
    raise("param/out-of-range", { path: "seed", value: seed, expected: "a whole number" });
  }
  if (garment !== undefined) {
    within("garment.pressure", garment.pressure, [0, 80 * mmHg], "0 to 80 mmHg, in Pa");
    checkSpan("garment", garment, day, "1 min to 24 h, in s");
  }
  if (exercise !== undefined) checkSpan("exercise", exercise, 12 * hour, "1 min to 12 h, in s");
  if (upright !== undefined) checkSpan("upright", upright, day, "1 min to 24 h, in s");
  if ((garment ?? exercise) !== undefined && limbs.length === 0) {
    raise("field/missing", {
      path: "limbs",
      expected: "at least one limb that wears the garment or exercises",
      hint: "The history puts no limb at risk, so the limb must be named.",
    });
  }
}
