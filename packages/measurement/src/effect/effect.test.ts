import { day, hour, normalStream, randomStream } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import reference from "../../reference/effects.json" with { type: "json" };
import { daysOf, fitOf, usualOffsets } from "../testing/made-up-days.ts";
import { byLot, changeOf } from "./by-lot.ts";
import { daysNeeded, type EffectPlan } from "./days-needed.ts";
import { fitDecay } from "./decay.ts";
import { constantsOf, decayDesign } from "./decay-design.ts";
import { type Episode, slotsOf, sortValues } from "./episodes.ts";
import { leastStrength, likeliestStrength } from "./found-strength.ts";
import { scheduleByLot } from "./schedule.ts";

describe("an effect that fades", () => {
  it("agrees with SciPy: effect, half-life, interval, scatter, and what the other models leave over", () => {
    const { one, hours } = reference;
    const episodes = Array.from({ length: one.days }, (_, i) => ({
      end: i * day,
      leftOut: false,
      readings: hours.map((offset, j) => ({ offset: offset * hour, value: one.values[i * hours.length + j]! })),
    }));
    const fit = fitOf(episodes);
    expect(fit.says).toBe("decay");
    // The grid of durations is 15 % wide; the best of it is taken, and the ends lie between.
    expect(fit.halfLife!.value / hour / one.halfLife).toBeGreaterThan(0.92);
    expect(fit.halfLife!.value / hour / one.halfLife).toBeLessThan(1.08);
    for (const end of [0, 1] as const) {
      expect(fit.halfLife!.interval[end] / hour / one.interval[end]!).toBeCloseTo(1, 1.4);
    }
    expect(fit.effect.value / one.effectAtFirst).toBeCloseTo(1, 1.5);
    expect(fit.scatter / one.scatter).toBeCloseTo(1, 4);
    expect(fit.leftOver.noEffect).toBeCloseTo(one.noEffect, 3);
    expect(fit.leftOver.noDecay).toBeCloseTo(one.noDecay, 3);
  });

  it("is found exactly in readings without scatter, with days without a session and what the limb does by itself", () => {
    const none = () => 0;
    const offsets = usualOffsets;
    const ends = [0, 1, 2].map((i) => 2 * i * day);
    const grid = constantsOf([offsets[1]!, offsets.at(-1)!]);
    const constant = grid[30]!;
    const made = daysOf({ days: 6, alternating: true, effect: -2, constant, drift: 0.1 }, none);
    const design = decayDesign(made, ends)!;
    expect(design.ownCourse).toBe(true);
    const fit = fitDecay(
      design,
      made.flatMap(({ readings }) => readings.map(({ value }) => value)),
    );
    expect(fit.halfLife!.value / (constant * Math.LN2)).toBeCloseTo(1, 9);
    expect(fit.effect.value).toBeCloseTo(-2 * Math.exp(-offsets[1]! / constant), 9);
    expect(fit.scatter).toBeLessThan(1e-5);
  });

  it("does not change with a level of each day, nor, with days without a session, with a course that all days share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 8 }),
        (seed, shifts) => {
          const made = daysOf({ days: 8, alternating: true, effect: -4, constant: 4 * hour }, normalStream(seed));
          const moved = made.map((episode, i) => ({
            ...episode,
            readings: episode.readings.map(({ offset, value }, j) => ({
              offset,
              value: value + shifts[i]! + shifts[j]! / 10,
            })),
          }));
          const [one, other] = [fitOf(made), fitOf(moved)];
          expect(other.says).toBe(one.says);
          expect(other.effect.value).toBeCloseTo(one.effect.value, 6);
        },
      ),
      { seed: 11, numRuns: 20 },
    );
  });

  it("has the unit of the readings: twice the readings give twice the effect and the same duration", () => {
    const made = daysOf({ days: 10, effect: -3, constant: 4 * hour }, normalStream(4));
    const [one, twice] = [fitOf(made), fitOf(made, 2)];
    expect(twice.effect.value).toBeCloseTo(2 * one.effect.value, 9);
    expect(twice.halfLife!.interval[1]).toBeCloseTo(one.halfLife!.interval[1], 3);
  });

  it("says so where it is not told from a step that stays", () => {
    const made = daysOf({ days: 8, effect: -3, constant: 1000 * hour }, normalStream(3));
    const fit = fitOf(made);
    expect(fit.says).toBe("no decay");
    expect(fit.halfLife!.interval[1]).toBe(Number.POSITIVE_INFINITY);
    expect(fit.halfLife!.interval[0]).toBeGreaterThan(4 * hour);
  });
});

describe("strength of an effect that is only reported when it looks strong", () => {
  it("is as seen far beyond the bound and less than seen near it", () => {
    expect(likeliestStrength(9, 2.6)).toBeCloseTo(9, 2);
    expect(likeliestStrength(2.7, 2.6)).toBeLessThan(1);
  });

  it("has a lower end that leaves 2.5 % above what was seen", () => {
    const normal = normalStream(5);
    const [strength, bound] = [2.5, 2.6];
    const seen = Array.from({ length: 60_000 }, () => Math.abs(strength + normal())).filter((x) => x > bound);
    const missed = seen.filter((x) => leastStrength(x, bound) > strength).length / seen.length;
    expect(missed).toBeGreaterThan(0.02);
    expect(missed).toBeLessThan(0.03);
  });
});

describe("days drawn by lot", () => {
  const wish = { from: { seconds: 1_790_000_000, offset: 7200 }, days: 12, seed: 3 };

  it("have one session in each pair, at the same hour, differ with the seed, and come again with it", () => {
    const drawn = scheduleByLot(wish);
    if (!drawn.ok) throw new Error("refused");
    for (let pair = 1; pair <= 6; pair++) {
      const own = drawn.value.filter(({ block }) => block === pair);
      expect(own.map(({ leftOut }) => leftOut).sort()).toEqual([false, true]);
    }
    expect(new Set(drawn.value.map(({ at }) => at.seconds % day)).size).toBe(1);
    expect(scheduleByLot(wish)).toEqual(drawn);
    const lots = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => JSON.stringify(scheduleByLot({ ...wish, seed })));
    expect(new Set(lots).size).toBeGreaterThan(5);
  });

  it("refuse an odd number and too many", () => {
    expect(scheduleByLot({ ...wish, days: 7 })).toMatchObject({ ok: false, code: "param/out-of-range", value: 7 });
    expect(scheduleByLot({ ...wish, days: 400 })).toMatchObject({ ok: false });
  });

  const pairs = (changes: readonly (readonly [number, number])[]): readonly Episode[] =>
    changes.flatMap(([held, leftOut], i) =>
      [held, leftOut].map((change, k): Episode => {
        const readings = [
          { offset: -hour, value: 100 },
          { offset: hour, value: 100 + change },
        ];
        return { end: (2 * i + k) * day, leftOut: k === 1, block: i + 1, readings };
      }),
    );

  it("give the chance of the lot itself: 2 of 2ⁿ where every pair says the same", () => {
    const found = byLot(pairs([-3, -2.5, -3.2, -2.8, -3.1, -2.9].map((held) => [held, 0] as const)))!;
    expect(found.difference).toBeCloseTo(-2.917, 3);
    expect(found).toMatchObject({ blocks: 6, lots: 64, chance: 2 / 64 });
    expect(found.interval[0]).toBeGreaterThan(-3.3);
    expect(found.interval[1]).toBeLessThan(-2.4);
  });

  it("say nothing with 95 % below six pairs", () => {
    const found = byLot(
      pairs([
        [-3, 0],
        [-3.1, 0.2],
        [-2.8, 0.1],
        [-2.9, 0],
        [-3.2, 0.1],
      ]),
    )!;
    expect(found.interval).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(found.chance).toBe(2 / 32);
  });

  it("hold the truth in 95 % or more, whatever the scatter looks like", () => {
    const uniform = randomStream(9);
    const runs = 300;
    let held = 0;
    for (let n = 0; n < runs; n++) {
      // Skewed, with a level that wanders.
      const skewed = () => -Math.log(1 - uniform());
      const drawn = Array.from({ length: 8 }, () => [-2 + skewed() - 1, skewed() - 1] as const);
      const { interval } = byLot(pairs(drawn))!;
      if (interval[0] <= -2 && -2 <= interval[1]) held++;
    }
    expect(held / runs).toBeGreaterThan(0.925);
  });

  it("need a reading before and after", () => {
    expect(
      changeOf({
        end: 0,
        leftOut: false,
        readings: [
          { offset: hour, value: 1 },
          { offset: 2 * hour, value: 2 },
        ],
      }),
    ).toBeUndefined();
    expect(byLot([])).toBeUndefined();
  });
});

describe("the number of days", () => {
  const plan: EffectPlan = { offsets: usualOffsets, alternating: false, effect: 2, halfLife: 5 * hour, scatter: 1 };

  it("grows with the scatter and where every second day has no session, and is not given where no plan is long enough", () => {
    const days = (changed: Partial<EffectPlan>) =>
      daysNeeded({ ...plan, ...changed })?.days ?? Number.POSITIVE_INFINITY;
    expect(days({ scatter: 1.5 })).toBeGreaterThan(days({}));
    expect(days({ alternating: true })).toBeGreaterThan(days({}));
    expect(days({ scatter: 20 })).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("readings", () => {
  const sessions = [0, 1, 2].map((i) => ({ at: { seconds: i * day, offset: 0 }, duration: 1200, leftOut: i === 1 }));
  const value = (time: number) => ({ time, estimate: { value: time, terms: {} } });

  it("belong to the next session within six hours, else to the last one within three days; the others are counted", () => {
    const times = [-7 * hour, -hour, 600, 2 * hour, day - 2 * hour, day + hour, 2 * day + hour, 2 * day + 80 * hour];
    const { episodes, unused, unread, ends } = sortValues(sessions, times.map(value));
    expect(episodes.map(({ readings }) => readings.map(({ value: own }) => own))).toEqual([
      [-hour, 2 * hour],
      [day - 2 * hour, day + hour],
    ]);
    expect(episodes[0]!.readings.map(({ offset }) => offset)).toEqual([-hour - 1200, 2 * hour - 1200]);
    expect({ unused, unread }).toEqual({ unused: 3, unread: 1 });
    expect(ends).toEqual([1200, 2 * day + 1200]);
  });

  it("of one hour are one slot, and before and after a session never are", () => {
    const readings = [-0.2, 0.2, 0.4, 3, 3.3].map((hours) => ({ offset: hours * hour, value: 0 }));
    const slots = slotsOf([{ end: 0, leftOut: false, readings }]).map((slot) => slot / hour);
    expect(slots).toHaveLength(3);
    for (const [i, expected] of [-0.2, 0.3, 3.15].entries()) expect(slots[i]).toBeCloseTo(expected, 9);
  });
});
