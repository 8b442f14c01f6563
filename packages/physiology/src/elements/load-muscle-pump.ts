/**
 * Muscle pump: skeletal muscle that tightens rhythmically, as in walking, and presses the vessels in and beside it.
 *
 *   p(x, t) = A sin²(π θ f / d)  for θ < d / f and from ≤ x < to, else 0;   θ = (t − t₀ − (x − from) / c) mod 1/f
 *
 * | symbol | unit | `walkingCalf` | meaning, source                                                                  |
 * | ------ | ---- | ------------- | -------------------------------------------------------------------------------- |
 * | A      | Pa   | 181 mmHg      | peak pressure inside the muscle: soleus while walking 181 ± 69 mmHg (SE), front of the shin 90 ± 15 (Ballard et al., J Appl Physiol 1998;84:1976) |
 * | f      | Hz   | 1             | strides of one leg; about 1 in walking, *textbook*                               |
 * | d      | –    | 0.4           | share of the stride the muscle is tight; *assumed* (one peak late in stance)      |
 * | c      | m/s  | at once       | speed of a contraction that runs toward the heart; *assumed*                      |
 *
 * A is the pressure in the muscle, not at a collector under the skin: how much of it arrives there is the share of the
 * place, for which no measurement was found.
 */
import { type Failure, fail, mmHg } from "@openlymph/base";
import type { LoadPlaces } from "./load.ts";
import {
  cycleTimes,
  type LoadCycles,
  sinceCycleStart,
  smoothPulse,
  smoothPulseSlope,
  sortedWithin,
} from "./load-cycle.ts";

export interface MusclePumpLoad extends LoadCycles {
  readonly kind: "muscle-pump";
  /** A, Pa. */
  readonly amplitude: number;
  /** f, Hz. */
  readonly frequency: number;
  /** d, above 0, at most 1. */
  readonly duty: number;
  /** c, m/s; absent: the whole muscle at once. */
  readonly speed?: number | undefined;
  /** m. */
  readonly from: number;
  /** m. */
  readonly to: number;
}

/** The calf in walking, over a stretch of the vessel (m). */
export function walkingCalf(from: number, to: number): MusclePumpLoad {
  return { kind: "muscle-pump", amplitude: 181 * mmHg, frequency: 1, duty: 0.4, from, to };
}

function delayAt(load: MusclePumpLoad, position: number): number {
  return load.speed === undefined ? 0 : (position - load.from) / load.speed;
}

/** Adds pressure and rate at the places beside the muscle. No allocation. */
export function addMusclePump(
  load: MusclePumpLoad,
  places: LoadPlaces,
  t: number,
  outside: Float64Array,
  outsideRate: Float64Array,
): void {
  const { slots, position, share } = places;
  const period = 1 / load.frequency;
  const duration = load.duty * period;
  for (let j = 0; j < slots.length; j++) {
    const x = position[j]!;
    if (x < load.from || x >= load.to) continue;
    const u = sinceCycleStart(load, period, delayAt(load, x), t) / duration;
    if (u >= 1) continue;
    const slot = slots[j]!;
    const peak = share[j]! * load.amplitude;
    outside[slot] = outside[slot]! + peak * smoothPulse(u);
    outsideRate[slot] = outsideRate[slot]! + (peak / duration) * smoothPulseSlope(u);
  }
}

/** When the muscle tightens and lets go, s in [from, to]: at the places given, else at the distal end. */
export function musclePumpBreaks(load: MusclePumpLoad, from: number, to: number, places?: LoadPlaces): number[] {
  const period = 1 / load.frequency;
  const reached = places === undefined ? [] : Array.from(places.position).filter((x) => x >= load.from && x < load.to);
  const delays = places === undefined ? [0] : [...new Set(reached.map((x) => delayAt(load, x)))];
  const times = delays.flatMap((delay) =>
    cycleTimes(load, period, [0, load.duty * period], from - delay, to - delay).map((time) => time + delay),
  );
  return sortedWithin(times, from, to);
}

/** What is wrong with the description, if anything. */
export function checkMusclePump(load: MusclePumpLoad, path: string): Failure | undefined {
  const low = (field: string, value: number, expected: string) =>
    fail("param/out-of-range", { path: `${path}.${field}`, value, expected });
  if (!(load.amplitude >= 0 && load.amplitude < Infinity)) return low("amplitude", load.amplitude, ">= 0 Pa");
  if (!(load.frequency > 0 && load.frequency < Infinity)) return low("frequency", load.frequency, "> 0 Hz");
  if (!(load.duty > 0 && load.duty <= 1)) return low("duty", load.duty, "above 0, at most 1");
  if (load.speed !== undefined && !(load.speed > 0)) return low("speed", load.speed, "> 0 m/s");
  if (!Number.isFinite(load.from)) return low("from", load.from, "a place in m");
  if (!(load.to >= load.from && load.to < Infinity)) return low("to", load.to, `>= ${load.from} m, and finite`);
  if (load.end !== undefined && !(load.end >= (load.start ?? 0))) return low("end", load.end, "not before the start");
  return undefined;
}
