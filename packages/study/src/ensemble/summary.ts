/**
 * Statistics of one output over an ensemble.
 *
 *   mean = Σ y / n      sd² = Σ (y − mean)² / (n − 1)
 *   quantile q: linear between order statistics at 1 + (n − 1) q (type 7 of Hyndman and Fan, Am Stat 1996;50:361)
 *
 * Sums run in the order of the members, so that the result does not depend on how an ensemble was computed.
 */
import { orderedSum } from "./ordered-sum.ts";

export interface Summary {
  /** Members that have a value, and members that have none (failed, or not defined there). */
  readonly count: number;
  readonly missing: number;
  /** NaN without members. */
  readonly mean: number;
  /** NaN below two members. */
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  /** In the order they were asked for. */
  readonly quantiles: readonly { readonly at: number; readonly value: number }[];
}

/** A quantile of values in rising order; NaN for none, and for `at` outside 0 to 1. */
export function quantileOf(sorted: ArrayLike<number>, at: number): number {
  if (sorted.length === 0 || !(at >= 0 && at <= 1)) return Number.NaN;
  const place = (sorted.length - 1) * at;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}

/**
 * Summarises an ensemble; members without a finite value are counted as missing and left out.
 *
 * @param quantiles which quantiles, each 0 to 1; default the median with the 50 % and the 90 % range.
 * @example summarise([1, 2, 3, 4]).quantiles[2]; // { at: 0.5, value: 2.5 }
 */
export function summarise(
  values: ArrayLike<number>,
  quantiles: readonly number[] = [0.05, 0.25, 0.5, 0.75, 0.95],
): Summary {
  const present = Float64Array.from(values).filter(Number.isFinite);
  const count = present.length;
  const mean = count === 0 ? Number.NaN : orderedSum(present) / count;
  const squares = present.map((value) => (value - mean) ** 2);
  const sorted = present.toSorted();
  return {
    count,
    missing: values.length - count,
    mean,
    sd: count < 2 ? Number.NaN : Math.sqrt(orderedSum(squares) / (count - 1)),
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
    quantiles: quantiles.map((at) => ({ at, value: quantileOf(sorted, at) })),
  };
}
