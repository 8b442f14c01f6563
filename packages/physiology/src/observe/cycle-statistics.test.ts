import { describe, expect, it } from "vitest";
import { createCycleStatistics } from "./cycle-statistics.ts";

/** Volumes (µL) and transmural pressures (Pa), a second apart, of one lymphangion of 10 mm under 100 Pa from outside. */
function statisticsOf(course: readonly (readonly [number, number])[], splits: readonly number[] = [0]) {
  const state = new Float64Array(1);
  const system = { pressure: new Float64Array(1), outside: Float64Array.of(100) };
  const statistics = createCycleStatistics({ system, lymphangions: [{ id: "v.1", vessel: "v", length: 0.01 }] });
  for (const [i, [volume, across]] of course.entries()) {
    state[0] = volume * 1e-9;
    system.pressure[0] = 100 + across;
    if (i === 0) statistics.begin(state);
    else statistics.look(state, i, 1);
    if (splits.includes(i)) statistics.split(0);
  }
  return statistics;
}

const rectangle = [
  [2, 200],
  [2, 1200],
  [1, 1200],
  [1, 200],
  [2, 200],
] as const;

describe("one cycle", () => {
  it("has the stroke volume, work and rise of a rectangle, worked out by hand", () => {
    const [one] = statisticsOf(rectangle).finish([0.25]);
    // 1 µL against 1000 Pa; from 200 to 1200 Pa in a second; mean of the trapezoids 700, 1200, 700, 200.
    expect(one?.strokeVolume).toBeCloseTo(1e-9, 20);
    expect(one?.strokeWork).toBeCloseTo(1e-6, 18);
    expect(one?.ejectionFraction).toBeCloseTo(0.5, 12);
    expect(one?.fractionalPumpFlow).toBeCloseTo(0.125, 12);
    expect(one?.fastestRise).toBeCloseTo(1000, 9);
    expect(one?.transmural).toEqual({ mean: expect.closeTo(700, 9), peak: 1200 });
    expect(one?.pressure).toEqual({ min: 300, max: 1300 });
    // D = √(4V / πL)
    expect(one?.endDiastolicDiameter).toBeCloseTo(Math.sqrt(8e-7 / Math.PI), 12);
    expect(one?.endSystolicDiameter).toBeCloseTo(Math.sqrt(4e-7 / Math.PI), 12);
  });

  it("gives no work where the loop is run through backward, but takes it", () => {
    const [one] = statisticsOf([...rectangle].reverse()).finish([0.25]);
    expect(one?.strokeWork).toBeCloseTo(-1e-6, 18);
  });
});

describe("several cycles", () => {
  it("are averaged, each with its own strokes", () => {
    const other = rectangle.slice(1).map(([v, p]) => [v === 1 ? 0.5 : v, p] as const);
    const statistics = statisticsOf([...rectangle, ...other], [0, 4]);
    const [one] = statistics.finish([0.25]);
    expect(statistics.contractions(0)).toBe(2);
    expect(one?.strokeVolume).toBeCloseTo((1e-9 + 1.5e-9) / 2, 20);
    expect(one?.strokeWork).toBeCloseTo((1e-6 + 1.5e-6) / 2, 18);
    expect(one?.ejectionFraction).toBeCloseTo(1.25 / 2, 12);
    expect(one?.diameter.min).toBeCloseTo(Math.sqrt(2e-7 / Math.PI), 12);
  });

  it("make one of the pieces before the first onset and after the last", () => {
    for (const volumes of [
      [1, 2, 3, 0.5, 1],
      [0.5, 2, 3, 1, 2],
    ]) {
      const course = volumes.map((volume) => [volume, 0] as const);
      const [one] = statisticsOf(course, [2]).finish([0.25]);
      expect(one?.strokeVolume).toBeCloseTo(2.5e-9, 20);
    }
  });

  it("remember when it was narrowest", () => {
    expect(statisticsOf(rectangle).narrowestAt(0)).toBe(2);
  });
});
