import { minute, mL, mmHg } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bernoulli,
  bernoulliAndSlope,
  bernoulliSlope,
  type CapillaryWall,
  createFiltration,
  evaluateFiltration,
  permeabilityForSteadyProtein,
  steadyLymphProtein,
} from "./filtration.ts";
import { oncoticLaws, oncoticPressure } from "./oncotic.ts";

const law = oncoticLaws["landis-pappenheimer"];
const perMinute = mL / minute;
const leg: CapillaryWall = {
  conductance: (0.4 * perMinute) / mmHg,
  permeability: 1.6e-9,
  reflection: 0.9,
  solute: "patlak",
};
const blood = { pressure: 18 * mmHg, concentration: 72, oncotic: oncoticPressure(72) };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

function flows(wall: CapillaryWall, pressure: number, concentration: number) {
  const out = createFiltration();
  evaluateFiltration(wall, blood, pressure, concentration, law, out);
  return out;
}

const anyWall = fc.record({
  conductance: fc.constant(leg.conductance),
  permeability: number(2e-10, 1e-8),
  reflection: number(0, 1),
  solute: fc.constantFrom("patlak" as const, "starling-convective" as const),
  glycocalyx: fc.option(fc.record({ share: number(0, 1), oncotic: number(0, 1000) }), { nil: undefined }),
});

describe("B(z)", () => {
  it("and its slope stay numbers for any flow, and are z and 1 or nothing far out", () => {
    const both = new Float64Array(2);
    for (const z of [-1e6, -800, -720, -500, -30, -1, 0, 1, 30, 720, 1e6]) {
      bernoulliAndSlope(z, both);
      expect(both.every(Number.isFinite), String(z)).toBe(true);
      expect(bernoulliSlope(z)).toBeCloseTo(both[1]!, 12);
    }
    expect([bernoulli(1e4), bernoulliSlope(1e4), bernoulliSlope(-1e4)]).toEqual([1e4, 1, 0]);
  });
});

describe("filtration", () => {
  it("of a resting leg is 0.4 [(18 + 1) − 0.9 (26.77 − 6.39)] = 0.26 mL/min", () => {
    // Π(25) = 5.25 + 1 + 0.1406 mmHg
    expect(flows(leg, -mmHg, 25).fluid / perMinute).toBeCloseTo(0.4 * (19 - 0.9 * (26.774 - 6.391)), 3);
  });

  it("has the derivatives it claims", () => {
    fc.assert(
      fc.property(anyWall, number(-1000, 3000), number(1, 60), (wall, p, c) => {
        const here = flows(wall, p, c);
        const byP = (f: "fluid" | "protein") => (flows(wall, p + 0.1, c)[f] - flows(wall, p - 0.1, c)[f]) / 0.2;
        const byC = (f: "fluid" | "protein") => (flows(wall, p, c + 1e-3)[f] - flows(wall, p, c - 1e-3)[f]) / 2e-3;
        const scale = wall.conductance * 1000;
        const close = (ours: number, theirs: number, size: number) =>
          expect(Math.abs(ours - theirs)).toBeLessThan(1e-6 * size);
        close(here.fluidByPressure, byP("fluid"), scale);
        close(here.fluidByConcentration, byC("fluid"), scale);
        close(here.proteinByPressure, byP("protein"), scale);
        close(here.proteinByConcentration, byC("protein"), scale + wall.permeability);
      }),
      { seed: 5 },
    );
  });

  it("carries protein both ways alike where the two laws must agree: little flow", () => {
    fc.assert(
      fc.property(number(0.1, 0.9), number(5, 70), (reflection, c) => {
        const wall = { ...leg, reflection, permeability: 1e-5 };
        const other = { ...wall, solute: "starling-convective" as const };
        expect(flows(wall, 0, c).protein / flows(other, 0, c).protein).toBeCloseTo(1, 3);
      }),
      { seed: 6 },
    );
  });

  it("never carries protein into the blood against both flow and concentration (Patlak)", () => {
    fc.assert(
      fc.property(
        number(0, 1),
        number(1e-11, 1e-8),
        number(-2000, 500),
        number(1, 72),
        (reflection, permeability, p, c) => {
          const { fluid, protein } = flows({ ...leg, reflection, permeability }, p, c);
          if (fluid >= 0) expect(protein).toBeGreaterThanOrEqual(-1e-20);
        },
      ),
      { seed: 8 },
    );
  });

  it("loses the pull of tissue protein under a whole glycocalyx", () => {
    const shielded = { ...leg, glycocalyx: { share: 1, oncotic: 300 } };
    expect(flows(shielded, 0, 10).fluid).toBe(flows(shielded, 0, 50).fluid);
    expect(flows(shielded, 0, 10).fluidByConcentration).toBe(0);
    expect(flows(shielded, 0, 10).fluid).toBeCloseTo(leg.conductance * (18 * mmHg - 0.9 * (blood.oncotic - 300)), 18);
  });
});

describe("protein of steady lymph", () => {
  it("is what the wall lets through: Js = q c, and the inverse of its permeability", () => {
    fc.assert(
      fc.property(number(0.05, 0.99), number(1e-10, 1e-8), number(1e-10, 1e-8), (reflection, permeability, q) => {
        const c = steadyLymphProtein(q, permeability, 72, reflection);
        // A wall whose filtration is q: shielded, so that the tissue's protein does not change it.
        const wall = { ...leg, reflection, permeability, conductance: 1e-12, glycocalyx: { share: 1, oncotic: 0 } };
        const pressure = blood.pressure - reflection * blood.oncotic - q / 1e-12;
        expect(flows(wall, pressure, c).protein / (q * c)).toBeCloseTo(1, 9);
        // Far above PS the concentration no longer tells the permeability.
        if ((q * (1 - reflection)) / permeability > 15) return;
        expect(permeabilityForSteadyProtein(q, c, 72, reflection) / permeability).toBeCloseTo(1, 4);
      }),
      { seed: 9 },
    );
  });

  it("falls as PS / (PS + q) when the wall lets none through with the flow", () => {
    for (const q of [0, 1e-9, 6e-8]) {
      expect(steadyLymphProtein(q, 2e-9, 72, 1)).toBeCloseTo((72 * 2e-9) / (2e-9 + q), 9);
      expect(steadyLymphProtein(q, 2e-9, 72, 1 - 1e-7)).toBeCloseTo((72 * 2e-9) / (2e-9 + q), 4);
    }
  });
});
