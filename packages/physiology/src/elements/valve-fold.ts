/**
 * Fold of a static valve law: does Δ + R_s Δ/R(Δ) = P have one solution for every series resistance R_s and every P?
 *
 * It does exactly where the valve's own flow Δ/R(Δ) never falls with Δ, that is R − Δ R′ ≥ 0. Opening laws have R′ < 0, so
 * only backward drops (Δ < 0) can break it. For the sigmoid without prolapse this is s_o |Δ_o| ≤ 2 (Δ_o < 0), since
 * min over z of 1 + e^−z + z is 2; for the log-blend it is ln(R_x/R_n) · max |Δ| ξ(1−ξ)/w ≤ 1. Both fold numbers stand
 * with their laws and are gathered in valve-laws.ts.
 *
 * A folded law makes a "converged" model depend on which solution its solver happens to find. It is refused unless the
 * file says `fold: allow`; then the most closed solution is taken, and every run says whether the fold was visited.
 */
import type { StaticResistance } from "./static-root.ts";

/** Whether the flow Δ/R(Δ) falls anywhere between two drops (Pa): the definition itself, for checking a fold number. */
export function flowFallsBetween(law: StaticResistance, from: number, to: number, places = 4000): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 0; i <= places; i++) {
    const drop = from + ((to - from) * i) / places;
    const flow = drop / law.resistance(drop);
    if (flow < before - 1e-12 * Math.abs(before)) return true;
    before = flow;
  }
  return false;
}

/**
 * Whether a static law has, for these P and R_s, another solution right of the `drop` taken: the fold has been visited.
 * Looks at 24 places; meant for observation, not for the inner loop.
 */
export function hasAnotherRoot(
  law: StaticResistance | undefined,
  pressure: number,
  series: number,
  drop: number,
): boolean {
  if (law === undefined || pressure >= 0) return false;
  for (let i = 1; i < 24; i++) {
    const x = drop * (1 - i / 24);
    if (x + (series * x) / law.resistance(x) < pressure * (1 + 1e-9)) return true;
  }
  return false;
}
