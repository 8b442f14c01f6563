import { FailureError, mmHg, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calibrateNodeExchange,
  nodeAbsorption,
  nodeAbsorptionByConcentration,
  passNode,
  stepNodeProtein,
} from "./node-absorption.ts";
import { concentrationAtOncotic, oncoticPressure } from "./oncotic.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const rest = { pressure: 5 * mmHg, inflow: 4.2e-9, afferent: 25, absorbedShare: 0.5, blood: 72 };
const node = unwrap(calibrateNodeExchange(rest));
const equilibrium = concentrationAtOncotic(0.6 * oncoticPressure(72));

describe("a calibrated node", () => {
  it("exchanges nothing at 60 % of the plasma's oncotic pressure, and its share at rest", () => {
    expect(nodeAbsorption(node, rest.pressure, equilibrium) / rest.inflow).toBeCloseTo(0, 12);
    const { absorbed, efferent, concentration } = passNode(node, rest.pressure, rest.inflow, rest.afferent);
    expect(absorbed / rest.inflow).toBeCloseTo(0.5, 9);
    expect(efferent * concentration).toBeCloseTo(rest.inflow * rest.afferent, 18);
    expect(concentration).toBeCloseTo(50, 7);
    // By hand: Π_b = 26.774 mmHg, p_cap = 5 + 0.9 · 0.4 · 26.774; Π(50) = 10.5 + 4 + 1.125 mmHg.
    expect(node.capillaryPressure / mmHg).toBeCloseTo(5 + 0.36 * 26.774, 2);
    expect(node.conductance).toBeCloseTo(2.1e-9 / (0.9 * (0.6 * 26.774 - 15.625) * mmHg), 12);
  });

  it("refuses to concentrate lymph beyond its equilibrium", () => {
    expect(() => unwrap(calibrateNodeExchange({ ...rest, absorbedShare: 0.6 }))).toThrow(FailureError);
    expect(calibrateNodeExchange({ ...rest, absorbedShare: 0.6 })).toMatchObject({ path: "absorbedShare" });
    expect(calibrateNodeExchange({ ...rest, absorbedShare: 0 })).toMatchObject({ ok: false });
    // Lymph thicker than the equilibrium takes up water.
    const thick = unwrap(calibrateNodeExchange({ ...rest, afferent: 65, absorbedShare: -0.1 }));
    expect(passNode(thick, rest.pressure, rest.inflow, 65).concentration).toBeCloseTo(65 / 1.1, 7);
  });
});

describe("any lymph through a node", () => {
  it("keeps its protein and moves toward the equilibrium, never past it at the resting pressure", () => {
    fc.assert(
      fc.property(number(0.1, 90), number(1e-11, 1e-7), (afferent, inflow) => {
        const { absorbed, efferent, concentration } = passNode(node, rest.pressure, inflow, afferent);
        expect(absorbed + efferent).toBeCloseTo(inflow, 18);
        expect((efferent * concentration) / (inflow * afferent)).toBeCloseTo(1, 12);
        expect(nodeAbsorption(node, rest.pressure, concentration) / inflow).toBeCloseTo(absorbed / inflow, 6);
        const between = (concentration - afferent) * (equilibrium - concentration);
        expect(between).toBeGreaterThanOrEqual(-1e-6);
      }),
      { seed: 51 },
    );
  });

  it("is changed more the slower it flows", () => {
    fc.assert(
      fc.property(number(5, 45), number(1e-10, 1e-8), number(1.5, 10), (afferent, inflow, faster) => {
        const slow = passNode(node, rest.pressure, inflow, afferent).concentration;
        const fast = passNode(node, rest.pressure, inflow * faster, afferent).concentration;
        expect(slow).toBeGreaterThan(fast);
      }),
      { seed: 52 },
    );
  });

  it("has the derivative it claims", () => {
    fc.assert(
      fc.property(number(0, 90), (c) => {
        const h = 1e-4;
        const slope = (nodeAbsorption(node, 700, c + h) - nodeAbsorption(node, 700, c - h)) / (2 * h);
        expect(nodeAbsorptionByConcentration(node, c) / slope).toBeCloseTo(1, 6);
      }),
      { seed: 53 },
    );
  });

  it("reaches in time what it settles to, by steps of any length", () => {
    const { efferent, concentration } = passNode(node, rest.pressure, rest.inflow, rest.afferent);
    const afferent = { flow: rest.inflow, concentration: rest.afferent };
    const volume = 1e-6;
    expect(stepNodeProtein(0, afferent, efferent, volume, 1e6)).toBeCloseTo(concentration, 8);
    fc.assert(
      fc.property(number(0, 60), number(1, 3600), number(0.01, 0.99), (c, h, cut) => {
        const inTwo = stepNodeProtein(
          stepNodeProtein(c, afferent, efferent, volume, cut * h),
          afferent,
          efferent,
          volume,
          (1 - cut) * h,
        );
        expect(inTwo).toBeCloseTo(stepNodeProtein(c, afferent, efferent, volume, h), 10);
      }),
      { seed: 54 },
    );
    // Without outflow it only gathers: 1 h of 4.2e-9 m³/s at 25 kg/m³ in 1 mL.
    expect(stepNodeProtein(10, afferent, 0, volume, 3600)).toBeCloseTo(10 + (4.2e-9 * 25 * 3600) / 1e-6, 9);
  });
});
