import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "../network/assemble.ts";
import { humanCollector } from "../network/human-collector.ts";
import { createIntegrator, integrateTo } from "../solve/integrate.ts";
import { inhibition, type ShearInhibition, usualShearInhibition, wallShear } from "./wall-shear.ts";

describe("wall shear", () => {
  it("of 1 mL/h in a vessel of half a millimetre is 0.0226 Pa: 32 · 1e-3 · 2.78e-10 / (π · 1.25e-10)", () => {
    expect(wallShear(1e-6 / 3600, 0.5e-3, 1e-3)).toBeCloseTo(0.022635, 5);
    expect(wallShear(-1e-6 / 3600, 0.5e-3, 1e-3)).toBeCloseTo(-0.022635, 5);
  });
});

describe("inhibition", () => {
  it("is none at rest, a half at the half shear, four fifths at twice it, and whole at a flood", () => {
    const at = (shear: number) => inhibition(usualShearInhibition, shear);
    expect([at(-1), at(0), at(1e300)]).toEqual([0, 0, 1]);
    expect(at(0.5)).toBeCloseTo(0.5, 12);
    expect(at(1)).toBeCloseTo(0.8, 12);
  });

  it("never falls with the shear", () => {
    const shears = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(shears, shears, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(inhibition(usualShearInhibition, more)).toBeGreaterThanOrEqual(inhibition(usualShearInhibition, less));
      }),
      { seed: 2 },
    );
  });
});

describe("a vessel whose flow is fast", () => {
  const driven = humanCollector({ lymphangions: 3, inletPressure: 1300, outletPressure: 200 });
  const after = (shear: ShearInhibition, time: number) => {
    const { system } = assemble({ ...driven, pacing: { ...driven.pacing, shear } });
    integrateTo(createIntegrator(system, { method: "auto", tolerance: 1e-4, longestStep: 0.25, mostSteps: 1e6 }), time);
    return { strength: system.activation.strength[1]!, tempo: system.activation.tempo[1]!, system };
  };

  it("weakens and slows its pump by the shares the law gives, no further", () => {
    const sensitive = { ...usualShearInhibition, half: 1e-6, time: 1 };
    const { strength, tempo } = after(sensitive, 30);
    expect(strength).toBeCloseTo(0.7, 3);
    expect(tempo).toBeCloseTo(0.3, 3);
  });

  it("feels the shear late: the filter's time has to pass", () => {
    const slow = after({ ...usualShearInhibition, time: 1000 }, 5).strength;
    const quick = after({ ...usualShearInhibition, time: 1 }, 5).strength;
    expect(slow).toBeGreaterThan(0.999);
    expect(quick).toBeLessThan(slow - 1e-3);
  });
});
