import { day, hour } from "@openlymph/base";
import type { CourseSettings } from "./course-settings.ts";

const usualMorning = 8 * hour;
const usualEvening = 20 * hour;

/**
 * The two moments of a day at which a course is looked at, s after its midnight: before the garment goes on and before it
 * comes off, which may be on the next day; without a garment, or with one worn day and night, morning and evening.
 */
export function dailyMoments({ garment }: CourseSettings): { readonly rest: number; readonly loaded: number } {
  if (garment === undefined) return { rest: usualMorning, loaded: usualEvening };
  const worn = garment.duration < day ? garment.duration : usualEvening - usualMorning;
  return { rest: garment.from, loaded: garment.from + worn };
}

/** Moments of a run, s from `asOf`, rising, with the place of the resting moment of each day among them. */
export interface CourseTimes {
  readonly times: readonly number[];
  /** Place of the resting moment of day n: the last is that of the day after everything. */
  readonly rest: readonly number[];
  /** Place of the last moment under load while the course still runs. */
  readonly lastLoaded: number;
}

export function courseTimes(settings: CourseSettings): CourseTimes {
  const { rest, loaded } = dailyMoments(settings);
  const days = Math.round((settings.duration + settings.after) / day);
  const resting = Array.from({ length: days + 1 }, (_, n) => n * day + rest);
  const end = resting.at(-1) ?? 0;
  const under = Array.from({ length: days }, (_, n) => n * day + loaded).filter((time) => time < end);
  const times = [...new Set([...resting, ...under])].sort((a, b) => a - b);
  return {
    times,
    rest: resting.map((time) => times.indexOf(time)),
    lastLoaded: times.indexOf(settings.duration - day + loaded),
  };
}

/** s from `asOf` up to which conditions must be known: a day beyond the last moment of a day. */
export function courseHorizon({ duration, after }: CourseSettings): number {
  return duration + after + day;
}

const early = [0, 1, 3, 7, 14, 21, 28, 42, 56, 84, 112, 140, 182, 273, 365];

/** Days whose resting moment is reported: ever wider apart through the course, and again from its end on. */
export function reportedDays({ duration, after }: CourseSettings): readonly number[] {
  const course = Math.round(duration / day);
  const end = Math.round((duration + after) / day);
  const during = early.filter((n) => n < course);
  const later = early.filter((n) => n > 0 && course + n < end).map((n) => course + n);
  return [...new Set([...during, course, ...later, end])];
}
