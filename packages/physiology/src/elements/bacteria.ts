/**
 * Bacteria in a lymph node: a part is caught, what is caught grows or is killed, the rest goes on with the lymph.
 *
 *   passed   (1 − η) F                        F: bacteria that arrive, 1/s
 *   B′       η F + (g − k) B                  B: held in the node
 *
 * | symbol | unit | default | range | source                                                                               |
 * | ------ | ---- | ------- | ----- | ------------------------------------------------------------------------------------ |
 * | η      | –    | 0.99    | 0–1   | nodes filter "practically" all (dog popliteal, streptococci: Drinker, Field & Ward, J Exp Med 1934;59:393); the number *assumed* |
 * | g      | 1/s  | ln 2 / 1 h  | ≥ 0 | one doubling an hour; *assumed*                                                      |
 * | k      | 1/s  | ln 2 / 20 min | ≥ 0 | half are killed in 20 min; *assumed*                                                |
 *
 * Streptococcus pyogenes of virulent strains passes nodes in numbers (Siggins & Sriskandan 2021): η is a property of the
 * germ as much as of the node. The step is exact for F held within it, and nothing is lost in it:
 * B after − B before = caught + born − killed, arrived = caught + passed.
 */
import { expm1, hour, minute } from "@openlymph/base";

export interface BacteriaLaw {
  /** η. */
  readonly capture: number;
  /** g, 1/s. */
  readonly growth: number;
  /** k, 1/s. */
  readonly kill: number;
}

/** *Assumed.* */
export const usualBacteria: BacteriaLaw = {
  capture: 0.99,
  growth: Math.LN2 / hour,
  kill: Math.LN2 / (20 * minute),
};

/** Numbers counted in one node; `held` is the state, the others add up over the steps. */
export interface NodeBacteria {
  held: number;
  arrived: number;
  passed: number;
  born: number;
  killed: number;
}

/** A node without bacteria. */
export function cleanNode(): NodeBacteria {
  return { held: 0, arrived: 0, passed: 0, born: 0, killed: 0 };
}

/** ∫₀ʰ e^{λt} dt / h. */
function meanGrowth(z: number): number {
  return Math.abs(z) < 1e-8 ? 1 + z / 2 : expm1(z) / z;
}

/** ∫₀ʰ∫₀ᵗ e^{λu} du dt / h². */
function meanGathering(z: number): number {
  if (Math.abs(z) < 1e-3) return 0.5 + z / 6 + (z * z) / 24;
  return (expm1(z) - z) / (z * z);
}

/** Moves `node` on by `step` s during which `arriving` bacteria per second come with the lymph. No allocation. */
export function stepBacteria(law: BacteriaLaw, node: NodeBacteria, arriving: number, step: number): void {
  const { capture, growth, kill } = law;
  const arrived = arriving * step;
  const caught = capture * arrived;
  const z = (growth - kill) * step;
  // Time they spend in the node, summed over all of them.
  const present = step * (node.held * meanGrowth(z) + caught * meanGathering(z));
  node.held += caught + (growth - kill) * present;
  node.arrived += arrived;
  node.passed += arrived - caught;
  node.born += growth * present;
  node.killed += kill * present;
}
