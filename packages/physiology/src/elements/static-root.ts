/**
 * Drop Δ across a valve whose resistance R(Δ) answers at once, in series with R_s under a pressure difference P:
 *
 *   G(Δ) = R(Δ)(Δ − P) + R_s Δ = 0
 *
 * For P > 0, G rises from below zero at 0 to above zero at P: one root. For P < 0 there is one wherever the valve's own
 * flow Δ/R(Δ) never falls with Δ (see valve-fold.ts); where there are several, the lowest, most closed one is taken.
 * Newton's method, kept in a bracket; at most 60 iterations.
 */

/** A static law as the search needs it: R(Δ), and R′(Δ) of the last call. */
export interface StaticResistance {
  /** Pa·s/m³. */
  resistance(drop: number): number;
  /** ∂R/∂Δ, s/m³, at the drop `resistance` was last asked for. */
  slope(): number;
  /** R at Δ → −∞ short of a prolapse, and R at Δ → ∞. */
  readonly closed: number;
  readonly open: number;
  /** Below this drop, Pa, the law prolapses; −∞ if it never does. */
  readonly firm: number;
}

const relative = 1e-13;
const mostIterations = 60;
let iterations = 0;

/** Iterations of the last `staticDrop`, for tests. */
export function lastIterations(): number {
  return iterations;
}

/** Root between `low` (G ≤ 0) and `high` (G ≥ 0): Newton, or the middle wherever Newton leaves the bracket or dawdles. */
function bracketed(
  law: StaticResistance,
  pressure: number,
  series: number,
  lowest: number,
  highest: number,
  start: number,
): number {
  let low = lowest;
  let high = highest;
  let x = start;
  let width = high - low;
  const enough = relative * Math.abs(pressure);
  for (let i = 1; iterations < mostIterations; i++) {
    iterations++;
    const resistance = law.resistance(x);
    const g = resistance * (x - pressure) + series * x;
    if (g < 0) low = x;
    else high = x;
    let next = x - g / (law.slope() * (x - pressure) + resistance + series);
    let middle = !(next >= low && next <= high);
    if (i % 3 === 0) {
      middle ||= high - low > 0.5 * width;
      width = high - low;
    }
    if (middle) next = 0.5 * (low + high);
    const moved = Math.abs(next - x);
    x = next;
    if (moved <= enough) break;
  }
  return x;
}

/**
 * Lowest root for P < 0. Right of the prolapse, H = Δ + R_s Δ/R − P is concave up to its first maximum, so Newton from
 * the left climbs to the most closed root if there is one; where there is none, the open root is bracketed from the right.
 */
function backward(law: StaticResistance, pressure: number, series: number): number {
  const closedRoot = (pressure * law.closed) / (law.closed + series);
  let low = pressure;
  let x = Math.min(Math.max(closedRoot, law.firm), 0);
  for (let i = 0; i < 30; i++) {
    iterations++;
    const resistance = law.resistance(x);
    const h = x + (series * x) / resistance - pressure;
    // At the start the root may lie in the prolapse; later the climb has passed the concave part and the root.
    if (h >= 0) return bracketed(law, pressure, series, low, x, x);
    low = x;
    const rise = 1 + (series * (resistance - x * law.slope())) / (resistance * resistance);
    const next = x - h / rise;
    if (rise <= 0 || next >= 0) break;
    if (next - x <= relative * -pressure) return next;
    x = next;
  }
  const start = (pressure * law.open) / (law.open + series);
  return bracketed(law, pressure, series, x, 0, Math.max(x, start));
}

/** Δ, Pa, for P (Pa) and R_s (Pa·s/m³); `before` is the drop found last, where the search starts for P > 0. */
export function staticDrop(law: StaticResistance, pressure: number, series: number, before: number): number {
  iterations = 0;
  if (pressure > 0) {
    return bracketed(law, pressure, series, 0, pressure, Math.min(Math.max(before, 0), pressure));
  }
  return pressure < 0 ? backward(law, pressure, series) : 0;
}
