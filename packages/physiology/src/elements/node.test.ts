import { describe, expect, it } from "vitest";
import { absorptionZero, nodeResistance, proteinConcentrationRatio } from "./node.ts";
import { refluxResistance } from "./tissue.ts";

describe("node", () => {
  it("exchanges nothing where the hydrostatic excess meets the oncotic difference", () => {
    const exchange = {
      conductance: 1e-12,
      capillaryPressure: 1200,
      reflection: 0.9,
      lymphOncotic: 2000,
      bloodOncotic: 3500,
    };
    expect(absorptionZero(exchange)).toBeCloseTo(1200 - 0.9 * 1500, 9);
  });

  it("resists more when swollen, and concentrates protein when water leaves", () => {
    expect(nodeResistance({ resistance: 1e11, swelling: 0.5 })).toBe(1.5e11);
    expect(proteinConcentrationRatio(2, 1)).toBe(2);
    expect(proteinConcentrationRatio(2, 0)).toBeNaN();
  });
});

describe("primary valves", () => {
  it("let back only the reflux fraction", () => {
    expect(refluxResistance({ resistance: 1e12, reflux: 0.02 })).toBeCloseTo(5e13, 0);
  });
});
