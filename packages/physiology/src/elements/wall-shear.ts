/**
 * Wall-shear inhibition: fast favourable flow makes the endothelium release nitric oxide, which slows and weakens the pump.
 *
 *   τ_w = 32 μ Q / (π D³),   T τ̇ = |τ_w| − τ,   S(τ) = τⁿ / (τ₅₀ⁿ + τⁿ)
 *   strength 1 − a_M S,   tempo 1 − a_f S
 *
 * | symbol   | unit | default  | range     | meaning, source                                                        |
 * | -------- | ---- | -------- | --------- | ---------------------------------------------------------------------- |
 * | τ₅₀      | Pa   | 0.5      | 0.3–0.6   | shear of half effect; *assumed*                                        |
 * | n        | –    | 2        | 1–4       | steepness; *assumed*                                                   |
 * | T        | s    | 20       | 10–30     | time over which shear is averaged; *assumed*                           |
 * | a_M, a_f | –    | 0.3, 0.7 | 0–1       | largest loss of strength and of frequency: what a nitric-oxide donor takes in the rat's tail (PMC7536047) |
 *
 * Form after Bertram, Macaskill, Davis & Moore 2019 (PMC6808046), who low-pass-filter the shear; their constants were not
 * read. Rat mesentery in vivo: mean shear 0.064 Pa, peaks 0.4 to 1.2 Pa (Dixon et al. 2006, *textbook*).
 */
import { exp, log } from "@openlymph/base";
import type { SlowProcess } from "../solve/slow.ts";
import type { System } from "../solve/system.ts";

export interface ShearInhibition {
  /** τ₅₀, Pa. */
  readonly half: number;
  /** n. */
  readonly steepness: number;
  /** T, s. */
  readonly time: number;
  /** a_M and a_f, 0 to 1. */
  readonly strength: number;
  readonly tempo: number;
}

/** The defaults of the table. */
export const usualShearInhibition: ShearInhibition = { half: 0.5, steepness: 2, time: 20, strength: 0.3, tempo: 0.7 };

/** Wall shear stress, Pa, of a flow (m³/s) in a tube of a diameter (m) and viscosity (Pa s). */
export function wallShear(flow: number, diameter: number, viscosity: number): number {
  return (32 * viscosity * flow) / (Math.PI * diameter * diameter * diameter);
}

/** S, 0 to 1, at a filtered shear of 0 or more (Pa). */
export function inhibition({ half, steepness }: ShearInhibition, shear: number): number {
  if (shear <= 0) return 0;
  const power = exp(steepness * log(shear / half));
  return Number.isFinite(power) ? power / (1 + power) : 1;
}

/** Paths that bring flow into and take it from each lymphangion. */
export interface ThroughPaths {
  readonly into: Int32Array;
  readonly out: Int32Array;
}

/** The process that filters the shear in every lymphangion and weakens its pump by it, from `full` strength or 1. */
export function shearProcess(
  law: ShearInhibition,
  through: ThroughPaths,
  viscosity: number,
  full?: Float64Array,
): SlowProcess {
  const count = through.into.length;
  const shear = new Float64Array(count);
  const apply = ({ activation }: System) => {
    for (let j = 0; j < count; j++) {
      const share = inhibition(law, shear[j]!);
      activation.strength[j] = (full?.[j] ?? 1) * (1 - law.strength * share);
      activation.tempo[j] = 1 - law.tempo * share;
    }
  };
  return {
    name: "wall shear",
    memory: [shear],
    apply,
    advance(system, _t, h) {
      const { flow, walls, resistance } = system;
      const kept = exp(-h / law.time);
      for (let j = 0; j < count; j++) {
        const mean = 0.5 * (flow.flow[through.into[j]!]! + flow.flow[through.out[j]!]!);
        // D from r = 64 μL/(πD⁴).
        const diameter = Math.sqrt(Math.sqrt(walls.poiseuille[j]! / resistance[j]!));
        const now = Math.abs(wallShear(mean, diameter, viscosity));
        shear[j] = now + (shear[j]! - now) * kept;
      }
      apply(system);
    },
  };
}
