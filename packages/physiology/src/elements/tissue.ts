/**
 * Tissue compartment as the source of a collector: interstitial pressure p_i behind the initial lymphatics.
 *
 *   Q = (p_i − p) / r_in          forward
 *   Q = ε (p_i − p) / r_in        backward, through the primary valves (the overlapping flaps of initial lymphatics)
 *
 * | symbol | unit     | default | source                                                    |
 * | ------ | -------- | ------- | --------------------------------------------------------- |
 * | p_i    | Pa       | –       | −4 to 0 mmHg at rest (Aukland & Reed 1993)                |
 * | r_in   | Pa·s·m⁻³ | 0       | 1e12 per collector, 1/G_pv; *assumed*                     |
 * | ε      | –        | 1       | 0.02 with primary valves; *assumed* (0.01 to 0.05)        |
 *
 * In series with the collector's first valve. p_i is held: over seconds to minutes the tissue is a reservoir; hours and
 * days belong to the averaged model.
 */
export interface Inlet {
  /** p_i, Pa. */
  readonly pressure: number;
  /** r_in, Pa·s/m³. */
  readonly resistance: number;
  /** ε, above 0, at most 1. */
  readonly reflux: number;
}

/** Series resistance, Pa·s/m³, met by backward flow. */
export function refluxResistance(inlet: Pick<Inlet, "resistance" | "reflux">): number {
  return inlet.resistance / inlet.reflux;
}
