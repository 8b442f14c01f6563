/**
 * Compression that rests: a garment, a bandage, a cuff whose pressure follows a schedule.
 *
 *   p(x, t) = p₀ + Σ_k (p_k − p_{k−1}) s((t − t_k) / ramp)     for from ≤ x < to, else 0;   s(u) = u² (3 − 2u)
 *
 * | symbol   | unit | default | meaning, source                                                         |
 * | -------- | ---- | ------- | ----------------------------------------------------------------------- |
 * | p₀       | Pa   | –       | pressure before the first step; a garment has no steps                  |
 * | t_k, p_k | s, Pa | none   | steps: from t_k on the pressure goes to p_k within `ramp`               |
 * | ramp     | s    | 1       | time of one change, above 0; *assumed*                                  |
 * | from, to | m    | whole   | window, sharp: a lymphangion is under it when its position is           |
 *
 * The pump pressure of a limb is measured so: a cuff 12 cm wide, 60 mmHg, let down by 10 mmHg every 5 min (Modi et al. 2007,
 * doi 10.1113/jphysiol.2007.130401; the width and the time are *textbook*). Steps must lie at least one ramp apart.
 */
import { type Failure, fail } from "@openlymph/base";
import type { LoadPlaces } from "./load.ts";
import { smoothRise, smoothRiseSlope, sortedWithin } from "./load-cycle.ts";

export interface PressureStep {
  /** When the change begins, s. */
  readonly time: number;
  /** Pressure held afterwards, Pa. */
  readonly pressure: number;
}

export interface StaticLoad {
  readonly kind: "static";
  /** p₀, Pa. */
  readonly pressure: number;
  /** Rising in time. */
  readonly steps: readonly PressureStep[];
  /** s. */
  readonly ramp: number;
  /** m; absent: from the most distal place on. */
  readonly from?: number | undefined;
  /** m; absent: to the most proximal place. */
  readonly to?: number | undefined;
}

/** `count` steps `every` s from `start` on: the first to `first` Pa, each later one `change` Pa further. */
export function evenSteps(
  start: number,
  every: number,
  first: number,
  change: number,
  count: number,
): readonly PressureStep[] {
  return Array.from({ length: count }, (_, k) => ({ time: start + k * every, pressure: first + k * change }));
}

/** Index of the last step begun at t, or −1. */
function presentStep(load: StaticLoad, t: number): number {
  let k = load.steps.length - 1;
  while (k >= 0 && load.steps[k]!.time > t) k--;
  return k;
}

/** Pressure, Pa, inside the window at time t. */
export function staticPressure(load: StaticLoad, t: number): number {
  const k = presentStep(load, t);
  if (k < 0) return load.pressure;
  const { time, pressure } = load.steps[k]!;
  const before = k === 0 ? load.pressure : load.steps[k - 1]!.pressure;
  return before + (pressure - before) * smoothRise((t - time) / load.ramp);
}

/** Rate of that pressure, Pa/s. */
export function staticPressureRate(load: StaticLoad, t: number): number {
  const k = presentStep(load, t);
  if (k < 0) return 0;
  const { time, pressure } = load.steps[k]!;
  const before = k === 0 ? load.pressure : load.steps[k - 1]!.pressure;
  return ((pressure - before) * smoothRiseSlope((t - time) / load.ramp)) / load.ramp;
}

/** Adds pressure and rate at the places inside the window. No allocation. */
export function addStatic(
  load: StaticLoad,
  places: LoadPlaces,
  t: number,
  outside: Float64Array,
  outsideRate: Float64Array,
): void {
  const { slots, position, share } = places;
  const level = staticPressure(load, t);
  const rate = staticPressureRate(load, t);
  const from = load.from ?? Number.NEGATIVE_INFINITY;
  const to = load.to ?? Number.POSITIVE_INFINITY;
  for (let j = 0; j < slots.length; j++) {
    const x = position[j]!;
    if (x < from || x >= to) continue;
    const slot = slots[j]!;
    outside[slot] = outside[slot]! + share[j]! * level;
    outsideRate[slot] = outsideRate[slot]! + share[j]! * rate;
  }
}

/** Beginning and end of every ramp in [from, to], s. */
export function staticBreaks(load: StaticLoad, from: number, to: number): number[] {
  return sortedWithin(
    load.steps.flatMap(({ time }) => [time, time + load.ramp]),
    from,
    to,
  );
}

/** What is wrong with the description, if anything. */
export function checkStatic(load: StaticLoad, path: string): Failure | undefined {
  const { ramp, steps, from, to } = load;
  if (!Number.isFinite(load.pressure)) {
    return fail("param/not-finite", { path: `${path}.pressure`, value: load.pressure, expected: "a pressure in Pa" });
  }
  if (!(ramp > 0)) return fail("param/out-of-range", { path: `${path}.ramp`, value: ramp, expected: "> 0 s" });
  if (from !== undefined && to !== undefined && !(to > from)) {
    return fail("param/out-of-range", {
      path: `${path}.to`,
      value: to,
      expected: `> ${from} m, where the window begins`,
    });
  }
  for (const [k, { time, pressure }] of steps.entries()) {
    const at = `${path}.steps[${k}]`;
    if (!Number.isFinite(pressure) || !Number.isFinite(time)) {
      return fail("param/not-finite", {
        path: at,
        value: [time, pressure],
        expected: "a time in s and a pressure in Pa",
      });
    }
    const earliest = k === 0 ? time : steps[k - 1]!.time + ramp;
    if (time < earliest) {
      return fail("param/out-of-range", {
        path: `${at}.time`,
        value: time,
        expected: `at least ${earliest} s`,
        hint: "Steps rise in time and lie at least one ramp apart.",
      });
    }
  }
  return undefined;
}
