/**
 * The effect of a session over several people: a mixed model.
 *
 *   yᵢⱼ = level of the session + own course of person i + (A + aᵢ) s_T(tᵢⱼ) + σ zᵢⱼ,      aᵢ ~ N(0, ω²)
 *   with gᵢ, lᵢ, yyᵢ of person i (`decay-design.ts`) and λ = ω²/σ²:
 *   Q = Σᵢ [yyᵢ − gᵢ² + (gᵢ − lᵢ A)²/(1 + lᵢ² λ)],      A = Σᵢ lᵢ gᵢ/(1 + lᵢ² λ) / Σᵢ lᵢ²/(1 + lᵢ² λ)
 *   −2 ln L = N ln Q + Σᵢ ln(1 + lᵢ² λ);      restricted: (N − 1) ln Q + Σᵢ ln(1 + lᵢ² λ) + ln Σᵢ lᵢ²/(1 + lᵢ² λ)
 *
 * | symbol | unit | meaning                                                                   | source                      |
 * | ------ | ---- | ------------------------------------------------------------------------- | --------------------------- |
 * | A, aᵢ  | as y | effect right after a session: of people, and what person i differs by       | fitted                      |
 * | ω      | as y | spread of the effect between people                                        | restricted likelihood       |
 * | σ      | as y | scatter of a reading, the same for all: only one kind of reading is pooled   | restricted likelihood       |
 * | T      | s    | duration, the same for all                                                 | likelihood                  |
 * | N      | 1    | readings less levels and own courses                                       | `decay-design.ts`           |
 *
 * Levels and own courses are taken out first, so that the likelihood is restricted by them. T is found by the likelihood
 * itself, for which 3.84 bounds its 95 % interval; the restricted one cannot be compared between models (Laird & Ware
 * 1982, *textbook*). A is held against Student's t with one degree of freedom less than people.
 */
import { contentHash, fail, ok, type Result } from "@openlymph/base";
import type { Ranged } from "../effect/decay.ts";
import { constantsOf, type DecayDesign, decayDesign, dot, type Sample } from "../effect/decay-design.ts";
import { z95 } from "../error/estimate.ts";
import { student95 } from "../error/student.ts";
import { effectSettings } from "../library/effect-settings.ts";
import { type SharedEffect, sharedEpisodes } from "./shared-effect.ts";

/** A record with the file it came from, for messages. */
export interface SharedFile {
  readonly file: string;
  readonly shared: SharedEffect;
}

/** One person's part of the sums, at one T. */
export interface PersonPart {
  /** gᵢ, lᵢ, yyᵢ. */
  readonly along: number;
  readonly length: number;
  readonly whole: number;
}

/** The mixed model at one T. */
export interface MixedFit {
  /** A and its standard error. */
  readonly effect: number;
  readonly error: number;
  /** ω and σ. */
  readonly between: number;
  readonly scatter: number;
  /** −2 ln L without constants, of the likelihood that was asked for. */
  readonly deviance: number;
}

/** The effect over people. */
export interface PooledEffect {
  readonly people: number;
  readonly sessions: number;
  readonly leftOut: number;
  readonly readings: number;
  /** Of whom days without a session tell the own course. */
  readonly ownCourse: number;
  /** Middle of the first readings after a session, s. */
  readonly firstAfter: number;
  /** At that moment, in the unit of the records. */
  readonly effect: Ranged;
  /** Spread between people at that moment: one standard deviation. */
  readonly between: number;
  readonly scatter: number;
  readonly found: boolean;
  /** s; only where an effect was found. 0 and Infinity are open ends. */
  readonly halfLife?: Ranged;
}

/** Fits the mixed model at one T. `freedom`: N. */
export function mixedFit(people: readonly PersonPart[], freedom: number, restricted: boolean): MixedFit {
  const at = (ratio: number): MixedFit => {
    let [top, weight, logs] = [0, 0, 0];
    for (const { along, length } of people) {
      const inflated = 1 + length * length * ratio;
      top += (length * along) / inflated;
      weight += (length * length) / inflated;
      logs += Math.log(inflated);
    }
    const effect = top / weight;
    let rest = 0;
    for (const { along, length, whole } of people) {
      rest += Math.max(0, whole - along * along) + (along - length * effect) ** 2 / (1 + length * length * ratio);
    }
    const count = restricted ? freedom - 1 : freedom;
    const variance = rest / count;
    const deviance = count * Math.log(rest) + logs + (restricted ? Math.log(weight) : 0);
    const error = Math.sqrt(variance / weight);
    return { effect, error, between: Math.sqrt(ratio * variance), scatter: Math.sqrt(variance), deviance };
  };
  const typical = people.reduce((sum, { length }) => sum + length * length, 0) / people.length;
  return smallest((logRatio) => at(Math.exp(logRatio) / typical), at(0));
}

/** The fit with the least deviance over ln λ, or the one without spread between people. */
function smallest(at: (logRatio: number) => MixedFit, none: MixedFit): MixedFit {
  const [from, to, steps] = [-9, 9, 36];
  let best = none;
  let near = from;
  for (let i = 0; i <= steps; i++) {
    const tried = from + ((to - from) * i) / steps;
    const fit = at(tried);
    if (fit.deviance < best.deviance) [best, near] = [fit, tried];
  }
  if (best === none) return none;
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [near - (to - from) / steps, near + (to - from) / steps];
  for (let round = 0; round < 60; round++) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (at(a).deviance < at(b).deviance) high = b;
    else low = a;
  }
  const found = at((low + high) / 2);
  return found.deviance < none.deviance ? found : none;
}

interface Person {
  readonly design: DecayDesign;
  readonly sample: Sample;
}

function sameKind(files: readonly SharedFile[]): Result<undefined> {
  const first = files[0]!;
  for (const { file, shared } of files) {
    for (const field of ["kind", "symptom", "unit", "method", "measuredBy", "limb"] as const) {
      if (shared[field] === first.shared[field]) continue;
      return fail("field/invalid", {
        file,
        path: field,
        value: shared[field],
        expected: `${first.shared[field]} as in ${first.file}`,
        hint: "One kind of reading is pooled at a time: others scatter differently.",
      });
    }
  }
  return ok(undefined);
}

function different(files: readonly SharedFile[]): Result<undefined> {
  const seen = new Map<string, string>();
  for (const { file, shared } of files) {
    const hash = contentHash(shared);
    const before = seen.get(hash);
    if (before !== undefined) {
      return fail("field/invalid", { file, value: `the same record as ${before}`, expected: "each person once" });
    }
    seen.set(hash, file);
  }
  return ok(undefined);
}

/** All people with one grid of T, so that each T means the same for everyone. */
function peopleOf(files: readonly SharedFile[]): Result<readonly Person[]> {
  const all = files.map(({ shared }) => sharedEpisodes(shared));
  const after = all.flatMap((sessions) =>
    sessions.flatMap(({ leftOut, readings }) =>
      leftOut ? [] : readings.map(({ offset }) => offset).filter((offset) => offset > 0),
    ),
  );
  const grid = constantsOf([Math.min(...after), Math.max(...after)]);
  const people: Person[] = [];
  for (const [i, sessions] of all.entries()) {
    const episodes = sessions.filter(({ readings }) => readings.length > 1);
    const ends = sessions.filter(({ leftOut }) => !leftOut).map(({ end }) => end);
    const design = decayDesign(episodes, ends, grid);
    if (design === undefined) {
      return fail("field/invalid", {
        file: files[i]!.file,
        path: "sessions",
        value: `${episodes.length} sessions with two readings or more`,
        expected: "sessions with readings before and after, enough to tell an effect from the level",
      });
    }
    people.push({
      design,
      sample: design.sample(episodes.flatMap(({ readings }) => readings.map(({ value }) => value))),
    });
  }
  return ok(people);
}

function partsAt(people: readonly Person[], i: number): readonly PersonPart[] {
  return people.map(({ design, sample }) => ({
    along: dot(design.directions[i]!, sample.inside),
    length: design.lengths[i]!,
    whole: dot(sample.inside, sample.inside) + sample.outside,
  }));
}

/** Ends of the T whose deviance lies within 3.84 of the best. */
function durations(constants: readonly number[], deviances: readonly number[], at: number): Ranged {
  const within = deviances.map((deviance) => deviance - deviances[at]! - z95 ** 2);
  const [first, last] = [within.findIndex((one) => one <= 0), within.findLastIndex((one) => one <= 0)];
  const cross = (a: number, b: number) => {
    const share = within[a]! / (within[a]! - within[b]!);
    return Number.isFinite(constants[b]!) ? constants[a]! * (constants[b]! / constants[a]!) ** share : constants[a]!;
  };
  const low = first === 0 ? 0 : cross(first - 1, first);
  const high = last === within.length - 1 ? Number.POSITIVE_INFINITY : cross(last, last + 1);
  return { value: constants[at]! * Math.LN2, interval: [low * Math.LN2, high * Math.LN2] };
}

/**
 * Pools the records of people who agreed to it.
 *
 * @returns `field/invalid` with the file for records of another kind, the same record twice, or one with too few readings;
 * `param/out-of-range` for fewer than five people, whose own numbers would show through.
 */
export function poolEffects(files: readonly SharedFile[]): Result<PooledEffect> {
  if (files.length < effectSettings.leastPeople) {
    return fail("param/out-of-range", {
      value: `${files.length} people`,
      expected: `${effectSettings.leastPeople} or more: fewer would show through, and their spread could not be told`,
    });
  }
  for (const checked of [sameKind(files), different(files)]) if (!checked.ok) return checked;
  const read = peopleOf(files);
  if (!read.ok) return read;
  const people = read.value;
  const freedom = people.reduce((sum, { design }) => sum + design.freedom, 0);
  const { constants } = people[0]!.design;
  const deviances = constants.map((_, i) => mixedFit(partsAt(people, i), freedom, false).deviance);
  const at = deviances.reduce((best, one, i) => (one < deviances[best]! ? i : best), 0);
  const fit = mixedFit(partsAt(people, at), freedom, true);
  const firsts = people.map(({ design }) => design.firstAfter).sort((a, b) => a - b);
  const firstAfter = firsts[firsts.length >> 1]!;
  const left = Math.exp(-firstAfter / constants[at]!);
  const half = student95(people.length - 1) * fit.error;
  const interval = [left * (fit.effect - half), left * (fit.effect + half)] as const;
  const found = interval[0] > 0 || interval[1] < 0;
  const sessions = files.flatMap(({ shared }) => shared.sessions);
  return ok({
    people: people.length,
    sessions: sessions.filter(({ leftOut }) => !leftOut).length,
    leftOut: sessions.filter(({ leftOut }) => leftOut).length,
    readings: sessions.reduce((sum, { readings }) => sum + readings.length, 0),
    ownCourse: people.filter(({ design }) => design.ownCourse).length,
    firstAfter,
    effect: { value: left * fit.effect, interval },
    between: left * fit.between,
    scatter: fit.scatter,
    found,
    ...(found ? { halfLife: durations(constants, deviances, at) } : {}),
  });
}
