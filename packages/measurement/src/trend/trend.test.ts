import { day, randomStream, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import fits from "../../reference/fits.json" with { type: "json" };
import { emptyMeasurement, type Measurement, noSessions, type Series } from "../series/series.ts";
import { evenGeometry } from "../volume/tape-volume.ts";
import { parseThreshold, replay } from "./alarm.ts";
import { findFlares } from "./flares.ts";
import { quantityByName, valuesOf } from "./quantity.ts";
import { type Observations, robustLine } from "./robust-line.ts";
import { courseAt, withScatter } from "./smooth.ts";
import { month, trendOf } from "./trend.ts";

const uniform = randomStream(6);
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
const other = [16.5, 18.5, 21, 23.5, 25, 25.5, 27, 28.5, 30, 31, 31.5].map((value) => value / 100);

/** A series with an excess on given days. */
function seriesOf(excess: readonly (readonly [day: number, share: number])[], more: Partial<Measurement> = {}): Series {
  return {
    title: "an arm",
    limb: "arm",
    affected: "left",
    protocol: { id: "arm_4cm", name: "", start: "", ...evenGeometry("frustum", 0.04, other.length) },
    ...noSessions,
    measurements: excess.map(([on, share]) => ({
      ...emptyMeasurement,
      at: { seconds: on * day, offset: 0 },
      rater: "A",
      circumferences: { left: other.map((value) => value * Math.sqrt(1 + share)), right: other },
      ...more,
    })),
  };
}

describe("the robust line", () => {
  const times = fits.days.map((on) => on * day);
  const deviations = fits.deviations;

  it("agrees with SciPy: level, slope and their errors, over all and near a moment, with and without an outlier", () => {
    for (const { values, all, near } of Object.values(fits.courses)) {
      const observations: Observations = { times, values, deviations };
      const line = robustLine(
        observations,
        150 * day,
        times.map(() => 1),
      );
      expect(line.level).toBeCloseTo(all.level, 5);
      expect(line.slope * day).toBeCloseTo(all.slope, 7);
      expect(line.levelDeviation).toBeCloseTo(all.levelDeviation, 5);
      expect(line.slopeDeviation * day).toBeCloseTo(all.slopeDeviation, 7);
      for (const [on, wanted] of Object.entries(near)) {
        const course = courseAt(observations, Number(on) * day);
        expect(course.level).toBeCloseTo(wanted.level, 5);
        expect(course.levelDeviation).toBeCloseTo(wanted.levelDeviation, 5);
      }
    }
  });

  it("follows a straight course exactly, and moves and scales with it", () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.double({ min: 0.5, max: 4, noNaN: true }), (level, slope, scale) => {
        const values = times.map((time) => level + (slope * time) / month);
        const straight = courseAt({ times, values, deviations }, 70 * day);
        expect(straight.level).toBeCloseTo(level + (slope * 70 * day) / month, 9);
        const [noisy] = [fits.courses.outlier.values];
        const one = courseAt({ times, values: noisy, deviations }, 70 * day);
        const two = courseAt(
          {
            times,
            values: noisy.map((value) => level + scale * value),
            deviations: deviations.map((own) => scale * own),
          },
          70 * day,
        );
        expect(two.level).toBeCloseTo(level + scale * one.level, 7);
        expect(two.levelDeviation).toBeCloseTo(scale * one.levelDeviation, 7);
      }),
      { seed: 6, numRuns: 30 },
    );
  });

  it("stays a level where all values are of one moment", () => {
    const line = courseAt({ times: [5, 5, 5], values: [1, 2, 3], deviations: [1, 1, 1] }, 5);
    expect(line).toMatchObject({ slope: 0 });
    expect(line.level).toBeCloseTo(2, 9);
  });
});

describe("bands over simulated courses", () => {
  const runs = 500;
  const times = Array.from({ length: 12 }, (_, i) => i * 14 * day);
  const hits = { plain: { end: 0, slope: 0 }, scattered: { end: 0, slope: 0 }, flares: 0 };
  for (let run = 0; run < 2 * runs; run++) {
    const slope = 0.02 * normal();
    const truth = times.map((time) => 10 + slope * (time / day));
    const [hit, scatter] = run % 2 === 0 ? ([hits.plain, 0] as const) : ([hits.scattered, 1] as const);
    const values = truth.map((value) => value + Math.hypot(1, scatter) * normal());
    const observations = withScatter({ times, values, deviations: times.map(() => 1) });
    const end = courseAt(observations, times.at(-1)!);
    if (Math.abs(end.level - truth.at(-1)!) < 1.96 * end.levelDeviation) hit.end++;
    const whole = robustLine(
      observations,
      0,
      times.map(() => 1),
    );
    if (Math.abs(whole.slope * day - slope) < 1.96 * whole.slopeDeviation * day) hit.slope++;
    const steady = values.map((value, i) => value - truth[i]!);
    if (findFlares({ ...observations, values: steady }).length > 0) hits.flares++;
  }

  it("hold the truth in about 90 of 100 with scatter from day to day that is as large as the error, in about 95 without", () => {
    for (const [{ end, slope }, least] of [
      [hits.plain, 0.93],
      [hits.scattered, 0.88],
    ] as const) {
      for (const share of [end / runs, slope / runs]) {
        expect(share).toBeGreaterThan(least);
        expect(share).toBeLessThan(0.975);
      }
    }
  });

  it("and a steady limb is seldom said to flare in a dozen measurements", () => {
    expect(hits.flares / (2 * runs)).toBeLessThan(0.05);
  });
});

describe("a trend", () => {
  const steady = [0, 14, 28, 42, 56, 70, 84].map((on) => [on, 0.12] as const);

  it("has a course, a baseline and a rate with its interval", () => {
    const rising = unwrap(trendOf(seriesOf(steady.map(([on]) => [on, 0.1 + 0.03 * ((on * day) / month)])), "excess"));
    expect(rising.rate).toMatchObject({ says: "rising", values: 7 });
    expect(rising.rate?.perMonth).toBeCloseTo(0.03, 3);
    expect(rising.baseline.value).toBeCloseTo(0.1, 9);
    expect(rising.baselineNamed).toBe(false);
    expect(rising.course.at(-1)?.value).toBeCloseTo(0.1 + (0.03 * 84 * day) / month, 3);
    const level = unwrap(trendOf(seriesOf(steady), "excess"));
    expect(level.rate?.says).toBe("not distinguishable from no change");
    expect(level.flares).toEqual([]);
    expect(level.scatter).toBeCloseTo(0, 6);
  });

  it("finds a flare and that it went, one value or several, and a new level that stays", () => {
    const flare = steady.map(([on, share], i) => [on, i === 4 ? 0.22 : share] as const);
    const found = unwrap(trendOf(seriesOf(flare), "excess"));
    expect(found.flares).toMatchObject([{ values: [4], stayed: false }]);
    expect(found.flares[0]?.above).toBeCloseTo(0.1, 9);
    expect(found.leftOut).toEqual([4]);
    const stays = [...steady, [98, 0.22], [112, 0.22], [130, 0.22], [140, 0.22]] as const;
    expect(unwrap(trendOf(seriesOf(stays), "excess")).flares).toMatchObject([{ values: [7, 8, 9], stayed: true }]);
  });

  it("has no course of two values, and is refused without any", () => {
    const short = unwrap(trendOf(seriesOf(steady.slice(0, 2)), "excess"));
    expect(short).toMatchObject({ course: [], flares: [] });
    expect(short.rate).toBeUndefined();
    expect(trendOf(seriesOf(steady), "ldex")).toMatchObject({ code: "field/missing" });
  });

  it("follows volumes and symptoms too, by the names people use", () => {
    const series = seriesOf(steady, { symptoms: { heaviness: 4 }, baseline: false });
    expect(valuesOf(series, "right")).toHaveLength(7);
    expect(unwrap(quantityByName(series, "heaviness"))).toBe("symptom heaviness");
    expect(valuesOf(series, "symptom heaviness")[0]?.estimate.value).toBe(4);
    expect(quantityByName(series, "heavines")).toMatchObject({ hint: "Did you mean heaviness?" });
    expect(valuesOf({ ...series, affected: "both" }, "volume")[0]?.estimate.value).toBeCloseTo(
      valuesOf(series, "left")[0]!.estimate.value,
      12,
    );
  });
});

describe("thresholds", () => {
  const series = seriesOf([
    [0, 0.04],
    [30, 0.085],
    [60, 0.105],
    [90, 0.12],
    [120, 0.2],
  ]);
  const alarms = (words: string) =>
    replay(series, unwrap(parseThreshold(series, words))).map(({ alarm, beside }) => `${alarm} ${beside}`);

  it("are replayed on what was measured, and say whether a crossing is certain", () => {
    expect(alarms("excess > 10 %")).toEqual([
      "false below",
      "false cannot tell",
      "true cannot tell",
      "true cannot tell",
      "true above",
    ]);
    expect(alarms("excess_10")).toEqual(alarms("excess > 10 %"));
    expect(alarms("excess > 10 % twice").map((one) => one.startsWith("true"))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it("may be rises above the baseline: points of a share, a share of a volume", () => {
    expect(alarms("excess rise > 5 %").map((one) => one.startsWith("true"))).toEqual([false, false, true, true, true]);
    expect(alarms("volume rise > 7 %").map((one) => one.startsWith("true"))).toEqual([false, false, false, true, true]);
    expect(alarms("difference > 0.4 L").at(-1)).toMatch(/true/);
  });

  it("are refused with words they do not know or without a unit", () => {
    expect(parseThreshold(series, "exces > 10 %")).toMatchObject({ hint: "Did you mean excess?" });
    expect(parseThreshold(series, "excess > 10 mL")).toMatchObject({ code: "quantity/unit" });
    expect(parseThreshold(series, "volume > 10 %")).toMatchObject({ code: "quantity/unit" });
    expect(parseThreshold(series, "much")).toMatchObject({ code: "field/invalid" });
    expect(parseThreshold(series, "excess_1")).toMatchObject({ hint: "Did you mean excess_5?" });
  });
});
