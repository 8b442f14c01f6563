import type { WholeBody } from "./invert.ts";

/**
 * How a body differs from the healthy one at a moment: what was removed, how strong the pumps are, what presses from
 * outside. All factors are 1 and all additions 0 in health. Lengths follow `WholeBody`.
 */
export interface BodyCondition {
  /** Per compartment: factors on filtration coefficient and permeability, reflection coefficient, added capillary pressure (Pa). */
  readonly filtrationFactor: Float64Array;
  readonly permeabilityFactor: Float64Array;
  readonly reflection: Float64Array;
  readonly capillaryRise: Float64Array;
  /** Per compartment, Pa: external pressure as it reaches lymph and tissue flow, and as it reaches filtration. */
  readonly tissueSqueeze: Float64Array;
  readonly filtrationSqueeze: Float64Array;
  /** Per compartment: pump strength θ, and how fast pump and tissue remodel (0: not at all). */
  readonly strength: Float64Array;
  readonly remodelling: Float64Array;
  /** Per drain: gain by strokes × share of collectors left; share of those left whose valves do not close. */
  readonly drainGain: Float64Array;
  readonly incompetence: Float64Array;
  /** Per junction: factor on the conductance of its efferent vessels, and removed share of its nodes. */
  readonly conductance: Float64Array;
  readonly removed: Float64Array;
  /** Per anastomosis: factor on its conductance. */
  readonly anastomosis: Float64Array;
  /** Per link: factor on the conductance of the tissue, and drive a → b of a directed stroke (Pa). */
  readonly tissue: Float64Array;
  readonly drive: Float64Array;
}

/** The condition of health; change its arrays in place to describe anything else. */
export function healthyCondition(body: WholeBody): BodyCondition {
  const { compartmentCount: k, drainTo, junctionIds, anastomosisA, linkA } = body;
  return {
    filtrationFactor: new Float64Array(k).fill(1),
    permeabilityFactor: new Float64Array(k).fill(1),
    reflection: body.reflection.slice(),
    capillaryRise: new Float64Array(k),
    tissueSqueeze: new Float64Array(k),
    filtrationSqueeze: new Float64Array(k),
    strength: new Float64Array(k).fill(1),
    remodelling: new Float64Array(k),
    drainGain: new Float64Array(drainTo.length).fill(1),
    incompetence: new Float64Array(drainTo.length),
    conductance: new Float64Array(junctionIds.length).fill(1),
    removed: new Float64Array(junctionIds.length),
    anastomosis: new Float64Array(anastomosisA.length).fill(1),
    tissue: new Float64Array(linkA.length).fill(1),
    drive: new Float64Array(linkA.length),
  };
}

/** Overwrites `to` with `from`. */
export function copyCondition(from: BodyCondition, to: BodyCondition): void {
  for (const key of Object.keys(from) as (keyof BodyCondition)[]) to[key].set(from[key]);
}
