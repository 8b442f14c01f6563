import { summarise } from "@openlymph/study";

/** A number over virtual bodies: the median, the middle half and the range of nine in ten. */
export interface Band {
  readonly p5: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p95: number;
  /** Bodies that have the number. */
  readonly count: number;
}

/** Median and ranges of the bodies that have the number; NaN for none. */
export function bandOf(values: ArrayLike<number>): Band {
  const { count, quantiles } = summarise(values, [0.05, 0.25, 0.5, 0.75, 0.95]);
  const [p5, p25, median, p75, p95] = quantiles.map(({ value }) => value);
  return { p5: p5!, p25: p25!, median: median!, p75: p75!, p95: p95!, count };
}

/** How many bodies have a number above a limit. */
export function countAbove(values: ArrayLike<number>, limit: number): number {
  return Array.from(values).filter((value) => value > limit).length;
}
