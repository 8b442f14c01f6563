/**
 * How well each duration fits, and from which misfit on a duration is ruled out.
 *
 *   B = max over T of g_T²,      s² = (yy − B)/(n − 2),      D(T) = (B − g_T²)/s²
 *   an effect is there where B/s² is larger than in 95 % of draws without one;  T is ruled out where D(T) > c(T)
 *
 * | symbol | meaning                                                                                | source               |
 * | ------ | -------------------------------------------------------------------------------------- | -------------------- |
 * | n      | readings less levels and own course                                                    | `decay-design.ts`    |
 * | B/s²   | twice the F ratio of an effect; T means nothing without one, so its spread is drawn     | Davies 1977, *textbook* |
 * | c(T)   | 95 % of D(T) among draws with this T in which an effect is found                         | `found-draws.ts`     |
 *
 * Durations are only reported where an effect was found, and such readings are not like the others: among weak effects they
 * are those that happened to look strong, and with the usual bound t² too few of such reports hold the truth. c(T) is therefore
 * drawn under the same condition, with the strength that is likeliest given that it was found. For strong effects it is t².
 */
import { student95 } from "../error/student.ts";
import { effectSettings } from "../library/effect-settings.ts";
import { type DecayDesign, dot, type Sample } from "./decay-design.ts";
import { type Drawn, type Draws, drawsFor, peakOf } from "./found-draws.ts";
import { likeliestStrength } from "./found-strength.ts";

/** How one sample fits each duration. */
export interface DecayProfile {
  /** g_T. */
  readonly along: readonly number[];
  /** B, and the place of the T nearest to it. */
  readonly best: number;
  readonly at: number;
  /** s². */
  readonly variance: number;
}

/** Bounds of a design, drawn once. */
export interface FoundBounds {
  /** What B/s² exceeds in 5 % of draws without any effect. */
  readonly found: number;
  readonly draws: Draws;
}

const count = 4000;
/** Standard deviations beyond the bound of finding an effect from which on the condition hardly matters. */
const strong = 4;
const every = 5;
/** Fewest draws a bound is read from. */
const fewest = 60;

/** The profile of a sample. */
export function decayProfile({ directions, freedom }: DecayDesign, { inside, outside }: Sample): DecayProfile {
  const along = directions.map((direction) => dot(direction, inside));
  const whole = dot(inside, inside) + outside;
  const { at, best } = peakOf(along);
  return { along, best, at, variance: Math.max(whole - best, 1e-12 * whole) / (freedom - 2) };
}

/** The value below which a share of the numbers lies. */
function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}

export function foundBounds(design: DecayDesign): FoundBounds {
  const draws = drawsFor(design, count);
  const ratio = ({ ratio: one }: Drawn) => one;
  return { found: quantile(draws.with(0, 0).map(ratio), effectSettings.level), draws };
}

/** D(T) at one place of the grid. */
function misfit({ along, best, variance }: DecayProfile, i: number): number {
  return (best - along[i]! ** 2) / variance;
}

/** c(T) at one place of the grid. */
function boundAt({ freedom }: DecayDesign, profile: DecayProfile, { found, draws }: FoundBounds, i: number): number {
  const squared = profile.along[i]! ** 2;
  const whole = profile.best + profile.variance * (freedom - 2);
  const seen = Math.sqrt((squared * (freedom - 1)) / (whole - squared));
  const from = Math.sqrt(found);
  if (seen > from + strong) return student95(freedom - 2) ** 2;
  const reported = draws.with(i, likeliestStrength(seen, from)).filter(({ ratio }) => ratio > found);
  const misfits = reported.map(({ misfit: one }) => one);
  // So seldom found with this T that no bound can be drawn: it is not ruled out.
  return misfits.length < fewest ? Number.POSITIVE_INFINITY : quantile(misfits, effectSettings.level);
}

/** D(T) − c(T) for every T: positive where T is ruled out. */
export function ruledOut(design: DecayDesign, profile: DecayProfile, bounds: FoundBounds): readonly number[] {
  const last = profile.along.length - 1;
  const places = profile.along.flatMap((_, i) => (i % every === 0 || i >= last - 1 ? [i] : []));
  const known = new Map(places.map((i) => [i, boundAt(design, profile, bounds, i)]));
  return profile.along.map((_, i) => {
    const [a, b] = [places.findLast((place) => place <= i)!, places.find((place) => place >= i)!];
    const [low, high] = [known.get(a)!, known.get(b)!];
    const bound = a === b || low === high ? low : low + ((high - low) * (i - a)) / (b - a);
    return misfit(profile, i) - bound;
  });
}
