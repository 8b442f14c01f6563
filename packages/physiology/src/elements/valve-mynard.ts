/**
 * Valve whose leaflets move at a rate set by the drop across them, as in Mynard's heart valves.
 *
 *   ξ̇ = (1 − ξ) K_o (Δ − Δ_o)₊ − ξ K_c (Δ_c − Δ)₊
 *   Δ = R Q + B Q|Q|,   A = A_min + ξ (A_max − A_min),   R = 8π μ l / A²,   B = ρ / 2A²
 *   P = R_s Q + Δ   ⇒   Q = 2P / (a + √(a² + 4 B |P|)),   a = R_s + R
 *
 * | symbol       | unit     | default     | meaning, source                                                            |
 * | ------------ | -------- | ----------- | -------------------------------------------------------------------------- |
 * | A_max        | m²       | –           | open orifice; a stenotic valve has a small one                              |
 * | A_min        | m²       | –           | leak of the closed valve; an incompetent valve has a large one              |
 * | l            | m        | –           | effective length of the orifice, *assumed*                                  |
 * | K_o, K_c     | 1/(Pa s) | –           | opening and closing rates, *assumed*                                        |
 * | Δ_o, Δ_c     | Pa       | 0, 0        | thresholds, Δ_c ≤ Δ_o                                                       |
 * | μ, ρ         | Pa s, kg/m³ | network, 1010 | lymph; *textbook*                                                      |
 *
 * Sources: Mynard, Davidson, Penny & Smolich, Int J Numer Meth Biomed Eng 2012;28:626; used for lymph by Contarino &
 * Toro, Biomech Model Mechanobiol 2018 (arXiv 1702.05830). R, the viscous loss of the orifice, is added here: at the
 * Reynolds numbers of lymph (below 1) it is larger than B Q|Q|. The inertance ρ l/A is left out: it acts within
 * ρ l A / (8π μ l) ~ 1e-3 s of a contraction of seconds (Quick et al.: lymph inertia is negligible).
 */
import type { FlowPaths, PathGroup } from "./flow-paths.ts";

export interface MynardValve {
  readonly law: "mynard";
  /** A_max and A_min, m². */
  readonly openArea: number;
  readonly leakArea: number;
  /** l, m. */
  readonly length: number;
  /** K_o and K_c, 1/(Pa s). */
  readonly openingRate: number;
  readonly closingRate: number;
  /** Δ_o and Δ_c, Pa. */
  readonly opening: number;
  readonly closing: number;
}

/** Density of lymph, kg/m³; *textbook*. */
export const lymphDensity = 1010;

interface MynardArrays {
  readonly leak: Float64Array;
  readonly range: Float64Array;
  readonly viscous: Float64Array;
  readonly openingRate: Float64Array;
  readonly closingRate: Float64Array;
  readonly opening: Float64Array;
  readonly closing: Float64Array;
}

/** A group of such valves in a fluid of that viscosity (Pa s); each path has a state. */
export function mynardGroup(paths: Int32Array, laws: readonly MynardValve[], viscosity: number): PathGroup {
  const column = (pick: (law: MynardValve) => number) => Float64Array.from(laws, pick);
  const arrays: MynardArrays = {
    leak: column((law) => law.leakArea),
    range: column((law) => law.openArea - law.leakArea),
    viscous: column((law) => 8 * Math.PI * viscosity * law.length),
    openingRate: column((law) => law.openingRate),
    closingRate: column((law) => law.closingRate),
    opening: column((law) => law.opening),
    closing: column((law) => law.closing),
  };
  return { paths, evaluate: (all, state, derivatives) => evaluateMynard(paths, arrays, all, state, derivatives) };
}

function evaluateMynard(
  paths: Int32Array,
  law: MynardArrays,
  all: FlowPaths,
  state: Float64Array,
  derivatives: boolean,
): void {
  const { gap, series, stateOf, drop, flow, rate } = all;
  for (let i = 0; i < paths.length; i++) {
    const e = paths[i]!;
    // Within a long step ξ may run past its ends; an orifice is never smaller than its leak, nor wider than it opens.
    const xi = Math.min(Math.max(state[stateOf[e]!]!, 0), 1);
    const beside = series[e]!;
    const range = law.range[i]!;
    const area = law.leak[i]! + xi * range;
    const inverse = 1 / (area * area);
    const resistance = law.viscous[i]! * inverse;
    const inertial = 0.5 * lymphDensity * inverse;
    const a = beside + resistance;
    const p = gap[e]!;
    const root = Math.sqrt(a * a + 4 * inertial * Math.abs(p));
    const q = (2 * p) / (a + root);
    const size = Math.abs(q);
    const across = p - beside * q;
    const over = Math.max(0, across - law.opening[i]!);
    const under = Math.max(0, law.closing[i]! - across);
    const open = law.openingRate[i]!;
    const close = law.closingRate[i]!;
    flow[e] = q;
    drop[e] = across;
    rate[e] = (1 - xi) * open * over - xi * close * under;
    if (!derivatives) continue;
    const byGap = 1 / (a + 2 * inertial * size);
    // R and B both fall with A²: ∂/∂ξ = −2 (range / A) of each.
    const byState = q * byGap * (resistance + inertial * size) * ((2 * range) / area);
    const byDrop = (over > 0 ? (1 - xi) * open : 0) + (under > 0 ? xi * close : 0);
    all.byGap[e] = byGap;
    all.bySeries[e] = -q * byGap;
    all.byState[e] = byState;
    all.rateByGap[e] = byDrop * (1 - beside * byGap);
    all.rateBySeries[e] = byDrop * (-q + beside * q * byGap);
    all.rateByState[e] = -open * over - close * under - byDrop * beside * byState;
    all.rateByDistension[e] = 0;
  }
}
