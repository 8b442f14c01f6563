/** Numbers of a course that its tables, curves and pages share. */
import { type Limb, limbTerritories, limbVolume } from "@openlymph/anatomy";
import { day } from "@openlymph/base";
import { type CourseRun, type CourseSeries, lymphFlow } from "@openlymph/rehearsal";
import { rangeOf } from "../figures/range-of.ts";

/** Fluid above health of the limb the course is about, m³, at the resting moment of a day. */
export function excessOn(run: CourseRun, series: CourseSeries, dayNumber: number): number {
  return series[run.limb].excess[run.rest[dayNumber] ?? -1] ?? Number.NaN;
}

/** Mean lymph flow of a limb over the day before its resting moment, m³/s; before the first day as it is at the start. */
export function flowBefore(run: CourseRun, series: CourseSeries, dayNumber: number, limb: Limb = run.limb): number {
  if (dayNumber === 0) return lymphFlow(run.index, run.moments.start, limbTerritories(limb));
  const { drained } = series[limb];
  const [from, to] = [run.rest[dayNumber - 1] ?? -1, run.rest[dayNumber] ?? -1];
  return ((drained[to] ?? Number.NaN) - (drained[from] ?? Number.NaN)) / day;
}

/** Lowest and highest excess on a day over all values of what nobody has measured, m³. */
export function excessRange(run: CourseRun, dayNumber: number): readonly [number, number] {
  const spread = run.unknowns.flatMap(({ lines }) => lines.map(({ series }) => excessOn(run, series, dayNumber)));
  return rangeOf([excessOn(run, run.lines[0].series, dayNumber), ...spread]);
}

/** First day after the course. */
export function endDay({ settings }: CourseRun): number {
  return Math.round(settings.duration / day);
}

/** Last day that is followed. */
export function lastDay({ settings }: CourseRun): number {
  return Math.round((settings.duration + settings.after) / day);
}

/** Share of the excess at the start by which it is lower on a day. */
export function reduction(run: CourseRun, series: CourseSeries, dayNumber: number): number {
  const start = excessOn(run, series, 0);
  return (start - excessOn(run, series, dayNumber)) / start;
}

/** Whether there is enough excess at the start to speak of a share of it. */
export function isSwollen(run: CourseRun): boolean {
  return excessOn(run, run.lines[0].series, 0) > 0.001 * limbVolume(run.limb);
}

/** What the part concerned takes away on a day, m³. */
export function takenByPart(run: CourseRun, leftOut: CourseSeries, series: CourseSeries, dayNumber: number): number {
  return excessOn(run, leftOut, dayNumber) - excessOn(run, series, dayNumber);
}
