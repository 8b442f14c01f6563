import { cmH2O, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { assemble } from "../network/assemble.ts";
import { humanCollector } from "../network/human-collector.ts";
import { setParameter } from "../network/set-parameter.ts";
import { createIntegrator, integrateTo } from "../solve/integrate.ts";
import { adaptedStrength, type LoadAdaptation, usualLoadAdaptation } from "./load-adaptation.ts";
import { usualShearInhibition } from "./wall-shear.ts";

describe("strength", () => {
  it("is the least share without load, all of it under much, and half way between at the half pressure", () => {
    expect(adaptedStrength(usualLoadAdaptation, -1e5)).toBeCloseTo(0.1, 9);
    expect(adaptedStrength(usualLoadAdaptation, 1e5)).toBeCloseTo(1, 9);
    expect(adaptedStrength(usualLoadAdaptation, 400)).toBeCloseTo(0.55, 12);
  });
});

describe("a vessel that adapts", () => {
  const vessel = (pressure: number, adaptation: LoadAdaptation) => {
    const base = humanCollector({
      lymphangions: 2,
      inletPressure: pressure,
      outletPressure: pressure,
      activeTension: 0,
    });
    return { ...base, pacing: { ...base.pacing, adaptation } };
  };
  const strength = (network: ReturnType<typeof vessel>, time: number) => {
    const { system } = assemble(network);
    integrateTo(createIntegrator(system, { method: "auto", tolerance: 1e-5, longestStep: 1, mostSteps: 1e6 }), time);
    return system.activation.strength[0]!;
  };

  it("loses what its load does not call for with its time constant: 1/e of it is left after T", () => {
    const law = { ...usualLoadAdaptation, halfPressure: 1e6 };
    expect(strength(vessel(2 * cmH2O, law), 60)).toBeCloseTo(0.1 + 0.9 / Math.E, 6);
  });

  it("is stronger under more pressure", () => {
    const at = (pressure: number) => strength(vessel(pressure * cmH2O, usualLoadAdaptation), 600);
    expect(at(2)).toBeLessThan(at(5) - 0.1);
    expect(at(5)).toBeLessThan(at(10) - 0.1);
  });

  it("is weakened by shear from the strength it has, not from its whole", () => {
    const law = { ...usualLoadAdaptation, halfPressure: 1e6, time: 1 };
    const flooded = { ...usualShearInhibition, half: 1e-9, time: 1 };
    const base = humanCollector({ lymphangions: 2, inletPressure: 1300, outletPressure: 200 });
    const { system } = assemble({ ...base, pacing: { ...base.pacing, adaptation: law, shear: flooded } });
    integrateTo(createIntegrator(system, { method: "auto", tolerance: 1e-4, longestStep: 0.25, mostSteps: 1e6 }), 20);
    expect(system.activation.strength[0]).toBeCloseTo(0.1 * 0.7, 4);
  });

  it("can be set by its name in a file", () => {
    const set = unwrap(setParameter(vessel(0, usualLoadAdaptation), "pacing.adaptation.least=40 %"));
    expect(set.pacing.adaptation).toEqual({ ...usualLoadAdaptation, least: 0.4 });
  });
});
