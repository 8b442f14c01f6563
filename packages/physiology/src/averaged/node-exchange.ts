/**
 * Lymph nodes give water back to the blood until the lymph's oncotic pressure reaches a share of the plasma's.
 *
 *   a = ε (1 − ca / ceq),   ε = 1 − exp(−cap (1 − removed) / inflow),   clipped to [−0.5, 0.9]
 *   Π(ceq) = 0.6 Π(cp)
 *
 * | symbol | unit  | default               | source                                                   |
 * | 0.6    | -     |                       | Adair and Guyton: equilibrium lymph 60 % of plasma COP     |
 * | cap    | m³/s  | 4 × healthy inflow    | assumed                                                   |
 *
 * Only protein-free water passes (98 % of the change of concentration, same source).
 */
import { concentrationAtOncotic, oncoticPressure } from "../elements/oncotic.ts";

export const equilibriumShare = 0.6;
export const capacityPerInflow = 4;

/** Protein concentration (kg/m³) at which a node neither gives nor takes water. */
export function equilibriumConcentration(plasma: number): number {
  return concentrationAtOncotic(equilibriumShare * oncoticPressure(plasma));
}

/** Absorbed share of a node's inflow. */
export function absorbedShare(inflow: number, afferent: number, capacity: number, equilibrium: number): number {
  if (inflow <= 0) return 0;
  const share = -Math.expm1(-capacity / inflow) * (1 - afferent / equilibrium);
  return Math.min(0.9, Math.max(-0.5, share));
}
