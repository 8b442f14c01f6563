/**
 * Random parameters of virtual people: every draw is a function of (distribution, seed, member, parameter) alone, by
 * inversion of one counter-based uniform number u in (0, 1).
 *
 * | kind      | density                                   | numbers                                          |
 * | uniform   | flat between min and max                  | min < max                                        |
 * | loguniform | flat in the logarithm                    | 0 < min < max                                    |
 * | normal    | mean + sd z                               | sd > 0                                           |
 * | lognormal | median · gsd^z                            | median > 0, gsd > 1 (geometric standard deviation) |
 *
 * `within: [low, high]` truncates a normal or lognormal: u is mapped onto the probabilities between the two ends, in the
 * lower tail of the two where digits are not lost (Φ and its inverse of normal.ts).
 */
import { type Failure, fail, uniformAt } from "@openlymph/base";
import { normalBelow, normalQuantile } from "./normal.ts";

type Within = readonly [low: number, high: number];

export type Distribution =
  | { readonly kind: "uniform"; readonly min: number; readonly max: number }
  | { readonly kind: "loguniform"; readonly min: number; readonly max: number }
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number; readonly within?: Within | undefined }
  | { readonly kind: "lognormal"; readonly median: number; readonly gsd: number; readonly within?: Within | undefined };

/** The first thing wrong with a distribution, if any; `drawAt` gives NaN for such a one. */
export function findDistributionFailure(distribution: Distribution, path = ""): Failure | undefined {
  const refuse = (field: string, value: unknown, expected: string) =>
    fail("param/out-of-range", { path: path === "" ? field : `${path}.${field}`, value, expected });
  if (distribution.kind === "uniform" || distribution.kind === "loguniform") {
    const { kind, min, max } = distribution;
    if (!Number.isFinite(min)) return refuse("min", min, "a finite number");
    if (kind === "loguniform" && min <= 0) return refuse("min", min, "> 0");
    return min < max && Number.isFinite(max) ? undefined : refuse("max", max, `a finite number above ${min}`);
  }
  const { within } = distribution;
  if (distribution.kind === "normal") {
    if (!Number.isFinite(distribution.mean)) return refuse("mean", distribution.mean, "a finite number");
    if (!(distribution.sd > 0 && distribution.sd < Number.POSITIVE_INFINITY))
      return refuse("sd", distribution.sd, "> 0");
  } else {
    const { median, gsd } = distribution;
    if (!(median > 0 && median < Number.POSITIVE_INFINITY)) return refuse("median", median, "> 0");
    if (!(gsd > 1 && gsd < Number.POSITIVE_INFINITY)) return refuse("gsd", gsd, "> 1");
  }
  if (within === undefined) return undefined;
  const lowest = distribution.kind === "lognormal" ? 0 : Number.NEGATIVE_INFINITY;
  const ordered = within[0] >= lowest && within[0] < within[1];
  return ordered ? undefined : refuse("within", within, "a lower and a higher end, for a lognormal not below 0");
}

/** z of a standard normal between `low` and `high` at the share `u` of the probability there. */
function truncated(u: number, low: number, high: number): number {
  if (low > 0) return -truncated(1 - u, -high, -low);
  const from = normalBelow(low);
  const z = normalQuantile(from + u * (normalBelow(high) - from));
  return Math.min(high, Math.max(low, z));
}

/** The value below which a share `u` in (0, 1) of the distribution lies. */
export function quantileIn(distribution: Distribution, u: number): number {
  if (distribution.kind === "uniform") return distribution.min + u * (distribution.max - distribution.min);
  if (distribution.kind === "loguniform") return distribution.min * (distribution.max / distribution.min) ** u;
  const { within } = distribution;
  const log = distribution.kind === "lognormal";
  const centre = log ? Math.log(distribution.median) : distribution.mean;
  const width = log ? Math.log(distribution.gsd) : distribution.sd;
  const standard = (value: number) => ((log ? Math.log(value) : value) - centre) / width;
  const z = within === undefined ? normalQuantile(u) : truncated(u, standard(within[0]), standard(within[1]));
  const value = centre + width * z;
  const drawn = log ? Math.exp(value) : value;
  return within === undefined ? drawn : Math.min(within[1], Math.max(within[0], drawn));
}

/**
 * One parameter of one member.
 *
 * @param member and `parameter`: whole numbers from 0; the same triple always gives the same draw.
 */
export function drawAt(distribution: Distribution, seed: number, member: number, parameter: number): number {
  const u = uniformAt(seed, parameter + 1, member);
  return quantileIn(distribution, u + 2 ** -54);
}
