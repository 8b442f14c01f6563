import { describe, expect, it } from "vitest";
import { strokePhase, strokeShape, strokeShapeRate } from "./external-pressure.ts";

const shape = (t: number) => strokeShape(strokePhase(t, 0.5, 10, 3));

describe("stroke", () => {
  it("peaks halfway through the press and is gone after it", () => {
    expect(shape(2)).toBeCloseTo(1, 12);
    expect([shape(0.5), shape(4), shape(12)].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([0, 0, 1]);
  });

  it("has the rate of its own slope", () => {
    expect(strokeShapeRate(strokePhase(1.2, 0.5, 10, 3), 3)).toBeCloseTo(
      (shape(1.2 + 1e-6) - shape(1.2 - 1e-6)) / 2e-6,
      6,
    );
  });
});
