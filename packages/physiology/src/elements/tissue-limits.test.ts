import { mmHg } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitPressure, limitStiffness } from "./tissue-limits.ts";

const skin = { envelope: 0.5 * mmHg, envelopeOnset: 8 };

describe("tissue beyond the measured curve", () => {
  it("adds nothing within it", () => {
    for (const x of [0.5, 1, 4, 8]) {
      expect(limitPressure(x, skin)).toBe(0);
      expect(limitStiffness(x, skin)).toBe(0);
    }
  });

  it("has the slope it claims, and rises", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 25, noNaN: true }), (x) => {
        const h = 1e-6 * x;
        const slope = (limitPressure(x + h, skin) - limitPressure(x - h, skin)) / (2 * h);
        expect(Math.abs(limitStiffness(x, skin) - slope)).toBeLessThan(1e-4 * Math.abs(slope) + 0.1);
        expect(limitStiffness(x, skin)).toBeGreaterThanOrEqual(0);
      }),
      { seed: 4 },
    );
  });

  it("holds tissue that is filled or pressed dry", () => {
    // By hand: ½ · 0.5 · 7² and −½ · 10 · (0.5/0.1 − 1)².
    expect(limitPressure(15, skin) / mmHg).toBeCloseTo(12.25, 9);
    expect(limitPressure(0.1, skin) / mmHg).toBeCloseTo(-80, 9);
  });
});
