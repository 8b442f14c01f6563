/**
 * How many standard deviations hold 95 % when the deviation itself was estimated from few values.
 *
 *   t(ν) = z + (z³ + z)/4ν + (5z⁵ + 16z³ + 3z)/96ν² + (3z⁷ + 19z⁵ + 17z³ − 15z)/384ν³
 *
 * | symbol | meaning                                   | source                                              |
 * | ------ | ----------------------------------------- | --------------------------------------------------- |
 * | ν      | degrees of freedom                        | values less what was fitted                          |
 * | z      | 1.96                                      | normal distribution                                 |
 *
 * Cornish and Fisher's expansion (*textbook*: Abramowitz & Stegun 26.7.5): within 1 % from ν = 3 on, 3 % at ν = 2. Below
 * two degrees of freedom the value of two is given, which is too small; callers need more.
 */
import { z95 } from "./estimate.ts";

/** t(ν) of the 95 % interval. */
export function student95(freedom: number): number {
  const [z, v] = [z95, Math.max(2, freedom)];
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384;
  return z + first / v + second / v ** 2 + third / v ** 3;
}
