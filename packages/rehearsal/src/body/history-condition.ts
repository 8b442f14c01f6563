import { type BodyCondition, copyCondition, healthyCondition, type WholeBody } from "@openlymph/physiology";
import type { History } from "@openlymph/therapy";
import { assumptions } from "./condition/assumptions.ts";
import { bodyPlaces } from "./condition/body-places.ts";
import { events } from "./condition/events.ts";
import { operations } from "./condition/operations.ts";
import { spansOf } from "./event-spans.ts";

/** Place of the first moment after `time` in a rising list; −1 when there is none. */
function firstAfter(moments: readonly number[], time: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! > time) high = middle;
    else low = middle + 1;
  }
  return low < moments.length ? low : -1;
}

/** When the first thing of a history happens, s from `asOf`; 0 when nothing does before it. */
export function historyStart(history: History): number {
  return Math.min(0, ...turningPoints(history), ...history.events.map(({ start }) => start));
}

/** Moments at which a procedure or an assumption begins, s from `asOf`. */
function turningPoints(history: History): readonly number[] {
  const assumed = history.assume.flatMap((one) => ("at" in one && one.at !== undefined ? [one.at] : []));
  return [...history.procedures.map(({ at }) => at), ...assumed];
}

/** Whether anything goes on changing between the moments at which something begins or ends. */
function growsOn(history: History): boolean {
  return history.assume.some(({ kind }) => kind === "regrowth") || history.events.some(({ kind }) => kind === "injury");
}

/** What a history makes of a body over time; times in s from `asOf`, before it negative. */
export interface HistoryCondition {
  readonly start: number;
  readonly breaks: readonly number[];
  apply(time: number, out: BodyCondition): void;
}

/**
 * Turns a history into conditions of the body: first what operations left, then what is assumed, then what happens.
 *
 * @param until s from `asOf` up to which events that repeat are laid out; ask for no later time.
 */
export function historyCondition(history: History, body: WholeBody, until = 0): HistoryCondition {
  const places = bodyPlaces(body);
  const parts = [
    operations(history, body, places),
    assumptions(history, body, places),
    events(history, body, places),
  ] as const;
  const breaks = [...turningPoints(history), ...history.events.flatMap((event) => spansOf(event, until).flat())].sort(
    (a, b) => a - b,
  );
  const changing = growsOn(history);
  const healthy = healthyCondition(body);
  const held = healthyCondition(body);
  let heldFrom = Number.NaN;
  let heldTo = Number.NaN;
  const hold = (time: number): void => {
    if (!changing && time >= heldFrom && time < heldTo) return;
    const next = firstAfter(breaks, time);
    heldFrom = (next < 0 ? breaks.at(-1) : breaks[next - 1]) ?? Number.NEGATIVE_INFINITY;
    heldTo = breaks[next] ?? Number.POSITIVE_INFINITY;
    copyCondition(healthy, held);
    for (const part of parts) part(time, held);
  };
  return {
    start: historyStart(history),
    breaks,
    apply(time, out) {
      hold(time);
      copyCondition(held, out);
    },
  };
}

/** Share of every node group removed and conductance left at a time, in the order of the body's junctions. */
export function nodeDamage(
  history: History,
  body: WholeBody,
  time: number,
): { removed: Float64Array; conductance: Float64Array } {
  const condition = healthyCondition(body);
  historyCondition(history, body).apply(time, condition);
  return { removed: condition.removed, conductance: condition.conductance };
}
