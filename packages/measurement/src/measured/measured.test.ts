import { unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviation, interval95 } from "../error/estimate.ts";
import { emptyMeasurement, type Measurement, noSessions, type Series } from "../series/series.ts";
import { evenGeometry } from "../volume/tape-volume.ts";
import { compareMeasurements } from "./comparison.ts";
import { joinSeries } from "./join-series.ts";
import { measured } from "./measured.ts";

const affected = [18, 20.5, 23.5, 26.5, 28.5, 29, 30.5, 32, 33.5, 34.5, 35].map((value) => value / 100);
const other = [16.5, 18.5, 21, 23.5, 25, 25.5, 27, 28.5, 30, 31, 31.5].map((value) => value / 100);
const grown = (values: readonly number[], share: number) => values.map((value) => value * Math.sqrt(1 + share));
const hour = 3600;
const day = 24 * hour;

function measurement(at: number, left: readonly number[], right: readonly number[], more: Partial<Measurement> = {}) {
  return { ...emptyMeasurement, at: { seconds: at, offset: 0 }, rater: "A", circumferences: { left, right }, ...more };
}

function seriesOf(measurements: readonly Measurement[], more: Partial<Series> = {}): Series {
  const protocol = { id: "arm_4cm", name: "", start: "2 cm above", ...evenGeometry("frustum", 0.04, affected.length) };
  return { title: "an arm", limb: "arm", affected: "left", ...noSessions, protocol, measurements, ...more };
}

describe("a measurement", () => {
  const series = seriesOf([
    measurement(0, other, other, { baseline: true, weight: 70, lDex: 1 }),
    measurement(9 * day, affected, other, { weight: 70, lDex: 9, tissueDielectric: { left: 36, right: 30 } }),
  ]);

  it("has volumes, difference, excess and severity with their errors, and says which lines are crossed", () => {
    const { volumes, compared, rules, relativeChange, weightAdjusted } = measured(series, 1);
    expect(1e6 * volumes.left!.value).toBeCloseTo(2662.1, 1);
    const [low, high] = interval95(compared!.excess);
    expect([low, high].map((value) => (100 * value).toFixed(1))).toEqual(["23.0", "28.9"]);
    expect(compared).toMatchObject({ affected: "left", known: true, severity: { band: "moderate" } });
    expect(relativeChange?.value).toBeCloseTo(compared!.excess.value, 12);
    expect(weightAdjusted.left?.value).toBeCloseTo(compared!.excess.value, 12);
    const said = Object.fromEntries(rules.map(({ rule, beside }) => [rule.id, beside]));
    expect(said).toMatchObject({ excess_10: "above", difference_200: "above", girth_2: "above", rvc_10: "above" });
    expect(said).toMatchObject({ ldex_10: "below", "ldex_rise_6.5": "above", "tdc_arm_1.2": "cannot tell" });
  });

  it("cannot tell beside a line that its interval touches", () => {
    const close = seriesOf([measurement(0, grown(other, 0.1), other)]);
    expect(measured(close, 0).rules.find(({ rule }) => rule.id === "excess_10")?.beside).toBe("cannot tell");
  });

  it("without an affected side is left minus right; with both affected it is not compared", () => {
    const { affected: _affected, ...unknown } = series;
    expect(measured(unknown, 1).compared).toMatchObject({ affected: "left", known: false });
    expect(measured({ ...series, affected: "both" }, 1).compared).toBeUndefined();
    const one = seriesOf([{ ...measurement(0, affected, other), circumferences: { left: affected } }]);
    expect(measured(one, 0)).toMatchObject({ volumes: { left: {} } });
    expect(measured(one, 0).compared).toBeUndefined();
  });

  it("turns with the sides", () => {
    const swapped = seriesOf([measurement(0, other, affected)], { affected: "right" });
    const [one, two] = [measured(swapped, 0).compared!, measured(series, 1).compared!];
    expect(one.difference.value).toBeCloseTo(two.difference.value, 15);
    expect(deviation(one.excess)).toBeCloseTo(deviation(two.excess), 12);
  });

  it("takes dominance off the dominant arm where it is asked to", () => {
    const dominant = { ...series, dominant: "left" } as const;
    expect(measured(dominant, 1, { dominance: 0.02 }).compared!.excess.value).toBeCloseTo(
      0.98 * (1 + measured(series, 1).compared!.excess.value) - 1,
      12,
    );
    expect(measured(dominant, 1).compared!.excess.value).toBe(measured(series, 1).compared!.excess.value);
  });

  it("takes volumes of other methods, with their error", () => {
    const water = seriesOf([measurement(0, affected, other, { water: { left: 0.0027, right: 0.002 } })]);
    const { compared, volumes } = measured(water, 0, { method: "water" });
    expect(compared?.excess.value).toBeCloseTo(0.35, 12);
    expect(deviation(volumes.left!) / 0.0027).toBeCloseTo(0.029, 12);
    expect(compared?.girth).toBeUndefined();
  });
});

describe("two measurements", () => {
  const at = (share: number, more: Partial<Measurement> = {}) =>
    compareMeasurements(
      seriesOf([measurement(0, affected, other), measurement(9 * day, grown(affected, share), other, more)]),
      0,
      1,
    );

  it("3 % apart cannot be told apart, 6 % can; both numbers of a reduction are there", () => {
    expect(at(-0.02).volumes.left?.verdict).toBe("not distinguishable");
    expect(at(-0.06).volumes.left).toMatchObject({ verdict: "changed" });
    expect(at(-0.06).volumes.right?.verdict).toBe("not distinguishable");
    const { excess, volumes } = at(-0.06);
    expect(volumes.left?.share.value).toBeCloseTo(-0.06, 12);
    expect(excess?.reduction?.value).toBeCloseTo((0.06 * 2662.1) / 548.3, 3);
    expect(excess?.relativeChange.value).toBeCloseTo(-0.06, 12);
  });

  it("by other raters, by the person, or by nobody known need a larger change", () => {
    const detectable = (rater?: string) => {
      const { rater: _rater, ...rest } = measurement(9 * day, affected, other);
      const later = rater === undefined ? rest : { ...rest, rater };
      return compareMeasurements(seriesOf([measurement(0, affected, other), later]), 0, 1);
    };
    const size = (rater?: string) => detectable(rater).volumes.left!.detectable;
    expect(size("A") / (2662.1e-6 * 1.96 * Math.SQRT2 * 0.0082)).toBeCloseTo(1, 1);
    expect(size("B")).toBeGreaterThan(1.3 * size("A"));
    expect(size()).toBe(size("B"));
    expect(size("self")).toBeGreaterThan(size("B"));
    expect([detectable("A").rater, detectable("B").rater, detectable().rater]).toEqual([
      "same",
      "different",
      "not known",
    ]);
  });

  it("repeated on the same day are taken together, and show smaller changes", () => {
    const twice = seriesOf([
      measurement(0, affected, other),
      measurement(hour, affected, other),
      measurement(9 * day, affected, other),
      measurement(9 * day + hour, affected, other),
    ]);
    const comparison = compareMeasurements(twice, 0, 2);
    expect(comparison).toMatchObject({ before: [0, 1], after: [2, 3] });
    const once = at(0).volumes.left!.detectable;
    expect(comparison.volumes.left!.detectable / once).toBeCloseTo(Math.SQRT1_2, 2);
  });

  it("ask for a repetition while a reading is in question, and say when the clock differs", () => {
    const outlier = at(0, { circumferences: { left: affected.with(5, 0.36), right: other } });
    expect(outlier.volumes.left?.verdict).toBe("repeat the measurement");
    expect(outlier.volumes.right?.verdict).toBe("not distinguishable");
    expect(at(0, { at: { seconds: 9 * day + 9 * hour, offset: 0 } }).notes[0]).toMatch(/9 hours apart by the clock/);
    expect(at(0, { at: { seconds: 9 * day + 23 * hour, offset: 0 } }).notes).toEqual([]);
  });

  it("have no reduction of an excess that was not there", () => {
    const none = compareMeasurements(
      seriesOf([measurement(0, other, other), measurement(9 * day, affected, other)]),
      0,
      1,
    );
    expect(none.excess?.reduction).toBeUndefined();
  });

  it("are judged alike at every size of limb", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.6, max: 1.6, noNaN: true }),
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        (scale, share) => {
          const sized = (values: readonly number[]) => values.map((value) => value * scale);
          const scaled = seriesOf([
            measurement(0, sized(affected), sized(other)),
            measurement(9 * day, sized(grown(affected, share)), sized(other)),
          ]);
          expect(compareMeasurements(scaled, 0, 1).volumes.left?.verdict).toBe(at(share).volumes.left?.verdict);
        },
      ),
      { seed: 6, numRuns: 40 },
    );
  });
});

describe("two files", () => {
  const series = seriesOf([measurement(0, affected, other)]);
  it("become one series where their marks are the same", () => {
    expect(unwrap(joinSeries(series, seriesOf([measurement(day, other, other)]), "b.yaml")).measurements).toHaveLength(
      2,
    );
    const disks = { ...series.protocol, ...evenGeometry("disk", 0.04, affected.length) };
    expect(joinSeries(series, { ...series, protocol: disks }, "b.yaml")).toMatchObject({
      code: "field/invalid",
      file: "b.yaml",
    });
    expect(joinSeries(series, { ...series, limb: "leg" }, "b.yaml")).toMatchObject({ path: "limb" });
    expect(joinSeries(series, { ...series, affected: "right" }, "b.yaml")).toMatchObject({ path: "affected" });
    const elsewhere = { ...series.protocol, id: "own", start: "at the wrist" };
    expect(joinSeries(series, { ...series, protocol: elsewhere }, "b.yaml")).toMatchObject({ path: "protocol" });
    expect(joinSeries(seriesOf([measurement(day, other, other)]), series, "b.yaml")).toMatchObject({
      path: "measurements[0].at",
    });
  });
});
