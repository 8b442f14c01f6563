/**
 * Sobol's variance-based indices of one output.
 *
 *   V        = variance of y over all A and B
 *   S_j      = ⟨y(B) (y(AB^j) − y(A))⟩ / V            share of V that parameter j explains alone (Saltelli 2010, table 2b)
 *   T_j      = ⟨(y(A) − y(AB^j))²⟩ / 2V               share that it takes part in, interactions included (Jansen 1999)
 *   interval = percentiles over resampled blocks (bootstrap, Efron 1979)
 *
 * y is first centred on its mean, which narrows S_j without moving it. Estimates may leave [0, 1] by their error. Over
 * independent parameters, uniform on their axes; ΣS_j ≤ 1 ≤ ΣT_j up to error.
 */
import { uniformAt } from "@openlymph/base";
import { orderedSum } from "../ensemble/ordered-sum.ts";
import { quantileOf } from "../ensemble/summary.ts";

export interface SobolIndex {
  readonly parameter: string;
  readonly first: number;
  readonly firstInterval: readonly [number, number];
  readonly total: number;
  readonly totalInterval: readonly [number, number];
}

export interface SobolIndices {
  readonly mean: number;
  /** NaN indices below two whole blocks or where the output does not vary. */
  readonly variance: number;
  readonly indices: readonly SobolIndex[];
  /** Blocks used, and blocks left out because a point of theirs failed. */
  readonly blocks: number;
  readonly dropped: number;
}

export interface SobolIndexOptions {
  /** Resamples for the intervals; default 500. */
  readonly resamples?: number | undefined;
  /** Share of resamples inside the interval; default 0.95. */
  readonly level?: number | undefined;
  readonly seed?: number | undefined;
}

interface Estimate {
  readonly first: readonly number[];
  readonly total: readonly number[];
  readonly mean: number;
  readonly variance: number;
}

function estimate(values: ArrayLike<number>, blocks: ArrayLike<number>, k: number): Estimate {
  const n = blocks.length;
  const term = new Float64Array(n);
  const average = (of: (start: number) => number) => {
    for (let i = 0; i < n; i++) term[i] = of(blocks[i]! * (k + 2));
    return orderedSum(term) / n;
  };
  const mean = average((at) => (values[at]! + values[at + 1]!) / 2);
  const variance = average((at) => ((values[at]! - mean) ** 2 + (values[at + 1]! - mean) ** 2) / 2);
  const each = <T>(of: (j: number) => T) => Array.from({ length: k }, (_, j) => of(j));
  return {
    mean,
    variance,
    first: each((j) => average((at) => (values[at + 1]! - mean) * (values[at + 2 + j]! - values[at]!)) / variance),
    total: each((j) => average((at) => (values[at]! - values[at + 2 + j]!) ** 2) / (2 * variance)),
  };
}

/**
 * Indices from the values of one output at the points of `saltelliPoints`, in their order; NaN for a failed point, whose
 * block is left out.
 */
export function sobolIndices(
  values: ArrayLike<number>,
  parameters: readonly string[],
  { resamples = 500, level = 0.95, seed = 1 }: SobolIndexOptions = {},
): SobolIndices {
  const k = parameters.length;
  const all = Array.from({ length: Math.floor(values.length / (k + 2)) }, (_, i) => i);
  const whole = all.filter((i) =>
    Array.from({ length: k + 2 }, (_, r) => values[i * (k + 2) + r]!).every(Number.isFinite),
  );
  const found = estimate(values, whole, k);
  const spread = found.first.map(() => ({ first: new Float64Array(resamples), total: new Float64Array(resamples) }));
  const chosen = new Uint32Array(whole.length);
  for (let r = 0; r < resamples; r++) {
    for (let i = 0; i < chosen.length; i++) chosen[i] = whole[Math.floor(uniformAt(seed, r + 1, i) * whole.length)]!;
    const again = estimate(values, chosen, k);
    for (const [j, { first, total }] of spread.entries()) {
      first[r] = again.first[j]!;
      total[r] = again.total[j]!;
    }
  }
  const interval = (values: Float64Array): [number, number] => {
    const sorted = values.toSorted();
    return [quantileOf(sorted, (1 - level) / 2), quantileOf(sorted, (1 + level) / 2)];
  };
  const usable = whole.length >= 2 && found.variance > 0;
  const none = [Number.NaN, Number.NaN] as const;
  return {
    mean: found.mean,
    variance: found.variance,
    blocks: whole.length,
    dropped: all.length - whole.length,
    indices: parameters.map((parameter, j) => ({
      parameter,
      first: usable ? found.first[j]! : Number.NaN,
      firstInterval: usable ? interval(spread[j]!.first) : none,
      total: usable ? found.total[j]! : Number.NaN,
      totalInterval: usable ? interval(spread[j]!.total) : none,
    })),
  };
}
