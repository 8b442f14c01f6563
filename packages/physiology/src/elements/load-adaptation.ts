/**
 * Adaptation to load: a lymphangion that is filled or loaded for minutes contracts more strongly (homeometric regulation).
 *
 *   T Ṡ = S∞(p_tm) − S,   S∞ = S_min + (1 − S_min) σ((p_tm − p_s)/w_s),   active tension S · T₀
 *
 * | symbol   | unit | default  | range | meaning, source                                                                      |
 * | -------- | ---- | -------- | ----- | ------------------------------------------------------------------------------------ |
 * | T        | s    | 60       | > 0   | adaptation takes 2–3 min (Scallan 2012)                                               |
 * | S_min    | –    | 0.1      | 0–1   | share of strength without any load; *assumed*                                          |
 * | p_s, w_s | Pa   | 400, 150 | –     | transmural pressure of half effect, and width: those of a pacemaker's rate, *assumed*  |
 *
 * What is known is the effect, not its law: raised outlet pressure brings +84 % dP/dt and moves the end-systolic relation to
 * 30 % smaller volumes (Davis et al. 2012); raised inlet pressure steepens that relation within 2–3 min (Scallan et al., Am J
 * Physiol Heart Circ Physiol 2012;303:H809). The form is *assumed*. S is the mean of S∞ over the cycle, so that both count.
 * A vessel starts adapted to none of its load: S = 1, the strength its wall is given. The step is exact for a held pressure.
 */
import { exp, logistic } from "@openlymph/base";
import type { SlowProcess } from "../solve/slow.ts";
import type { System } from "../solve/system.ts";

export interface LoadAdaptation {
  /** T, s. */
  readonly time: number;
  /** S_min. */
  readonly least: number;
  /** p_s and w_s, Pa. */
  readonly halfPressure: number;
  readonly width: number;
}

/** The defaults of the table. */
export const usualLoadAdaptation: LoadAdaptation = { time: 60, least: 0.1, halfPressure: 400, width: 150 };

/** S∞ at a transmural pressure, Pa. */
export function adaptedStrength({ least, halfPressure, width }: LoadAdaptation, pressure: number): number {
  return least + (1 - least) * logistic((pressure - halfPressure) / width);
}

export interface LoadAdaptationProcess extends SlowProcess {
  /** S by lymphangion. */
  readonly strength: Float64Array;
}

/** The process by which `count` lymphangions adapt. */
export function loadAdaptationProcess(law: LoadAdaptation, count: number): LoadAdaptationProcess {
  const strength = new Float64Array(count).fill(1);
  const apply = ({ activation }: System) => activation.strength.set(strength);
  return {
    name: "load adaptation",
    memory: [strength],
    strength,
    apply,
    advance(system, _t, h) {
      const { pressure, outside } = system;
      const kept = exp(-h / law.time);
      for (let j = 0; j < count; j++) {
        const toward = adaptedStrength(law, pressure[j]! - outside[j]!);
        strength[j] = toward + (strength[j]! - toward) * kept;
      }
      apply(system);
    },
  };
}
