import type { Interval } from "../error/estimate.ts";
import { student95 } from "../error/student.ts";
import { type Episode, slotsOf } from "./episodes.ts";

/** Mean change from before a session to some hours after it. */
export interface SlotChange {
  /** Middle of the readings, s after the session. */
  readonly moment: number;
  readonly leftOut: boolean;
  readonly change: number;
  /** Infinite with one day. */
  readonly interval: Interval;
  readonly days: number;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** Mean of each day's readings of a slot less the mean before, by day. */
function changesAt(episodes: readonly Episode[], slots: readonly number[], slot: number): readonly number[] {
  const nearest = (offset: number) =>
    slots.reduce((best, one) => (Math.abs(one - offset) < Math.abs(best - offset) ? one : best), slots[0]!);
  return episodes.flatMap(({ readings }) => {
    const before = readings.filter(({ offset }) => offset <= 0).map(({ value }) => value);
    const own = readings.filter(({ offset }) => offset > 0 && nearest(offset) === slot).map(({ value }) => value);
    return before.length > 0 && own.length > 0 ? [mean(own) - mean(before)] : [];
  });
}

function summary(changes: readonly number[]): Pick<SlotChange, "change" | "interval" | "days"> {
  const [days, change] = [changes.length, mean(changes)];
  const squares = changes.reduce((sum, one) => sum + (one - change) ** 2, 0);
  const half = days > 1 ? student95(days - 1) * Math.sqrt(squares / (days - 1) / days) : Number.POSITIVE_INFINITY;
  return { change, interval: [change - half, change + half], days };
}

/** What was measured, before any fit: the mean change at each hour, on days with and without a session. */
export function slotChanges(episodes: readonly Episode[]): readonly SlotChange[] {
  const slots = slotsOf(episodes);
  return slots
    .filter((slot) => slot > 0)
    .flatMap((moment) =>
      [false, true].flatMap((leftOut) => {
        const own = episodes.filter((episode) => episode.leftOut === leftOut);
        const changes = changesAt(own, slots, moment);
        return changes.length === 0 ? [] : [{ moment, leftOut, ...summary(changes) }];
      }),
    );
}
