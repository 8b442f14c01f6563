import { day, uniformAt } from "@openlymph/base";
import type { History } from "@openlymph/therapy";
import { spansOf } from "../body/event-spans.ts";
import { courseHorizon } from "./course-clock.ts";
import type { CourseSettings } from "./course-settings.ts";

const daysOfWeek = 7;

/**
 * Days of the course on which it is kept, counted from 0.
 *
 * Exactly the share `adherence` of the days, rounded to whole days; which ones the seed decides. With the same seed a body
 * that keeps to it less leaves out the same days and more.
 */
export function keptDays({ duration, adherence, seed }: CourseSettings): ReadonlySet<number> {
  const all = Array.from({ length: Math.round(duration / day) }, (_, n) => ({ n, rank: uniformAt(seed, 0, n) }));
  const kept = Math.round(adherence * all.length);
  const ranked = all.sort((a, b) => a.rank - b.rank || a.n - b.n);
  return new Set(ranked.slice(0, kept).map(({ n }) => n));
}

/** Whether sessions fall on a day: `perWeek` days of each week, spread over it from its first day on. */
export function isSessionDay(perWeek: number, n: number): boolean {
  const place = n % daysOfWeek;
  return Math.ceil((place * perWeek) / daysOfWeek) < Math.ceil(((place + 1) * perWeek) / daysOfWeek);
}

/** Sessions of a course, s from `asOf`: those that are held, and those an infection forbids. */
export interface SessionDates {
  readonly held: readonly number[];
  readonly forbidden: readonly number[];
}

/** @param length of one session, s. A session is forbidden while an infection runs and within a day of it. */
export function sessionDates(history: History, settings: CourseSettings, length: number): SessionDates {
  const kept = keptDays(settings);
  const infections = history.events
    .filter(({ kind }) => kind === "infection")
    .flatMap((event) => spansOf(event, courseHorizon(settings)));
  const planned = [...kept]
    .filter((n) => isSessionDay(settings.sessions.perWeek, n))
    .sort((a, b) => a - b)
    .map((n) => n * day + settings.sessions.at);
  const isForbidden = (start: number) =>
    infections.some(([from, to]) => from < start + length + day && to > start - day);
  return {
    held: planned.filter((start) => !isForbidden(start)),
    forbidden: planned.filter(isForbidden),
  };
}
