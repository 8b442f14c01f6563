/**
 * Time shapes shared by the loads: a smooth rise, a pulse, and cycles that begin at one time and end at another.
 *
 *   rise    s(u) = u² (3 − 2u),  0 before, 1 after          (C¹; s′ = 6u(1 − u))
 *   pulse   b(u) = sin²(π u) for 0 ≤ u < 1, else 0           (C¹; b′ = π sin 2πu)
 *   cycle   θ = (t − t₀ − delay) mod T
 *
 * Without a start the cycles have run for all time, one of them beginning at 0. With a start the first begins there;
 * with an end no cycle begins at or after it, and one that has begun is finished. The remainder is exact in floating
 * point, so a load repeats to the last bit wherever t itself does.
 */

import { raisedCosine, raisedCosineSlope } from "@openlymph/base";

/** When a cyclic load begins and ends, s. */
export interface LoadCycles {
  /** Time of the first cycle; absent: cycles for all time, one of them beginning at 0. */
  readonly start?: number | undefined;
  /** No cycle begins at or after this time; absent: never ends. */
  readonly end?: number | undefined;
}

/** Smooth rise from 0 to 1 while u goes from 0 to 1. */
export function smoothRise(u: number): number {
  if (u <= 0) return 0;
  return u < 1 ? u * u * (3 - 2 * u) : 1;
}

/** ds/du of `smoothRise`. */
export function smoothRiseSlope(u: number): number {
  return u > 0 && u < 1 ? 6 * u * (1 - u) : 0;
}

/** Pulse of height 1 over 0 ≤ u < 1. */
export function smoothPulse(u: number): number {
  return u <= 0 || u >= 1 ? 0 : raisedCosine(u);
}

/** db/du of `smoothPulse`. */
export function smoothPulseSlope(u: number): number {
  return u > 0 && u < 1 ? raisedCosineSlope(u) : 0;
}

/** Cycles that begin before a time; one that would begin there but for rounding does not. */
function cyclesBefore(time: number, period: number): number {
  return Math.ceil(time / period - 1e-9);
}

/** Time, s, since the present cycle of length `period` began at a place reached `delay` s late; infinite in none. */
export function sinceCycleStart(cycles: LoadCycles, period: number, delay: number, t: number): number {
  const { start, end } = cycles;
  const elapsed = t - (start ?? 0) - delay;
  if (start !== undefined && elapsed < 0) return Number.POSITIVE_INFINITY;
  if (end !== undefined && elapsed >= cyclesBefore(end - (start ?? 0), period) * period) {
    return Number.POSITIVE_INFINITY;
  }
  const since = elapsed % period;
  return since < 0 ? since + period : since;
}

/** Sorted times in [from, to] that lie `offsets` s (each within the period) after the beginning of a cycle. */
export function cycleTimes(
  cycles: LoadCycles,
  period: number,
  offsets: readonly number[],
  from: number,
  to: number,
): number[] {
  const origin = cycles.start ?? 0;
  const first = Math.floor((from - origin) / period) - 1;
  const last = cycles.end === undefined ? Infinity : cyclesBefore(cycles.end - origin, period) - 1;
  const times: number[] = [];
  for (let n = cycles.start === undefined ? first : Math.max(0, first); n <= last && origin + n * period <= to; n++) {
    for (const offset of offsets) times.push(origin + n * period + offset);
  }
  return sortedWithin(times, from, to);
}

/** The times in [from, to], rising, each once. */
export function sortedWithin(times: readonly number[], from: number, to: number): number[] {
  return [...new Set(times)].filter((time) => time >= from && time <= to).sort((a, b) => a - b);
}
