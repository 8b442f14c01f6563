/**
 * Calcium and nitric oxide: contraction by stretch, relaxation by shear, in the reduced form of Kunert and Baish.
 *
 *   Ċ = k_C (C₀ − C);  C ← C + 1 when the stretch D/D₀ passes s_Ca, or of itself when C₀ > 1, at most once in t_r
 *   Ṅ = k_N |τ_w| − k_Nd N
 *   a = min(1, C / (1 + k N))
 *
 * | symbol | unit      | default | meaning, source                                                                 |
 * | ------ | --------- | ------- | ------------------------------------------------------------------------------- |
 * | k_C    | 1/s       | 0.6     | calcium taken back into its stores; *assumed*: a contraction of some 5 s         |
 * | C₀     | –         | 0.05    | level at rest, in units of one release; *assumed*                               |
 * | s_Ca   | –         | 1.0     | stretch that opens the channels; *assumed*                                       |
 * | t_r    | s         | 8       | refractory time; *assumed*                                                       |
 * | k_N    | 1/(Pa s)  | 2       | nitric oxide made per shear; *assumed*                                           |
 * | k_Nd   | 1/s       | 1       | its decay; *assumed*                                                            |
 * | k      | –         | 5       | how strongly it relaxes; *assumed*                                              |
 *
 * Sources of the mechanism: Kunert, Baish, Liao, Padera & Munn, PNAS 2015;112:10938; Baish, Kunert, Padera & Munn, PLoS
 * Comput Biol 2016;12:e1005231 (abstracts; constants not read). Three modes are published: quiet, oscillating, entrained
 * by a weak periodic stimulus, which is how massage might entrain contractions. No phase is prescribed here: below s_Ca
 * a vessel is quiet, above it it contracts by itself.
 */
import { exp } from "@openlymph/base";
import type { SlowProcess } from "../solve/slow.ts";
import type { System } from "../solve/system.ts";
import type { Activation } from "./activation.ts";
import { type ThroughPaths, wallShear } from "./wall-shear.ts";

export interface CalciumOscillator {
  /** k_C, 1/s. */
  readonly uptake: number;
  /** C₀. */
  readonly rest: number;
  /** s_Ca. */
  readonly stretch: number;
  /** t_r, s. */
  readonly refractory: number;
  /** k_N, 1/(Pa s). */
  readonly oxideByShear: number;
  /** k_Nd, 1/s. */
  readonly oxideDecay: number;
  /** k. */
  readonly relaxation: number;
}

/** The defaults of the table. */
export const usualCalcium: CalciumOscillator = {
  uptake: 0.6,
  rest: 0.05,
  stretch: 1,
  refractory: 8,
  oxideByShear: 2,
  oxideDecay: 1,
  relaxation: 5,
};

export interface CalciumProcess extends SlowProcess {
  readonly pace: (t: number, derivatives: boolean, out: Activation) => void;
  /** Time of the last release in each lymphangion, s; −∞ before the first. */
  readonly onset: Float64Array;
}

/** Calcium and nitric oxide of all lymphangions, in a fluid of that viscosity (Pa s). */
export function calciumProcess(law: CalciumOscillator, through: ThroughPaths, viscosity: number): CalciumProcess {
  const count = through.into.length;
  const calcium = new Float64Array(count).fill(law.rest);
  const oxide = new Float64Array(count);
  const onset = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const diameterOf = ({ walls, resistance }: System, j: number) =>
    Math.sqrt(Math.sqrt(walls.poiseuille[j]! / resistance[j]!));
  return {
    name: "calcium and nitric oxide",
    memory: [calcium, oxide, onset],
    onset,
    longestStep: 0.1 / law.uptake,
    pace(_t, derivatives, { level, rate, strength }) {
      for (let j = 0; j < count; j++) {
        level[j] = strength[j]! * Math.min(1, calcium[j]! / (1 + law.relaxation * oxide[j]!));
        if (derivatives) rate[j] = 0;
      }
    },
    advance(system, _t, h) {
      const kept = exp(-law.uptake * h);
      const left = exp(-law.oxideDecay * h);
      for (let j = 0; j < count; j++) {
        const mean = 0.5 * (system.flow.flow[through.into[j]!]! + system.flow.flow[through.out[j]!]!);
        const made = (law.oxideByShear * Math.abs(wallShear(mean, diameterOf(system, j), viscosity))) / law.oxideDecay;
        calcium[j] = law.rest + (calcium[j]! - law.rest) * kept;
        oxide[j] = made + (oxide[j]! - made) * left;
      }
    },
    settle(system, t) {
      for (let j = 0; j < count; j++) {
        if (t < onset[j]! + law.refractory) continue;
        const stretched = diameterOf(system, j) * system.walls.inverseReference[j]! > law.stretch;
        if (!stretched && law.rest <= 1) continue;
        onset[j] = t;
        calcium[j]! += 1;
      }
    },
  };
}
