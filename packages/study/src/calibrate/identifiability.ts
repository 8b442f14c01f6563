/**
 * Which parameters the targets can tell apart (Brun, Reichert and Künsch, Water Resour Res 2001;37:1015).
 *
 *   S̃ = columns of J, each divided by its length;  γ = 1 / smallest singular value of S̃ (collinearity index)
 *   a pair: γ = 1 / √(1 − |cos|),  cos the angle between the two columns
 *
 * | number                       | meaning                                                     | source            |
 * | γ > 10                       | a change of one can be undone by the others to within 1/γ   | Brun 2001 (5 to 20) |
 * | whole range moves < 10⁻³ sd  | the targets do not see the parameter                        | assumed           |
 *
 * J is weighted with 1/sd and taken in the scale of each parameter (its logarithm on a log scale).
 */
import type { Matrix } from "./damped-step.ts";
import { noSingularValue, singularValues } from "./singular-values.ts";

export interface Identifiability {
  /** Largest by smallest singular value of S̃; ∞ when a combination is not seen at all, 1 for one parameter. */
  readonly conditionNumber: number;
  readonly collinearity: number;
  /** Sentences for people; empty when all can be told apart. */
  readonly warnings: readonly string[];
}

const limit = 10;
const unseen = 1e-3;

function normalised(jacobian: Matrix, columns: number): { lengths: number[]; matrix: Matrix } {
  const lengths = Array.from({ length: columns }, (_, j) => Math.hypot(...jacobian.map((row) => row[j] ?? 0)));
  const matrix = jacobian.map((row) => row.map((value, j) => (lengths[j] === 0 ? 0 : value / lengths[j]!)));
  return { lengths, matrix };
}

function pairWarnings(names: readonly string[], matrix: Matrix): string[] {
  const warnings: string[] = [];
  for (let p = 0; p < names.length; p++) {
    for (let q = p + 1; q < names.length; q++) {
      const cosine = matrix.reduce((sum, row) => sum + row[p]! * row[q]!, 0);
      const index = 1 / Math.sqrt(Math.max(0, 1 - Math.abs(cosine)));
      if (index <= limit) continue;
      warnings.push(
        `${names[p]} and ${names[q]} cannot be told apart by these targets (collinearity ${shown(index)}, above ${limit}): ` +
          "keep one of them fixed, or add a target that only one of them moves.",
      );
    }
  }
  return warnings;
}

const shown = (index: number) => (index < 1e6 ? index.toPrecision(3) : "without limit");

/**
 * Reads a weighted Jacobian.
 *
 * @param ranges width of each parameter's range in its scale.
 */
export function identifiabilityOf(
  jacobian: Matrix,
  names: readonly string[],
  ranges: readonly number[],
): Identifiability {
  if (names.length === 0) return { conditionNumber: 1, collinearity: 1, warnings: [] };
  const { lengths, matrix } = normalised(jacobian, names.length);
  const blind = names.filter((_, j) => lengths[j]! * ranges[j]! < unseen);
  const { values, vectors } = singularValues(matrix, names.length);
  const smallest = values.at(-1) ?? 0;
  const lost = smallest <= noSingularValue * (values[0] ?? 0);
  const collinearity = lost ? Number.POSITIVE_INFINITY : 1 / smallest;
  const warnings = blind.map((name) => `${name} moves none of the targets: keep it fixed, or add a target it moves.`);
  const pairs = pairWarnings(names, matrix);
  warnings.push(...pairs);
  if (warnings.length === 0 && collinearity > limit) {
    const weak = vectors.at(-1) ?? [];
    const together = names.filter((_, j) => Math.abs(weak[j] ?? 0) > 0.3);
    warnings.push(
      `${together.join(", ")} cannot be told apart together by these targets (collinearity ${shown(collinearity)}, above ${limit}).`,
    );
  }
  return { conditionNumber: lost ? Number.POSITIVE_INFINITY : (values[0] ?? 1) / smallest, collinearity, warnings };
}
