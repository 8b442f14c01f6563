/**
 * Fold of a static valve law: does Δ + R_s Δ/R(Δ) = P have one solution for every series resistance R_s and every P?
 *
 * It does exactly where the valve's own flow Δ/R(Δ) never falls with Δ, that is R − Δ R′ ≥ 0. Opening laws have R′ < 0, so
 * only backward drops (Δ < 0) can break it. For the sigmoid without prolapse this is s_o |Δ_o| ≤ 2 (Δ_o < 0), since
 * min over z of 1 + e^−z + z is 2; for the log-blend it is ln(R_x/R_n) · max |Δ| ξ(1−ξ)/w ≤ 1.
 *
 * A folded law makes a "converged" model depend on which solution its solver happens to find. It is refused unless the
 * file says `fold: allow`; then the most closed solution is taken, and every run says whether the fold was visited.
 */
import { staticResistance, type ValveArrays, type ValveLaw, valveKinds, valveResistance } from "./valve.ts";

/** The fold number: at most 1 for a law with one answer beside every series resistance. 1.4 for Bertram 2011. */
export function foldNumber(law: ValveLaw): number {
  if (law.law === "sigmoid") return law.opening < 0 ? (law.slope * -law.opening) / 2 : 0;
  if (law.lag !== undefined) return 0;
  const ratio = Math.log(law.closed / law.open);
  let worst = 0;
  // |y| ξ(1−ξ) with y = Δ/w < 0 peaks within a few widths left of zero or of the opening drop.
  const from = Math.min(0, law.opening / law.width) - 12;
  for (let y = from; y < 0; y += 0.01) {
    const xi = 1 / (1 + Math.exp(law.opening / law.width - y));
    worst = Math.max(worst, -y * xi * (1 - xi));
  }
  return ratio * worst;
}

/** Whether the flow Δ/R(Δ) falls anywhere between two drops (Pa): the definition itself, for checking `foldNumber`. */
export function flowFallsBetween(law: ValveLaw, from: number, to: number, places = 4000): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 0; i <= places; i++) {
    const drop = from + ((to - from) * i) / places;
    const flow = drop / valveResistance(law, drop);
    if (flow < before - 1e-12 * Math.abs(before)) return true;
    before = flow;
  }
  return false;
}

/**
 * Whether the static law has, for these P and R_s, another solution right of the one taken: the fold has been visited.
 * Looks at 24 places; meant for observation, not for the inner loop.
 */
export function hasAnotherRoot(valves: ValveArrays, e: number, pressure: number, series: number): boolean {
  const kind = valves.kind[e]!;
  if (pressure >= 0 || (kind !== valveKinds.sigmoid && kind !== valveKinds.logBlend)) return false;
  const left = valves.drop[e]!;
  for (let i = 1; i < 24; i++) {
    const x = left * (1 - i / 24);
    if (x + (series * x) / staticResistance(valves, e, x) < pressure * (1 + 1e-9)) return true;
  }
  return false;
}
