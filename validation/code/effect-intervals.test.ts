import { hour, normalStream, randomStream } from "@openlymph/base";
import { daysNeeded, type EffectPlan, effectChance } from "@openlymph/measurement";
import { daysOf, fitOf, usualOffsets } from "@openlymph/measurement/testing";
import { describe, expect, it } from "vitest";
import { numbersOf } from "../kept-cases.ts";

const longest = { timeout: 900_000 };

const offsetsOf = [
  usualOffsets,
  [-1, 0.5, 3, 12].map((hours) => hours * hour),
  [-0.25, 1, 6].map((hours) => hours * hour),
];

/** Whether a duration is told of a made-up person, and whether its interval and that of the effect hold the truth. */
function person(n: number): readonly number[] {
  const uniform = randomStream(1000 + n);
  const normal = normalStream(2000 + n);
  const within = (low: number, high: number) => low * (high / low) ** uniform();
  const alternating = uniform() < 0.5;
  const constant = within(1, 40) * hour;
  const effect = -within(0.7, 5);
  const offsets = offsetsOf[n % offsetsOf.length]!;
  const days = 2 * Math.round(within(alternating ? 4 : 2, 12));
  const drift = alternating ? 0.05 : 0;
  const fit = fitOf(daysOf({ days, alternating, offsets, effect, constant, drift }, normal));
  if (fit.halfLife === undefined) return [0, 0, 0];
  const holds = ([low, high]: readonly [number, number], truth: number) => Number(low <= truth && truth <= high);
  const seen = effect * Math.exp(-offsets[1]! / constant);
  return [1, holds(fit.halfLife.interval, constant * Math.LN2), holds(fit.effect.interval, seen)];
}

/** Whether an effect is found of a person in whom there is none. */
function withoutEffect(n: number): readonly number[] {
  const alternating = n % 2 === 1;
  const truth = { days: 8 + 2 * (n % 5), alternating, effect: 0, constant: hour, drift: alternating ? 0.1 : 0 };
  return [Number(fitOf(daysOf(truth, normalStream(5000 + n))).says !== "no effect")];
}

function sums(study: string, people: number, numbers: (n: number) => readonly number[]): readonly number[] {
  const cases = Array.from({ length: people }, (_, n) => ({ key: String(n), run: () => numbers(n) }));
  const found = numbersOf(study, cases);
  return found[0]!.map((_, column) => found.reduce((sum, row) => sum + row[column]!, 0));
}

describe("the duration of an effect, in made-up people", () => {
  it("2 000 of them: the intervals hold the truth in 93 to 97 % of the runs that report one", longest, () => {
    const people = 2000;
    const [reported = 0, held = 0, effectHeld = 0] = sums("effect-intervals", people, person);
    expect(reported).toBeGreaterThan(people / 3);
    expect(held / reported).toBeGreaterThan(0.93);
    expect(held / reported).toBeLessThan(0.97);
    expect(effectHeld / reported).toBeGreaterThan(0.93);
  });

  it("600 without an effect: one is reported in about 5 of 100", longest, () => {
    const people = 600;
    const [found = 0] = sums("effect-none", people, withoutEffect);
    expect(found / people).toBeGreaterThan(0.02);
    expect(found / people).toBeLessThan(0.08);
  });

  it("80 % of them find the effect in the number of days that is told", longest, () => {
    const plan: EffectPlan = { offsets: usualOffsets, alternating: false, effect: 2, halfLife: 5 * hour, scatter: 1 };
    const needed = daysNeeded(plan)!;
    const constant = plan.halfLife / Math.LN2;
    const effect = plan.effect * Math.exp(usualOffsets[1]! / constant);
    const people = 300;
    const finds = (n: number) => {
      const { says } = fitOf(daysOf({ days: needed.days, effect, constant }, normalStream(7000 + n)));
      return [Number(says !== "no effect")];
    };
    const [found = 0] = sums("effect-days-needed", people, finds);
    expect(needed.found).toBeGreaterThanOrEqual(0.8);
    expect(found / people).toBeGreaterThan(0.73);
    expect(effectChance(plan, needed.days - 1).found).toBeLessThan(0.8);
  });
});
