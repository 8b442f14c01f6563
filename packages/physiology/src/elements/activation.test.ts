import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Activation, activatePrescribed, createPrescribedPacing } from "./activation.ts";

function at(t: number, strength = 1, contraction = 5): { level: number; rate: number } {
  const one = (value = 0) => Float64Array.of(value);
  const out: Activation = { level: one(), rate: one(), strength: one(strength), tempo: one(1) };
  activatePrescribed(createPrescribedPacing(60, contraction, one(2)), t, true, out);
  return { level: out.level[0]!, rate: out.rate[0]! };
}

describe("prescribed activation", () => {
  it("rises to one in the middle of a contraction and is zero in the rest", () => {
    expect([2, 4.5, 7, 30, 64.5].map((t) => at(t).level)).toEqual([0, 1, 0, 0, 1]);
    expect(at(3.25).level).toBeCloseTo(0.5, 12);
  });

  it("repeats every period, also before the first onset", () => {
    expect(at(4 - 60).level).toBeCloseTo(at(4).level, 12);
    expect(at(4 + 6000).level).toBeCloseTo(at(4).level, 12);
  });

  it("without rest is the raised cosine of the whole period", () => {
    for (const t of [2, 17, 32, 59.5, 130]) {
      expect(at(t, 1, 60).level).toBeCloseTo(0.5 * (1 - Math.cos((2 * Math.PI * (t - 2)) / 60)), 13);
      expect(at(t, 1, 60).rate).toBeCloseTo((at(t + 1e-4, 1, 60).level - at(t - 1e-4, 1, 60).level) / 2e-4, 8);
    }
  });

  it("has the rate of its own slope, and both scale with the strength", () => {
    fc.assert(
      fc.property(fc.double({ min: -70, max: 200, noNaN: true }), (t) => {
        const slope = (at(t + 1e-6).level - at(t - 1e-6).level) / 2e-6;
        expect(Math.abs(at(t).rate - slope)).toBeLessThan(1e-5);
        expect(at(t, 0.3).level).toBeCloseTo(0.3 * at(t).level, 12);
        expect(at(t, 0.3).rate).toBeCloseTo(0.3 * at(t).rate, 12);
      }),
      { seed: 5 },
    );
  });
});
