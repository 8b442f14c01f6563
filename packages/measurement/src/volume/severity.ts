import { type Estimate, interval95 } from "../error/estimate.ts";
import { staging } from "../library/staging.ts";

/** A band of excess volume, or the bands it may lie in. */
export interface Severity {
  /** `none` below the first band. */
  readonly band: string;
  /** Every band the 95 % interval touches, in their order; one where the band is certain. */
  readonly possible: readonly string[];
}

const bands = [
  { id: "none", from: Number.NEGATIVE_INFINITY, below: (staging.severity[0]?.from_percent ?? 0) / 100 },
  ...staging.severity.map(({ id, from_percent, below_percent }) => ({
    id,
    from: from_percent / 100,
    below: below_percent === undefined ? Number.POSITIVE_INFINITY : below_percent / 100,
  })),
];

/** Severity by excess volume, a field of its own beside the stage that a person recorded. */
export function severityOf(excess: Estimate): Severity {
  const [low, high] = interval95(excess);
  const at = (value: number) => bands.find(({ from, below }) => value >= from && value < below)?.id ?? "none";
  const touched = bands.filter(({ from, below }) => high >= from && low < below).map(({ id }) => id);
  return { band: at(excess.value), possible: touched };
}
