import type { FluidRider, WholeBodyState } from "@openlymph/physiology";
import type { BodyIndex } from "../body/body-index.ts";
import { type BodyPart, bodyParts, partTerritories, partVolume } from "./body-part.ts";

/** Excess and lymph flow of one part of the body over a run. */
export interface PartCurve {
  readonly part: BodyPart;
  /** Fluid above health over the part's healthy volume, at `times`. */
  readonly excessShare: readonly number[];
  /** Lymph leaving through the part's collectors over that in health: the mean of a step, at `middles`. */
  readonly flowShare: readonly number[];
}

/** The parts of a body at every step of a run, so that a curve misses nothing the run resolved. */
export interface PartCourse {
  /** Where the run began and where each of its steps ended, s. */
  readonly times: readonly number[];
  /** The middle of each step, s; one fewer than `times`. */
  readonly middles: readonly number[];
  /** Limbs first. */
  readonly parts: readonly PartCurve[];
}

/** Rides on a run and writes down its parts; the numbers of the run stay what they are. */
export function ridePartCourse(
  index: BodyIndex,
  healthy: WholeBodyState,
): FluidRider & { readonly course: PartCourse } {
  const times: number[] = [];
  const middles: number[] = [];
  const followed = bodyParts.map((part) => {
    const territories = new Set(partTerritories(part));
    const places = index.territories.flatMap((id, k) => (territories.has(id) ? [k] : []));
    const drains = index.drains.flatMap(({ from }, d) => (territories.has(from) ? [d] : []));
    const rest = drains.reduce((sum, d) => sum + healthy.drainFlow[d]!, 0);
    const excessShare: number[] = [];
    const flowShare: number[] = [];
    const size = partVolume(part);
    const keepExcess = (volume: Float64Array) => {
      excessShare.push(places.reduce((sum, k) => sum + volume[k]! - healthy.volume[k]!, 0) / size);
    };
    const keepFlow = (passed: Float64Array, duration: number) => {
      flowShare.push(drains.reduce((sum, d) => sum + passed[d]!, 0) / (duration * rest));
    };
    return { curve: { part, excessShare, flowShare }, keepExcess, keepFlow };
  });
  return {
    course: { times, middles, parts: followed.map(({ curve }) => curve) },
    carry: ({ time, duration, volumeBefore, volume, drain }) => {
      if (times.length === 0) {
        times.push(time);
        for (const { keepExcess } of followed) keepExcess(volumeBefore);
      }
      times.push(time + duration);
      middles.push(time + duration / 2);
      for (const { keepExcess, keepFlow } of followed) {
        keepExcess(volume);
        keepFlow(drain, duration);
      }
    },
    keep: () => {},
  };
}
