import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactly } from "../error/estimate.ts";
import { diskGradient } from "./disk.ts";
import { withoutDominance } from "./dominance.ts";
import { excessChange, excessShare, excessVolume } from "./excess.ts";
import { frustumGradient } from "./frustum.ts";
import { girthDifferences, volumeGrowth } from "./girth.ts";
import { relativeVolumeChange } from "./relative-volume-change.ts";
import { severityOf } from "./severity.ts";
import { coveredLength, evenGeometry, markPositions, tapeVolume } from "./tape-volume.ts";
import { weightAdjustedChange } from "./weight-adjusted-change.ts";

const cm = (values: readonly number[]) => values.map((value) => value / 100);
const mL = (volume: number) => volume * 1e6;
const frustum = (values: readonly number[], step: number) =>
  tapeVolume(cm(values), evenGeometry("frustum", step / 100, values.length)).volume;
const disk = (values: readonly number[], step: number) =>
  tapeVolume(cm(values), evenGeometry("disk", step / 100, values.length)).volume;

const affected = [18, 20.5, 23.5, 26.5, 28.5, 29, 30.5, 32, 33.5, 34.5, 35];
const other = [16.5, 18.5, 21, 23.5, 25, 25.5, 27, 28.5, 30, 31, 31.5];

/** Readings in m, 2 to 20 of them, and a step in m. */
const limb = fc.record({
  readings: fc.array(fc.double({ min: 0.1, max: 0.8, noNaN: true }), { minLength: 2, maxLength: 20 }),
  step: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
});
const seeded = { seed: 6, numRuns: 200 };

describe("worked examples of the knowledge base", () => {
  it("frustum_one, disk_one, disk_vs_frustum_linear", () => {
    expect(mL(frustum([20, 24], 4)).toFixed(2)).toBe("154.49");
    expect(mL(disk([20], 4)).toFixed(2)).toBe("127.32");
    const difference = mL(frustum([20, 24], 4) - disk([22], 4));
    expect(difference.toFixed(4)).toBe("0.4244");
    expect(difference).toBeCloseTo((4 * (24 - 20) ** 2) / (48 * Math.PI), 10);
  });

  it("arm_pair_frustum", () => {
    const [a, u] = [exactly(frustum(affected, 4)), exactly(frustum(other, 4))];
    expect(mL(a.value).toFixed(1)).toBe("2662.1");
    expect(mL(u.value).toFixed(1)).toBe("2113.8");
    expect(mL(excessVolume(a, u).value).toFixed(1)).toBe("548.3");
    expect((100 * excessShare(a, u).value).toFixed(1)).toBe("25.9");
    const girth = girthDifferences(cm(affected).map(exactly), cm(other).map(exactly)).map(({ value }) => value);
    expect((100 * Math.max(...girth)).toFixed(1)).toBe("3.5");
    expect(severityOf(excessShare(a, u)).band).toBe("moderate");
  });

  it("rvc_identity, and WAC of a limb that grows with the body", () => {
    const limbs = (a: number, u: number) => ({ affected: exactly(a), other: exactly(u) });
    expect(relativeVolumeChange(limbs(2000, 2050), limbs(2200, 2255)).value).toBeCloseTo(0, 12);
    expect(relativeVolumeChange(limbs(2000, 2000), limbs(2200, 2000)).value).toBeCloseTo(0.1, 12);
    const weighed = (limbVolume: number, weight: number) => ({ limb: exactly(limbVolume), weight });
    expect(weightAdjustedChange(weighed(2000, 70), weighed(2200, 77)).value).toBeCloseTo(0, 12);
    expect(weightAdjustedChange(weighed(2000, 70), weighed(2200, 70)).value).toBeCloseTo(0.1, 12);
  });

  it("ancukiewicz_2012_bounds and iwv_threshold: an amount as a share", () => {
    const growth = (before: number, by: number) => excessShare(exactly(before + by), exactly(before)).value;
    expect([1270, 6873].map((volume) => (100 * growth(volume, 200)).toFixed(1))).toEqual(["15.7", "2.9"]);
    expect((100 * growth(2.3, 0.14)).toFixed(1)).toBe("6.1");
  });

  it("efforT_relative_vs_points: points over relative reduction is the excess before", () => {
    const trial = [
      [5.3, 23.3, "22.7"],
      [5.2, 20.9, "24.9"],
      [5.4, 24.8, "21.8"],
    ] as const;
    for (const [points, relative, baseline] of trial) {
      const before = points / relative;
      expect((100 * before).toFixed(1)).toBe(baseline);
      const reduced = excessChange(exactly(before), exactly(before - points / 100));
      expect(100 * reduced.value).toBeCloseTo(relative, 9);
    }
  });

  it("excess_change_not_interchangeable", () => {
    const [before, after, control] = [3000, 2790, 2400].map(exactly);
    const reduced = excessChange(excessVolume(before!, control!), excessVolume(after!, control!));
    expect((100 * reduced.value).toFixed(1)).toBe("35.0");
    expect((-100 * excessShare(after!, before!).value).toFixed(1)).toBe("7.0");
  });

  it("girth_to_volume", () => {
    expect((100 * volumeGrowth(0.27, 0.02)).toFixed(1)).toBe("15.4");
    expect(mL(frustum([29, 29], 40) - frustum([27, 27], 40)).toFixed(1)).toBe("356.5");
  });
});

describe("the two models", () => {
  it("are exact for cylinders, cones and their frusta", () => {
    const radius = (circumference: number) => circumference / (2 * Math.PI);
    expect(frustum([30, 30, 30], 4)).toBeCloseTo(Math.PI * radius(0.3) ** 2 * 0.08, 12);
    expect(disk([30, 30, 30], 4)).toBeCloseTo(Math.PI * radius(0.3) ** 2 * 0.12, 12);
    const [small, large] = [radius(0.2), radius(0.4)];
    const cone = (Math.PI * 0.4 * (small * small + small * large + large * large)) / 3;
    expect(frustum([20, 25, 30, 35, 40], 10)).toBeCloseTo(cone, 12);
  });

  it("cover n − 1 segments and n segments", () => {
    expect(coveredLength(evenGeometry("frustum", 0.04, 11))).toBeCloseTo(0.4, 12);
    expect(coveredLength(evenGeometry("disk", 0.04, 11))).toBeCloseTo(0.44, 12);
    expect(markPositions({ model: "frustum", heights: [0.04, 0.08] }, 3)[2]).toBeCloseTo(0.12, 12);
  });

  it("scale with the cube of length, rise with every reading, and do not know which end is first", () => {
    fc.assert(
      fc.property(
        limb,
        fc.constantFrom("frustum", "disk"),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        ({ readings, step }, model, scale) => {
          const volume = (values: readonly number[], height: number) =>
            tapeVolume(values, evenGeometry(model, height, values.length)).volume;
          const own = volume(readings, step);
          const scaled = volume(
            readings.map((value) => scale * value),
            scale * step,
          );
          expect(scaled / own / scale ** 3).toBeCloseTo(1, 9);
          expect(volume(readings.toReversed(), step) / own).toBeCloseTo(1, 9);
          const [first, ...rest] = readings;
          expect(volume([first! + 0.01, ...rest], step)).toBeGreaterThan(own);
        },
      ),
      seeded,
    );
  });

  it("know how they move with each reading", () => {
    fc.assert(
      fc.property(limb, ({ readings, step }) => {
        for (const [model, gradientOf] of [
          ["frustum", frustumGradient],
          ["disk", diskGradient],
        ] as const) {
          const geometry = evenGeometry(model, step, readings.length);
          const gradient = gradientOf(readings, geometry.heights);
          for (const i of readings.keys()) {
            const moved = (by: number) => tapeVolume(readings.with(i, readings[i]! + by), geometry).volume;
            expect((moved(1e-5) - moved(-1e-5)) / 2e-5 / gradient[i]!).toBeCloseTo(1, 6);
          }
        }
      }),
      { ...seeded, numRuns: 40 },
    );
  });
});

describe("comparing sides", () => {
  it("turns its sign when the sides are swapped", () => {
    const volume = fc.double({ min: 5e-4, max: 2e-2, noNaN: true });
    fc.assert(
      fc.property(volume, volume, (a, b) => {
        const [one, two] = [exactly(a), exactly(b)];
        expect(excessVolume(one, two).value + excessVolume(two, one).value).toBe(0);
        expect((1 + excessShare(one, two).value) * (1 + excessShare(two, one).value)).toBeCloseTo(1, 9);
      }),
      seeded,
    );
  });

  it("keeps a negative excess, and takes dominance off only when asked", () => {
    expect(excessShare(exactly(95), exactly(100)).value).toBeCloseTo(-0.05, 12);
    expect(withoutDominance(exactly(100), 0.02).value).toBeCloseTo(98, 12);
    expect(withoutDominance(exactly(100), 0).value).toBe(100);
  });
});
