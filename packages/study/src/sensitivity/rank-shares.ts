/**
 * Which parameters explain the order of an output over an ensemble: a linear regression of its ranks on the parameters' ranks
 * (Iman and Conover, Technometrics 1979;21:499), and what the explained share loses without each of them.
 *
 *   ranks       1…n, the mean rank for equal values
 *   R²          = bᵀ r,   b = C⁻¹ r      C: correlations of the parameters' ranks, r: theirs with the output's
 *   share_j     = R² − R² without j = b_j² / (C⁻¹)_jj
 *   chance      = (1 − R²) / (n − k − 1)  what a parameter without any influence gets on average
 *   adjusted R² = 1 − (1 − R²)(n − 1)/(n − k − 1)
 *
 * Ranks see any monotone influence, however bent; one that goes up and down again, or only acts together with another
 * parameter, is missed, and R² says how much. Where parameters are drawn independently the shares nearly sum to R².
 * A share belongs to the range a parameter was drawn from: a wider one gets a larger share.
 */
import { fail, ok, type Result } from "@openlymph/base";
import { orderedSum } from "../ensemble/ordered-sum.ts";

export interface RankShare {
  readonly parameter: string;
  /** Drop in R² without this parameter, 0 to 1; 0 for one that does not vary. */
  readonly share: number;
  /** Whether the output rises or falls with it; 0 for one that does not vary. */
  readonly sign: 1 | -1 | 0;
}

export interface RankShares {
  /** In the order of the parameters. */
  readonly shares: readonly RankShare[];
  readonly r2: number;
  readonly adjustedR2: number;
  /** Share that chance alone gives a parameter without influence. */
  readonly chance: number;
  /** Members used, and members left out because a number of theirs is missing. */
  readonly members: number;
  readonly missing: number;
}

/** Ranks from 1; equal values share their mean rank. */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

/** Centred ranks of length 1; undefined where nothing varies. */
function standardRanks(values: ArrayLike<number>): Float64Array | undefined {
  const ranks = ranksOf(values);
  const middle = (ranks.length + 1) / 2;
  const centred = ranks.map((rank) => rank - middle);
  const length = Math.sqrt(orderedSum(centred.map((value) => value * value)));
  return length > 0 ? centred.map((value) => value / length) : undefined;
}

const product = (a: Float64Array, b: Float64Array): number => orderedSum(a.map((value, i) => value * b[i]!));

/** Pivots below this are none: the ranks of one parameter follow from those of others. */
const noPivot = 1e-10;

/** Inverse of a symmetric positive matrix (Gauss and Jordan, pivots on the diagonal); undefined where it has none. */
function inverse(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | undefined {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  for (let p = 0; p < n; p++) {
    const pivot = rows[p]![p]!;
    if (!(pivot > noPivot)) return undefined;
    const scaled = rows[p]!.map((value) => value / pivot);
    rows.forEach((row, i) => {
      const factor = row[p]!;
      rows[i] = i === p ? scaled : row.map((value, j) => value - factor * scaled[j]!);
    });
  }
  return rows.map((row) => row.slice(n));
}

/**
 * Shares of the variance of an output's rank.
 *
 * @param columns one list of values per parameter, each as long as `output`; a member with a missing (not finite) number
 * anywhere is left out.
 * @returns `param/out-of-range` for fewer members than parameters + 2, and for parameters whose ranks depend on each other
 * exactly.
 * @example
 * const { shares, r2 } = unwrap(rankShares(["load", "strength"], [loads, strengths], flows));
 */
export function rankShares(
  parameters: readonly string[],
  columns: readonly ArrayLike<number>[],
  output: ArrayLike<number>,
): Result<RankShares> {
  const whole = Array.from({ length: output.length }, (_, i) => i).filter((i) =>
    [output, ...columns].every((column) => Number.isFinite(column[i])),
  );
  const chosen = (column: ArrayLike<number>) => standardRanks(whole.map((i) => column[i]!));
  const ranked = columns.map(chosen);
  const varying = ranked.flatMap((ranks, j) => (ranks === undefined ? [] : [{ ranks, j }]));
  const n = whole.length;
  const free = n - varying.length - 1;
  if (free < 1) {
    const expected = `at least ${varying.length + 2} members for ${varying.length} parameters that vary`;
    return fail("param/out-of-range", { path: "members", value: n, expected });
  }
  const target = chosen(output);
  const shares = parameters.map((parameter): RankShare => ({ parameter, share: 0, sign: 0 }));
  const counts = { members: n, missing: output.length - n };
  if (target === undefined) return ok({ shares, r2: 0, adjustedR2: 0, chance: 0, ...counts });
  const inverted = inverse(varying.map(({ ranks }) => varying.map((other) => product(ranks, other.ranks))));
  if (inverted === undefined) {
    return fail("param/out-of-range", {
      path: "parameters",
      value: varying.map(({ j }) => parameters[j]),
      expected: "parameters whose ranks do not follow from each other",
    });
  }
  const withOutput = varying.map(({ ranks }) => product(ranks, target));
  const slopes = inverted.map((row) => row.reduce((sum, value, j) => sum + value * withOutput[j]!, 0));
  const r2 = Math.min(
    1,
    Math.max(
      0,
      slopes.reduce((sum, slope, j) => sum + slope * withOutput[j]!, 0),
    ),
  );
  varying.forEach(({ j }, place) => {
    const slope = slopes[place]!;
    const share = (slope * slope) / inverted[place]![place]!;
    shares[j] = { parameter: parameters[j]!, share, sign: slope < 0 ? -1 : 1 };
  });
  return ok({
    shares,
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / free,
    chance: (1 - r2) / free,
    ...counts,
  });
}
