/**
 * Loads: pressure on the outside of vessels. A list of loads adds up; each adds its pressure and its rate at each place.
 *
 *   p_e,j(t) = Σ_loads share_j · p_load(x_j, t),     ṗ_e,j likewise
 *
 * | symbol  | unit | meaning, source                                                                             |
 * | ------- | ---- | ------------------------------------------------------------------------------------------- |
 * | x_j     | m    | way along the flow from the most distal lymphangion                                         |
 * | share_j | –    | part of the skin pressure that arrives at depth, 0 to 1: 1 unless known: 0.8 under a pneumatic sleeve (Olszewski 2011), 0.7 in dog subcutis |
 *
 * Every load is continuous in time with its first derivative. Its second derivative jumps where a ramp or a press begins
 * or ends; `loadBreaks` lists these times for an integrator that wants to step on them.
 */
import type { Failure } from "@openlymph/base";
import { addMusclePump, checkMusclePump, type MusclePumpLoad, musclePumpBreaks } from "./load-muscle-pump.ts";
import { addSleeve, checkSleeve, type SleeveLoad, sleeveBreaks } from "./load-sleeve.ts";
import { addStatic, checkStatic, type StaticLoad, staticBreaks } from "./load-static.ts";
import { addStroke, checkStroke, type StrokeLoad, strokeBreaks } from "./load-stroke.ts";

/** Where loads act. The three arrays have one entry per loaded lymphangion, in any order. */
export interface LoadPlaces {
  /** Slot in the pressure arrays. */
  readonly slots: Int32Array;
  /** m along the flow from the most distal lymphangion. */
  readonly position: Float64Array;
  /** Part of the skin pressure that arrives, 0 to 1. */
  readonly share: Float64Array;
}

export type Load = StaticLoad | StrokeLoad | SleeveLoad | MusclePumpLoad;

/** Adds the pressure (Pa) and its rate (Pa/s) of one load at time t (s) to the slots of its places. No allocation. */
export function addLoad(
  load: Load,
  places: LoadPlaces,
  t: number,
  outside: Float64Array,
  outsideRate: Float64Array,
): void {
  switch (load.kind) {
    case "static":
      addStatic(load, places, t, outside, outsideRate);
      break;
    case "stroke":
      addStroke(load, places, t, outside, outsideRate);
      break;
    case "sleeve":
      addSleeve(load, places, t, outside, outsideRate);
      break;
    case "muscle-pump":
      addMusclePump(load, places, t, outside, outsideRate);
      break;
  }
}

/**
 * Times (s) in [from, to], rising, at which a ramp or press begins or ends. A load that travels does so at every place
 * at another time: with `places` all of them are listed, without them those of the place reached first.
 */
export function loadBreaks(load: Load, from: number, to: number, places?: LoadPlaces): number[] {
  switch (load.kind) {
    case "static":
      return staticBreaks(load, from, to);
    case "stroke":
      return strokeBreaks(load, from, to, places);
    case "sleeve":
      return sleeveBreaks(load, from, to);
    case "muscle-pump":
      return musclePumpBreaks(load, from, to, places);
  }
}

/** A step, s, too short to leap over any ramp or press: half of the shortest. */
export function loadLongestStep(load: Load): number {
  switch (load.kind) {
    case "static":
      return load.steps.length === 0 ? Number.POSITIVE_INFINITY : load.ramp / 2;
    case "stroke":
      return load.duration / 2;
    case "sleeve":
      return Math.min(load.inflate, load.deflate) / 2;
    case "muscle-pump":
      return load.duty / load.frequency / 2;
  }
}

/** What is wrong with a load, if anything; `path` is that of the load. */
export function checkLoad(load: Load, path: string): Failure | undefined {
  switch (load.kind) {
    case "static":
      return checkStatic(load, path);
    case "stroke":
      return checkStroke(load, path);
    case "sleeve":
      return checkSleeve(load, path);
    case "muscle-pump":
      return checkMusclePump(load, path);
  }
}
