import { describe, expect, it } from "vitest";
import { guytonCapillaryPressure, guytonFlows, guytonRates, guytonStart, guytonState } from "./guyton-1992.ts";
import { oncoticLaws, oncoticPressure } from "./oncotic.ts";
import { guytonRelaxation, slackRate } from "./stress-relaxation.ts";

/** Classical Runge–Kutta, one step of `h` minutes in place. */
function step(state: Float64Array, pressure: number, h: number): void {
  const at = (k: Float64Array, part: number) => state.map((value, n) => value + part * h * k[n]!);
  const rates = (y: Float64Array) => {
    const out = new Float64Array(5);
    guytonRates(y, pressure, out);
    return out;
  };
  const k1 = rates(state);
  const k2 = rates(at(k1, 0.5));
  const k3 = rates(at(k2, 0.5));
  const k4 = rates(at(k3, 1));
  for (let n = 0; n < 5; n++) state[n] = state[n]! + (h / 6) * (k1[n]! + 2 * k2[n]! + 2 * k3[n]! + k4[n]!);
}

describe("Guyton's capillary module", () => {
  it("gives the pressures and flows stored with the model's start", () => {
    const flows = guytonFlows(guytonStart, guytonCapillaryPressure);
    const stored = {
      plasmaConcentration: 71.968,
      tissueConcentration: 23.441,
      plasmaOncotic: 29.992,
      tissueOncotic: 12.369,
      totalTissuePressure: 0.99171,
      gelPressure: -1.0173,
      freeFluidPressure: -3.027,
      lymph: 3.6251e-3,
      proteinFiltration: 0.08365,
      proteinProduction: 2.2539e-4,
    };
    for (const [name, value] of Object.entries(stored)) {
      // Stored with five digits, one step of 0.003 min apart from each other.
      expect(flows[name as keyof typeof stored] / value, name).toBeCloseTo(1, 3);
    }
  });

  it("is the same physics as ours: oncotic law, relaxation", () => {
    expect(guytonFlows(guytonStart, 17).plasmaOncotic * 133.322).toBeCloseTo(
      oncoticPressure(206.63 / 2.8711, oncoticLaws["guyton-1992"]),
      6,
    );
    const rate = new Float64Array(5);
    guytonRates(guytonStart, 17, rate);
    // Per minute and in L against per second and in parts of 12 L.
    const slack = guytonStart[guytonState.slackVolume]! / 12;
    expect(rate[guytonState.slackVolume]! / 60 / 12).toBeCloseTo(slackRate(guytonRelaxation, slack, 11.971 / 12), 15);
  });

  it("keeps fluid, and protein but for what the liver makes", () => {
    const rate = new Float64Array(5);
    guytonRates(guytonStart, 25, rate);
    expect(rate[0]! + rate[3]!).toBe(0);
    expect(rate[2]! + rate[4]!).toBeCloseTo(guytonFlows(guytonStart, 25).proteinProduction, 15);
  });

  it("comes to rest where the liver destroys what it makes: plasma at 40 + (0.03 / 2.73e-14)^(1/8) g/L", () => {
    const state = Float64Array.from(guytonStart);
    for (let minute = 0; minute < 60 * 24 * 60; minute += 10) step(state, guytonCapillaryPressure, 10);
    const { plasmaConcentration, filtration, lymph } = guytonFlows(state, guytonCapillaryPressure);
    expect(plasmaConcentration).toBeCloseTo(40 + (0.03 / 2.73e-14) ** 0.125, 4);
    expect(filtration / lymph).toBeCloseTo(1, 6);
  });
});
