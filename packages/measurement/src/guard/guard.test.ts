import { randomStream } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyMeasurement, noSessions, type Series } from "../series/series.ts";
import { evenGeometry, markPositions } from "../volume/tape-volume.ts";
import { askAgain } from "./ask-again.ts";
import { checkReadings } from "./check-readings.ts";
import { checkShift } from "./check-shift.ts";

const arm = [16.5, 18.5, 21, 23.5, 25, 25.5, 27, 28.5, 30, 31, 31.5].map((value) => value / 100);
const positions = markPositions(evenGeometry("frustum", 0.04, arm.length), arm.length);
const checked = (values: readonly number[], confirmed: readonly string[] = []) =>
  checkReadings(values, positions.slice(0, values.length), "arm", "left", confirmed);

/** A series with one left limb measured several times. */
function seriesOf(...times: readonly (readonly number[])[]): Series {
  return {
    title: "test",
    limb: "arm",
    affected: "left",
    protocol: { id: "own", name: "", start: "", ...evenGeometry("frustum", 0.04, arm.length) },
    ...noSessions,
    measurements: times.map((left) => ({ ...emptyMeasurement, circumferences: { left } })),
  };
}

describe("readings beside their neighbours", () => {
  it("are not asked about on a plain arm", () => {
    expect(checked(arm)).toEqual([]);
  });

  it("are asked about 5 cm off the line, with mark, value and what to do, and only the wrong one", () => {
    const questions = checked(arm.with(5, 0.255 + 0.06));
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ code: "reading/off-line", side: "left", site: 6, value: 0.315 });
    expect(questions[0]?.position).toBeCloseTo(0.2, 12);
    expect(questions[0]?.found).toContain("31.5 cm lies 5.5 cm off");
    expect(checked(arm.with(5, 0.255 + 0.05))).toEqual([]);
  });

  it("are asked about after a jump of more than 40 %", () => {
    expect(checked(arm.with(10, 0.44))).toMatchObject([{ code: "reading/jump", site: 11 }]);
    expect(checked([0.12, ...arm.slice(1)])).toMatchObject([{ code: "reading/jump", site: 1 }]);
    expect(checked(arm.with(10, 0.39))).toEqual([]);
  });

  it("that look like inches say so, one or all", () => {
    expect(checked(arm.with(5, 0.255 / 2.54))).toMatchObject([{ code: "reading/inch", site: 6 }]);
    expect(checked(arm.map((value) => value / 2.54))).toMatchObject([
      { code: "limb/inch", ask: expect.stringContaining("12.4 in are 31.5 cm") },
    ]);
  });

  it("are left alone once they are confirmed", () => {
    expect(checked(arm.with(5, 0.32), ["left 6"])).toEqual([]);
    expect(checked(arm.with(5, 0.32), ["right 6"])).toHaveLength(1);
  });
});

describe("marks beside those of the last time", () => {
  const uniform = randomStream(11);
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  /** The arm between its marks, by straight lines. */
  const at = (x: number) => {
    const i = Math.max(0, Math.min(arm.length - 2, Math.floor(x / 0.04)));
    return arm[i]! + (x / 0.04 - i) * (arm[i + 1]! - arm[i]!);
  };
  const read = (shift: number, growth: number, noise = 0.004) =>
    positions.map((x) => at(x + shift) * (1 + growth) * (1 + noise * normal()));

  it("are found shifted, and by how much, whether the limb grew or not", () => {
    for (const growth of [0, 0.03]) {
      const found = checkShift(read(0, 0), read(0.02, growth), positions);
      expect(found?.asked).toBe(true);
      expect(found?.shift).toBeCloseTo(0.02, 2);
    }
  });

  it("are seldom called shifted where they are not", () => {
    const asked = Array.from({ length: 300 }, () => checkShift(read(0, 0), read(0, 0.05 * uniform()), positions));
    expect(asked.filter((one) => one?.asked).length).toBeLessThan(9);
    const noisy = Array.from({ length: 300 }, () => checkShift(arm, read(0, 0, 0.03), positions));
    expect(noisy.filter((one) => Math.abs(one?.shift ?? 0) >= 0.01).length).toBeGreaterThan(60);
    expect(noisy.filter((one) => one?.asked).length).toBeLessThan(12);
  });

  it("cannot be told on a cylinder or with few marks", () => {
    expect(
      checkShift(
        arm.map(() => 0.25),
        arm,
        positions,
      ),
    ).toBeUndefined();
    expect(checkShift(arm.slice(0, 5), arm.slice(0, 5), positions)).toBeUndefined();
  });

  it("and a jump of the whole volume are asked about in a series", () => {
    const shifted = seriesOf(
      arm,
      positions.map((x) => at(x + 0.02)),
    );
    expect(askAgain(shifted, 0)).toEqual([]);
    expect(askAgain(shifted, 1)).toMatchObject([
      { code: "limb/shifted", found: expect.stringContaining("toward the trunk") },
    ]);
    const larger = seriesOf(
      arm,
      arm.map((value) => 1.2 * value),
    );
    expect(askAgain(larger, 1)).toMatchObject([{ code: "limb/jump", found: "3044 mL after 2114 mL" }]);
  });

  it("never ask about a limb that only scales by less than the jump", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.9, max: 1.1, noNaN: true }), (scale) => {
        expect(
          askAgain(
            seriesOf(
              arm,
              arm.map((value) => scale * value),
            ),
            1,
          ),
        ).toEqual([]);
      }),
      { seed: 6, numRuns: 50 },
    );
  });
});
