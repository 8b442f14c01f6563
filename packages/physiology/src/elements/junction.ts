/**
 * Junction: the place where vessels meet. All ends there share one pressure p.
 *
 *   no volume   Σ Q_in − Σ Q_out = 0                       p is an algebraic unknown
 *   compliant   V̇ = Σ Q_in − Σ Q_out,   p = V / C          V may be negative: it counts from the volume at p = 0
 *
 * | symbol | unit | default | source                                          |
 * | ------ | ---- | ------- | ----------------------------------------------- |
 * | C      | m³/Pa | 0 (none) | 1e-14 removes the algebraic unknown; *assumed* |
 *
 * Equal pressures and a zero sum: Jamalian et al., PLoS ONE 2016;11:e0148384.
 */
export interface Junction {
  /** C, m³/Pa; 0 for a junction without volume. */
  readonly compliance: number;
}
