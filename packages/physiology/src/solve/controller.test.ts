import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createStepControl, stepFactor } from "./controller.ts";
import { methods } from "./tableau.ts";

const { dopri5, rodas4 } = methods;
const error = fc.double({ min: 1e-9, max: 1e3, noNaN: true });

describe("step size", () => {
  it("is 0.9 of the present one for an error as large as allowed, time after time", () => {
    const control = createStepControl();
    control.before = 1;
    for (const method of [rodas4, dopri5, rodas4]) expect(stepFactor(control, 1, method)).toBeCloseTo(0.9, 14);
  });

  it("shrinks after an error too large and grows at most five times", () => {
    fc.assert(
      fc.property(fc.array(error, { minLength: 1 }), fc.constantFrom(dopri5, rodas4), (errors, method) => {
        const control = createStepControl();
        for (const norm of errors) {
          const factor = stepFactor(control, norm, method);
          expect(factor).toBeGreaterThanOrEqual(0.2);
          expect(factor).toBeLessThanOrEqual(norm > 1 ? 0.9 : 5);
        }
      }),
      { seed: 3 },
    );
  });

  it("does not grow right after a refusal, but does after the step that follows", () => {
    const control = createStepControl();
    stepFactor(control, 3, rodas4);
    expect(stepFactor(control, 1e-3, rodas4)).toBe(1);
    expect(stepFactor(control, 1e-3, rodas4)).toBe(5);
  });

  it("of an explicit method grows less while the error rises than while it falls", () => {
    const factorAfter = (before: number) => stepFactor({ before, refused: false }, 0.1, dopri5);
    expect(factorAfter(0.01)).toBeLessThan(factorAfter(0.9));
    expect(factorAfter(0.01) / factorAfter(0.9)).toBeCloseTo((0.01 / 0.9) ** 0.08, 12);
  });
});
