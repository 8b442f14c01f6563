/**
 * Step size from the error estimate.
 *
 *   ε = max_k |error_k| / (tol · scale_k),   h⁺ = h · clip(0.9 ε^(−1/q), 0.2, 5),   accepted for ε ≤ 1
 *
 * q is the order of the method. The maximum, not the mean square: a mean over many cells hides one bad valve. Scales: for a
 * lymphangion a tenth of its reference volume plus the present one; for a valve state 100 (ξ runs from 0 to 1 and matters
 * through the flow, whose error the volumes show); for a place without volume a hundred times the spread of reservoir
 * pressures. *Assumed*; mean flows of the human collector agree to 0.1 % for tolerances from 1e-3 to 1e-7 (*computed*).
 */
import type { System } from "./system.ts";

/** ε of the last step; infinite for a state that is not finite. */
export function errorNorm(system: System, state: Float64Array, error: Float64Array, tolerance: number): number {
  const { size, lymphangions, scale } = system;
  let worst = 0;
  for (let k = 0; k < size; k++) {
    const reference = k < lymphangions ? 0.1 * scale[k]! + state[k]! : scale[k]!;
    const ratio = Math.abs(error[k]!) / (tolerance * reference);
    if (!(ratio <= worst)) worst = ratio;
  }
  return Number.isFinite(worst) ? worst : Number.POSITIVE_INFINITY;
}

/** Factor from the present step to the next. */
export function stepFactor(norm: number, order: number): number {
  if (norm === 0) return 5;
  return Math.min(5, Math.max(0.2, 0.9 * norm ** (-1 / order)));
}
