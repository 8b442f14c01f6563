/**
 * Errors of the estimates of a least-squares fit, from its weighted Jacobian at the end:
 *
 *   cov = (JᵀJ)⁻¹ = C⁻¹ V S⁻² Vᵀ C⁻¹,   J = U S Vᵀ C,  C the lengths of the columns
 *
 * A combination that no residual sees (singular value below 10⁻⁷ of the largest) makes every parameter in it unbounded.
 */
import type { Matrix } from "./damped-step.ts";
import { noSingularValue, singularValues } from "./singular-values.ts";

export interface Covariance {
  /** Standard error of each column's parameter; ∞ where it is not determined. */
  readonly standardErrors: readonly number[];
  /** Correlation of the estimates; NaN beside an undetermined one. */
  readonly correlation: Matrix;
}

/** Covariance of the parameters of a Jacobian whose rows are divided by the standard deviation of their target. */
export function covarianceOf(jacobian: Matrix, columns: number): Covariance {
  const lengths = Array.from({ length: columns }, (_, j) => Math.hypot(...jacobian.map((row) => row[j] ?? 0)));
  const scaled = jacobian.map((row) => row.map((value, j) => (lengths[j] === 0 ? 0 : value / lengths[j]!)));
  const { values, vectors } = singularValues(scaled, columns);
  const least = noSingularValue * (values[0] ?? 0);
  const entry = (p: number, q: number) =>
    values.reduce((sum, value, k) => {
      const product = vectors[k]![p]! * vectors[k]![q]!;
      if (value > least) return sum + product / (value * value);
      return Math.abs(product) > 1e-9 ? sum + product * Number.POSITIVE_INFINITY : sum;
    }, 0);
  const spread = lengths.map((_, j) => Math.sqrt(entry(j, j)));
  return {
    standardErrors: spread.map((root, j) => (lengths[j] === 0 ? Number.POSITIVE_INFINITY : root / lengths[j]!)),
    correlation: spread.map((a, p) =>
      spread.map((b, q) => {
        if (!Number.isFinite(a * b)) return Number.NaN;
        return p === q ? 1 : entry(p, q) / (a * b);
      }),
    ),
  };
}
