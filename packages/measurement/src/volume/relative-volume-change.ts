/**
 * Relative volume change: growth of the affected limb beyond that of the other since a baseline.
 *
 *   RVC = (A₂ U₁) / (U₂ A₁) − 1
 *
 * | symbol | unit | meaning                                        | source                  |
 * | ------ | ---- | ---------------------------------------------- | ----------------------- |
 * | A      | m³   | affected limb at baseline (1) and now (2)      | tape or another method  |
 * | U      | m³   | other limb at baseline (1) and now (2)         | the same                |
 * | RVC    | 1    | 0 where both grew by the same factor           | Ancukiewicz 2011        |
 *
 * Weight gain and unequal arms drop out; there is no significant link to dominance. Needs a baseline from before the
 * swelling, and a healthy other limb.
 */
import { type Estimate, powers, shifted } from "../error/estimate.ts";

export interface BothLimbs {
  readonly affected: Estimate;
  readonly other: Estimate;
}

/** RVC, a share. */
export function relativeVolumeChange(baseline: BothLimbs, now: BothLimbs): Estimate {
  const ratio = powers([
    [1, now.affected],
    [1, baseline.other],
    [-1, now.other],
    [-1, baseline.affected],
  ]);
  return shifted(ratio, -1);
}
