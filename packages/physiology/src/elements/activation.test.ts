import { describe, expect, it } from "vitest";
import { activationAt, activationRateAt, contractionPhase } from "./activation.ts";

const at = (t: number) => activationAt(contractionPhase(t, 2, 60, 5));

describe("activation", () => {
  it("rises to one in the middle of a contraction and is zero in the rest", () => {
    expect([at(2), at(4.5), at(7), at(30), at(64.5)]).toEqual([0, 1, 0, 0, 1]);
    expect(at(3.25)).toBeCloseTo(0.5, 12);
  });

  it("knows the time before the first onset as the tail of an earlier cycle", () => {
    expect(contractionPhase(0, 2, 60, 5)).toBeCloseTo(58 / 5, 12);
  });

  it("has the rate of its own slope", () => {
    const phase = contractionPhase(3.1, 2, 60, 5);
    expect(activationRateAt(phase, 5)).toBeCloseTo((at(3.1 + 1e-6) - at(3.1 - 1e-6)) / 2e-6, 6);
    expect(activationRateAt(contractionPhase(30, 2, 60, 5), 5)).toBe(0);
  });
});
