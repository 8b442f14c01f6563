/**
 * Stroke of a hand that travels along a stretch of the vessel, again and again.
 *
 *   p(x, t) = A sin²(π θ / T_m)  for θ < T_m and from ≤ x ≤ to, else 0;   θ = (t − t₀ − d(x) / c) mod T_p
 *   d(x) = x − from  with the flow (proximal),   to − x  against it (distal)
 *
 * | symbol   | unit | plain stroke | meaning, source                                    |
 * | -------- | ---- | ------------ | -------------------------------------------------- |
 * | A        | Pa   | –            | peak on the skin                                   |
 * | T_m      | s    | 3            | time the hand presses one place; *assumed*         |
 * | T_p      | s    | 10           | one stroke every T_p, at least T_m; *assumed*      |
 * | c        | m/s  | 0.02         | speed of the hand; *assumed*                       |
 * | from, to | m    | –            | stretch under the hand, in the direction of flow   |
 * | t₀, end  | s    | for all time | first stroke; no stroke begins after the end       |
 *
 * With `from` and `to` at the first and last lymphangion it runs along the whole vessel (`external.massage`). The mathematics
 * admits a new stroke at one end while the last is still under way at the other: a second hand.
 */
import { type Failure, fail } from "@openlymph/base";
import type { LoadPlaces } from "./load.ts";
import {
  cycleTimes,
  type LoadCycles,
  sinceCycleStart,
  smoothPulse,
  smoothPulseSlope,
  sortedWithin,
} from "./load-cycle.ts";

export interface StrokeLoad extends LoadCycles {
  readonly kind: "stroke";
  /** A, Pa. */
  readonly amplitude: number;
  /** T_m, s. */
  readonly duration: number;
  /** T_p, s. */
  readonly period: number;
  /** c, m/s. */
  readonly speed: number;
  /** `proximal`: with the flow, toward the heart. `distal`: against it. */
  readonly direction: "proximal" | "distal";
  /** m. */
  readonly from: number;
  /** m. */
  readonly to: number;
}

/** When the hand arrives at a place, s after it began the stroke. */
export function strokeDelay(load: StrokeLoad, position: number): number {
  return (load.direction === "proximal" ? position - load.from : load.to - position) / load.speed;
}

/** Adds pressure and rate at the places under the hand. No allocation. */
export function addStroke(
  load: StrokeLoad,
  places: LoadPlaces,
  t: number,
  outside: Float64Array,
  outsideRate: Float64Array,
): void {
  const { slots, position, share } = places;
  const { amplitude, duration, period, from, to } = load;
  for (let j = 0; j < slots.length; j++) {
    const x = position[j]!;
    if (x < from || x > to) continue;
    const u = sinceCycleStart(load, period, strokeDelay(load, x), t) / duration;
    if (u >= 1) continue;
    const slot = slots[j]!;
    const peak = share[j]! * amplitude;
    outside[slot] = outside[slot]! + peak * smoothPulse(u);
    outsideRate[slot] = outsideRate[slot]! + (peak / duration) * smoothPulseSlope(u);
  }
}

/** When the hand takes hold and lets go, s in [from, to]: at the places given, else where the stroke begins. */
export function strokeBreaks(load: StrokeLoad, from: number, to: number, places?: LoadPlaces): number[] {
  const reached = places === undefined ? [] : Array.from(places.position).filter((x) => x >= load.from && x <= load.to);
  const delays = places === undefined ? [0] : reached.map((x) => strokeDelay(load, x));
  const times = delays.flatMap((delay) =>
    cycleTimes(load, load.period, [0, load.duration], from - delay, to - delay).map((time) => time + delay),
  );
  return sortedWithin(times, from, to);
}

/** What is wrong with the description, if anything. */
export function checkStroke(load: StrokeLoad, path: string): Failure | undefined {
  const { amplitude, duration, period, speed, from, to } = load;
  const low = (field: string, value: number, expected: string) =>
    fail("param/out-of-range", { path: `${path}.${field}`, value, expected });
  if (!(amplitude >= 0 && amplitude < Infinity)) return low("amplitude", amplitude, ">= 0 Pa");
  if (!(duration > 0)) return low("duration", duration, "> 0 s");
  if (!(period >= duration)) return low("period", period, `at least the duration, ${duration} s`);
  if (!(speed > 0)) return low("speed", speed, "> 0 m/s");
  if (!Number.isFinite(from)) return low("from", from, "a place in m");
  if (!(to >= from && to < Infinity)) return low("to", to, `>= ${from} m, and finite`);
  if (load.end !== undefined && !(load.end >= (load.start ?? 0))) return low("end", load.end, "not before the start");
  return undefined;
}
