import type { Interval } from "../error/estimate.ts";
import { student95 } from "../error/student.ts";
import type { DecayDesign } from "./decay-design.ts";
import { type DecayProfile, decayProfile, type FoundBounds, foundBounds, ruledOut } from "./decay-profile.ts";
import { leastStrength } from "./found-strength.ts";

/** A number with its 95 % interval. */
export interface Ranged {
  readonly value: number;
  readonly interval: Interval;
}

/** What is left of an effect some time after a session, s. */
export interface EffectPoint extends Ranged {
  readonly moment: number;
}

/** What a fit says of an effect: none could be told; it was there and did not fade in what was measured; it faded. */
export type DecayVerdict = "no effect" | "no decay" | "decay";

/** An effect that fades, fitted to readings around sessions. */
export interface DecayFit {
  readonly says: DecayVerdict;
  /** Half of what an effect was is gone after this, s; 0 and Infinity are open ends. Only where an effect was found. */
  readonly halfLife?: Ranged;
  /** Change at the first readings after a session, in the unit of the values. */
  readonly effect: Ranged;
  /** The fitted effect over the hours after a session; empty where none was found. */
  readonly course: readonly EffectPoint[];
  /** s: scatter of a reading, in the unit of the values. */
  readonly scatter: number;
  /** Squares left over by each model, divided by those of the best one. */
  readonly leftOver: { readonly noEffect: number; readonly noDecay: number; readonly decay: 1 };
}

/** ln T where `ruled` changes its sign between two places, as T. */
function crossing(a: number, b: number, ruledA: number, ruledB: number): number {
  if (!Number.isFinite(b)) return Number.POSITIVE_INFINITY;
  const known = Number.isFinite(ruledA) && Number.isFinite(ruledB);
  const share = known ? ruledA / (ruledA - ruledB) : 0.5;
  return a * (b / a) ** share;
}

/** The shortest and longest T that are not ruled out. */
function constantInterval(constants: readonly number[], ruled: readonly number[]): Interval {
  const first = ruled.findIndex((one) => one <= 0);
  const last = ruled.findLastIndex((one) => one <= 0);
  const low = first <= 0 ? 0 : crossing(constants[first - 1]!, constants[first]!, ruled[first - 1]!, ruled[first]!);
  const open = last === ruled.length - 1;
  const high = open
    ? Number.POSITIVE_INFINITY
    : crossing(constants[last]!, constants[last + 1]!, ruled[last]!, ruled[last + 1]!);
  return [low, high];
}

/** What is left of the effect at `moment` after a session: best value, and what all T that fit leave possible. */
function effectAt(design: DecayDesign, profile: DecayProfile, moment: number): Ranged {
  const { constants, lengths, freedom } = design;
  const { along, best, at, variance } = profile;
  const slack = student95(freedom - 2) ** 2 * variance;
  const left = (i: number) => Math.exp(-moment / constants[i]!) / lengths[i]!;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [i, g] of along.entries()) {
    const room = slack - (best - g * g);
    if (room < 0 || !(lengths[i]! > 0)) continue;
    low = Math.min(low, left(i) * (g - Math.sqrt(room)));
    high = Math.max(high, left(i) * (g + Math.sqrt(room)));
  }
  return { value: left(at) * along[at]!, interval: [low, high] };
}

/** An effect that was found, its end towards none moved by what reporting only found effects adds. */
function asFound({ value, interval: [low, high] }: Ranged, { best, variance }: DecayProfile, found: number): Ranged {
  const seen = Math.sqrt(best / variance);
  const nearest = (value / seen) * leastStrength(seen, Math.sqrt(found));
  return { value, interval: value < 0 ? [low, Math.max(high, nearest)] : [Math.min(low, nearest), high] };
}

const coursePoints = 60;

/** The fitted effect from the first to the last hour that was measured. */
function courseOf(design: DecayDesign, profile: DecayProfile): readonly EffectPoint[] {
  const { firstAfter, lastAfter } = design;
  const moments = Array.from(
    { length: coursePoints + 1 },
    (_, i) => firstAfter + ((lastAfter - firstAfter) * i) / coursePoints,
  );
  return moments.map((moment) => ({ moment, ...effectAt(design, profile, moment) }));
}

/** Fits a fading effect; `values` in the order of the episodes of the design, `bounds` of the same design. */
export function fitDecay(
  design: DecayDesign,
  values: readonly number[],
  bounds: FoundBounds = foundBounds(design),
): DecayFit {
  const profile = decayProfile(design, design.sample(values));
  const isFound = profile.best / profile.variance > bounds.found;
  const rest = profile.variance * (design.freedom - 2);
  const endless = profile.along.at(-1)!;
  const first = effectAt(design, profile, design.firstAfter);
  const fit = {
    effect: isFound ? asFound(first, profile, bounds.found) : first,
    course: isFound ? courseOf(design, profile) : [],
    scatter: Math.sqrt(profile.variance),
    leftOver: {
      noEffect: (rest + profile.best) / rest,
      noDecay: (rest + profile.best - endless ** 2) / rest,
      decay: 1,
    },
  } as const;
  if (!isFound) return { says: "no effect", ...fit };
  const [low, high] = constantInterval(design.constants, ruledOut(design, profile, bounds));
  const half = (constant: number) => constant * Math.LN2;
  return {
    says: high === Number.POSITIVE_INFINITY ? "no decay" : "decay",
    halfLife: { value: half(design.constants[profile.at]!), interval: [half(low), half(high)] },
    ...fit,
  };
}
