import type { History, HistoryEvent } from "@openlymph/therapy";

/** The spans an event runs, each as [start, end) in s from `asOf`; a repeated one until `until`. */
export function spansOf(event: HistoryEvent, until: number): readonly (readonly [number, number])[] {
  const { start, end, repeat } = event;
  if (repeat === undefined) return [[start, end]];
  const count = Math.max(0, Math.ceil((until - start) / repeat));
  return Array.from({ length: count }, (_, n) => [start + n * repeat, end + n * repeat] as const);
}

/** Whether an event runs at a time, s from `asOf`. */
export function isRunning(event: HistoryEvent, time: number): boolean {
  if (time < event.start) return false;
  if (event.repeat === undefined) return time < event.end;
  return (time - event.start) % event.repeat < event.end - event.start;
}

/** When the span of a running event began, s from `asOf`. */
export function runningSince(event: HistoryEvent, time: number): number {
  return event.repeat === undefined ? event.start : time - ((time - event.start) % event.repeat);
}

/** Largest local error of a step in a history that repeats itself every day, as a share of the healthy fluid of a territory. */
const dailyTolerance = 1e-2;

/**
 * Tolerance of the steps through a history; `undefined`: the usual one.
 *
 * Standing up and lying down every day asks for dozens of steps a day. Coarser ones leave the fluid of every territory within
 * 0.2 % of what the finest give (computed: a week of a leg under venous hypertension), as errors fade from day to day.
 */
export function stepTolerance({ events }: History): number | undefined {
  return events.some(({ repeat }) => repeat !== undefined) ? dailyTolerance : undefined;
}
