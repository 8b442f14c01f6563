/**
 * Lymph node: a resistance, and perhaps water exchange with its blood capillaries in the subcapsular sinus.
 *
 *   p_aff − p_eff = R_n (1 + swelling) Q_eff
 *   Q_aff − Q_eff = J = K [ (p_aff − p_cap) − σ (π_lymph − π_blood) ]
 *   c_eff Q_eff = c_aff Q_aff                                               protein stays in the lymph
 *
 * | symbol   | unit     | default | source                                                              |
 * | -------- | -------- | ------- | ------------------------------------------------------------------- |
 * | R_n      | Pa·s·m⁻³ | –       | about 1e11 for a whole inguinal or axillary basin; *assumed*        |
 * | swelling | –        | 0       | inflammation, fibrosis                                              |
 * | K        | m³/s/Pa  | –       | *assumed*: set so that about half of the lymph is absorbed at rest  |
 * | σ        | –        | 0.9     | *textbook*                                                          |
 *
 * Adair & Guyton (dog popliteal node): 98 % of the change of protein concentration is transfer of protein-free water; at
 * equilibrium (J = 0) π_lymph is 60 % of plasma. More than 90 % of lymph stays in the subcapsular sinus, on the afferent
 * side, so p_aff drives the exchange. The oncotic pressure of the lymph is a constant here,
 * unless a protein travels (network/slow-processes.ts).
 */
import type { NodeSwelling } from "./node-swelling.ts";

export interface NodeAbsorption {
  /** K, m³/s/Pa. */
  readonly conductance: number;
  /** p_cap, Pa. */
  readonly capillaryPressure: number;
  /** σ. */
  readonly reflection: number;
  /** π of the lymph, Pa. */
  readonly lymphOncotic: number;
  /** π of the blood, Pa. */
  readonly bloodOncotic: number;
}

export interface LymphNode {
  /** R_n, Pa·s/m³. */
  readonly resistance: number;
  readonly swelling: number;
  readonly absorption?: NodeAbsorption | undefined;
  /** Lymph in its sinus, m³, in which solutes mix; absent for 2e-8 (*assumed*: a tenth of a node of 0.2 mL). */
  readonly sinus?: number | undefined;
  /** How it swells with what it has caught of the first solute it captures; absent: its swelling stays. */
  readonly response?: NodeSwelling | undefined;
}

/** Lymph in the sinus of a node of which nothing is said, m³; *assumed*. */
export const usualSinus = 2e-8;

/** R_n (1 + swelling), Pa·s/m³. */
export function nodeResistance(node: LymphNode): number {
  return node.resistance * (1 + node.swelling);
}

/** The pressure p_aff, Pa, at which nothing is exchanged: absorption is K times the excess over it. */
export function absorptionZero(absorption: NodeAbsorption): number {
  return absorption.capillaryPressure + absorption.reflection * (absorption.lymphOncotic - absorption.bloodOncotic);
}

/** Efferent over afferent protein concentration, from the flows (any one unit); NaN without efferent flow. */
export function proteinConcentrationRatio(afferent: number, efferent: number): number {
  return efferent > 0 ? afferent / efferent : Number.NaN;
}
