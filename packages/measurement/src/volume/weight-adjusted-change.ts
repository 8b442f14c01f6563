/**
 * Weight-adjusted volume change, where there is no healthy limb to compare with.
 *
 *   WAC = (A₂ W₁) / (W₂ A₁) − 1
 *
 * | symbol | unit | meaning                                    | source                    |
 * | ------ | ---- | ------------------------------------------ | ------------------------- |
 * | A      | m³   | limb at baseline (1) and now (2)           | tape or another method    |
 * | W      | kg   | body weight on the same days               | scales, taken as exact    |
 * | WAC    | 1    | 0 where the limb grew as the body did      | Miller 2013, *textbook*   |
 */
import { type Estimate, powers, shifted } from "../error/estimate.ts";

/** A limb and the weight of the body, m³ and kg. */
export interface WeighedLimb {
  readonly limb: Estimate;
  readonly weight: number;
}

/** WAC, a share. */
export function weightAdjustedChange(baseline: WeighedLimb, now: WeighedLimb): Estimate {
  const ratio = powers([
    [1, now.limb],
    [-1, baseline.limb],
  ]);
  const byWeight = baseline.weight / now.weight;
  return shifted(
    powers([
      [1, ratio],
      [1, { value: byWeight, terms: {} }],
    ]),
    -1,
  );
}
