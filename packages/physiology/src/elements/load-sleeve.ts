/**
 * Pneumatic sleeve: chambers in a row that fill one after the other, from distal to proximal, and empty.
 *
 *   p_k(θ) = P_k [ s((θ − k·stagger) / inflate) − s((θ − e_k) / deflate) ],   θ = (t − t₀) mod T,  s(u) = u² (3 − 2u)
 *   release each:      e_k = k·stagger + inflate + hold
 *   release together:  e_k = (n − 1) stagger + inflate + hold                 for every chamber
 *   T = (n − 1) stagger + inflate + hold + deflate + pause
 *
 * | symbol  | unit | `evenSleeve` | meaning, source                                                                    |
 * | ------- | ---- | ------------ | ---------------------------------------------------------------------------------- |
 * | P_k     | Pa   | –            | pressure in chamber k; 50, 80, 120 mmHg (Zaleska et al. 2013, doi 10.1089/lrb.2013.0016) |
 * | stagger | s    | seconds      | from one chamber's inflation to the next; 5, 20, 50 s (the same)                    |
 * | inflate | s    | seconds      | time to fill; the same                                                             |
 * | hold    | s    | 0            | full pressure after filling; *assumed*                                              |
 * | deflate | s    | 1            | time to empty; *assumed*                                                            |
 * | pause   | s    | seconds − deflate | empty before the next cycle: the sleeve was let down for 5, 20 or 50 s (the same) |
 *
 * Edges between chambers are sharp in position. What the abstract of the source calls the inflation time we take as the
 * time a chamber needs to reach its pressure; that the next one starts when it is full is *assumed*.
 */
import { type Failure, fail } from "@openlymph/base";
import type { LoadPlaces } from "./load.ts";
import { cycleTimes, type LoadCycles, sinceCycleStart, smoothRise, smoothRiseSlope } from "./load-cycle.ts";

export interface SleeveChamber {
  /** Length along the limb, m. */
  readonly length: number;
  /** Pressure when full, Pa. */
  readonly pressure: number;
}

export interface SleeveLoad extends LoadCycles {
  readonly kind: "sleeve";
  /** Distal edge of the first chamber, m. */
  readonly from: number;
  /** From distal to proximal. */
  readonly chambers: readonly SleeveChamber[];
  /** s. */
  readonly inflate: number;
  /** s. */
  readonly hold: number;
  /** s. */
  readonly deflate: number;
  /** s; 0: all at once. */
  readonly stagger: number;
  /** s. */
  readonly pause: number;
  /** `together`: all hold until the last has held. `each`: every chamber empties after its own hold. */
  readonly release: "together" | "each";
}

/** Equal chambers, each filling for `seconds`, then all let down for `seconds` (at least 1 s): Zaleska's timing. */
export function evenSleeve(
  from: number,
  count: number,
  chamberLength: number,
  pressure: number,
  seconds: number,
): SleeveLoad {
  const deflate = 1;
  return {
    kind: "sleeve",
    from,
    chambers: Array.from({ length: count }, () => ({ length: chamberLength, pressure })),
    inflate: seconds,
    hold: 0,
    deflate,
    stagger: seconds,
    pause: seconds - deflate,
    release: "together",
  };
}

/** Length of one cycle, s. */
export function sleevePeriod(load: SleeveLoad): number {
  return (load.chambers.length - 1) * load.stagger + load.inflate + load.hold + load.deflate + load.pause;
}

function emptyingFrom(load: SleeveLoad, chamber: number): number {
  const last = load.release === "each" ? chamber : load.chambers.length - 1;
  return last * load.stagger + load.inflate + load.hold;
}

/** Adds pressure and rate at the places under the sleeve. No allocation. */
export function addSleeve(
  load: SleeveLoad,
  places: LoadPlaces,
  t: number,
  outside: Float64Array,
  outsideRate: Float64Array,
): void {
  const { slots, position, share } = places;
  const { chambers, inflate, deflate, stagger } = load;
  const theta = sinceCycleStart(load, sleevePeriod(load), 0, t);
  if (theta === Number.POSITIVE_INFINITY) return;
  let edge = load.from;
  for (let k = 0; k < chambers.length; k++) {
    const begin = edge;
    edge += chambers[k]!.length;
    const fill = (theta - k * stagger) / inflate;
    const empty = (theta - emptyingFrom(load, k)) / deflate;
    if (fill <= 0 || empty >= 1) continue;
    const level = chambers[k]!.pressure * (smoothRise(fill) - smoothRise(empty));
    const rate = chambers[k]!.pressure * (smoothRiseSlope(fill) / inflate - smoothRiseSlope(empty) / deflate);
    for (let j = 0; j < slots.length; j++) {
      if (position[j]! < begin || position[j]! >= edge) continue;
      const slot = slots[j]!;
      outside[slot] = outside[slot]! + share[j]! * level;
      outsideRate[slot] = outsideRate[slot]! + share[j]! * rate;
    }
  }
}

/** Beginning and end of every filling and emptying in [from, to], s. */
export function sleeveBreaks(load: SleeveLoad, from: number, to: number): number[] {
  const offsets = load.chambers.flatMap((_, k) => {
    const fill = k * load.stagger;
    const empty = emptyingFrom(load, k);
    return [fill, fill + load.inflate, empty, empty + load.deflate];
  });
  return cycleTimes(load, sleevePeriod(load), offsets, from, to);
}

/** What is wrong with the description, if anything. */
export function checkSleeve(load: SleeveLoad, path: string): Failure | undefined {
  const low = (field: string, value: unknown, expected: string) =>
    fail("param/out-of-range", { path: `${path}.${field}`, value, expected });
  if (!Number.isFinite(load.from)) return low("from", load.from, "a place in m");
  if (load.chambers.length === 0) return low("chambers", [], "at least one chamber");
  for (const [k, { length, pressure }] of load.chambers.entries()) {
    if (!(length > 0)) return low(`chambers[${k}].length`, length, "> 0 m");
    if (!(pressure >= 0 && pressure < Infinity)) return low(`chambers[${k}].pressure`, pressure, ">= 0 Pa");
  }
  if (!(load.inflate > 0)) return low("inflate", load.inflate, "> 0 s");
  if (!(load.deflate > 0)) return low("deflate", load.deflate, "> 0 s");
  for (const field of ["hold", "stagger", "pause"] as const) {
    if (!(load[field] >= 0 && load[field] < Infinity)) return low(field, load[field], ">= 0 s");
  }
  if (load.end !== undefined && !(load.end >= (load.start ?? 0))) return low("end", load.end, "not before the start");
  return undefined;
}
