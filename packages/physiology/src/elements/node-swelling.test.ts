import { day } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeResistance } from "./node.ts";
import { usualSwelling as law, nodeSize, stepSwelling, swellingTarget } from "./node-swelling.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("a node that meets an infection", () => {
  it("grows by 63 % of the way in a day and shrinks by 63 % in ten", () => {
    const target = swellingTarget(law, 1e6);
    expect(target).toBe(3.5);
    expect(stepSwelling(law, 0, 1e6, day)).toBeCloseTo(3.5 * (1 - Math.exp(-1)), 12);
    expect(stepSwelling(law, 3.5, 0, 10 * day)).toBeCloseTo(3.5 * Math.exp(-1), 12);
  });

  it("is twice as wide when its volume is eightfold, and resists eightfold", () => {
    expect(nodeSize(5e-3, 7)).toBeCloseTo(1e-2, 12);
    expect(nodeResistance({ resistance: 1e11, swelling: 7 })).toBe(8e11);
  });

  it("never leaves the way to its target, and two steps are one", () => {
    fc.assert(
      fc.property(number(0, 7), number(0, 1e8), number(1, 1e7), number(0, 1), (s, load, h, cut) => {
        const whole = stepSwelling(law, s, load, h);
        const inTwo = stepSwelling(law, stepSwelling(law, s, load, cut * h), load, (1 - cut) * h);
        expect(inTwo).toBeCloseTo(whole, 10);
        const target = swellingTarget(law, load);
        expect((whole - s) * (target - whole)).toBeGreaterThanOrEqual(-1e-12);
      }),
      { seed: 61 },
    );
  });
});
