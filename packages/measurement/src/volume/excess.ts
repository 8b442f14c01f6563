/**
 * How much larger the affected limb is than the other.
 *
 *   D = A − U,      E = (A − U) / U,      change of excess = (D₁ − D₂) / D₁
 *
 * | symbol | unit | meaning                               | source                                     |
 * | ------ | ---- | ------------------------------------- | ------------------------------------------ |
 * | A, U   | m³   | volume of the affected and the other  | tape or another method                     |
 * | D      | m³   | excess volume, negative where A is smaller | clinical knowledge base, section 5    |
 * | E      | 1    | excess as a share of the other limb   | the same                                   |
 *
 * The change of the excess and the change of the whole limb are different numbers: the same people had 35 % and 8 %
 * (EWMA-GNEAUPP 2014). Both are always shown together.
 */
import { combined, type Estimate, minus, powers, shifted } from "../error/estimate.ts";

/** D, m³. */
export function excessVolume(affected: Estimate, other: Estimate): Estimate {
  return minus(affected, other);
}

/** E, a share. */
export function excessShare(affected: Estimate, other: Estimate): Estimate {
  return shifted(
    powers([
      [1, affected],
      [-1, other],
    ]),
    -1,
  );
}

/** Share of an excess volume that is gone; positive where it became smaller. Needs an excess other than zero. */
export function excessChange(before: Estimate, after: Estimate): Estimate {
  const ratio = after.value / before.value;
  return combined(1 - ratio, [
    [ratio / before.value, before],
    [-1 / before.value, after],
  ]);
}
