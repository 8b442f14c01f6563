/**
 * Period of a lymphangion that paces itself, from the onsets of its contractions.
 *
 *   T = (t_m − t_0) / m,    variation = s(t_{i+1} − t_i) / T
 *
 * with the standard deviation s over the m intervals (divisor m − 1). A vessel whose variation is above `regular` is called irregular:
 * a mean over its periods is still a mean, but no cycle stands for the others.
 */
export interface FoundPeriod {
  /** T, s. */
  readonly period: number;
  /** m. */
  readonly count: number;
  /** Coefficient of variation; null for a single interval. */
  readonly variation: number | null;
}

/** Largest variation that still counts as periodic; *assumed*. */
export const regular = 0.05;

/** The period of onsets in rising order, s; `undefined` below two of them. */
export function periodOfOnsets(onsets: readonly number[]): FoundPeriod | undefined {
  const count = onsets.length - 1;
  if (count < 1) return undefined;
  const period = (onsets[count]! - onsets[0]!) / count;
  if (count === 1) return { period, count, variation: null };
  let square = 0;
  for (let i = 0; i < count; i++) square += (onsets[i + 1]! - onsets[i]! - period) ** 2;
  return { period, count, variation: Math.sqrt(square / (count - 1)) / period };
}
