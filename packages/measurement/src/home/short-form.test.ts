import { describe, expect, it } from "vitest";
import { emptyMeasurement, noSessions, type Series } from "../series/series.ts";
import { evenGeometry } from "../volume/tape-volume.ts";
import { readingTime, shortForm } from "./short-form.ts";

const own = [18, 20.5, 23.5, 26.5, 28.5, 29, 30.5, 32, 33.5, 34.5, 35].map((value) => value / 100);
const other = [16.5, 18.5, 21, 23.5, 25, 25.5, 27, 28.5, 30, 31, 31.5].map((value) => value / 100);

function seriesOf(left: readonly number[], right: readonly number[]): Series {
  const protocol = { id: "arm_4cm", name: "", start: "", ...evenGeometry("frustum", 0.04, left.length) };
  return {
    title: "",
    limb: "arm",
    ...noSessions,
    protocol,
    measurements: [{ ...emptyMeasurement, circumferences: { left, right } }],
  };
}

describe("the short form", () => {
  it("has every second mark, prefilled, and is done within half a minute for one arm", () => {
    const { marks } = shortForm(seriesOf(own, other));
    expect(marks.map(({ mark }) => mark)).toEqual([1, 3, 5, 7, 9, 11]);
    expect(marks[1]).toMatchObject({ last: { left: 0.235, right: 0.21 } });
    expect(marks[1]?.position).toBeCloseTo(0.08, 12);
    expect(marks.length * readingTime).toBeLessThan(30);
  });

  it("agrees with the full one exactly on cones, and nearly on an arm", () => {
    const cone = Array.from({ length: 11 }, (_, i) => 0.2 + 0.01 * i);
    expect(shortForm(seriesOf(cone, cone)).agreement?.limits[1]).toBeCloseTo(0, 12);
    const { agreement } = shortForm(seriesOf(own, other));
    expect(agreement).toMatchObject({ limbs: 2 });
    expect(agreement?.share).toBeLessThan(0.01);
  });

  it("ends a step earlier with an even number of marks, and compares the same length", () => {
    const cone = Array.from({ length: 10 }, (_, i) => 0.2 + 0.01 * i);
    const { marks, agreement } = shortForm(seriesOf(cone, cone));
    expect(marks.at(-1)?.mark).toBe(9);
    expect(agreement?.bias).toBeCloseTo(0, 12);
  });

  it("has no agreement without two limbs to see it on", () => {
    expect(shortForm({ ...seriesOf(own, other), measurements: [] })).toEqual({ marks: [] });
  });
});
