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
    // Value, and what the five stored digits of the state leave open: ± 3e-3 g/L of CPP, ± 1e-3 L of VTS1. The snapshot
    // also mixes two steps of its run: from its own CHY and PTT the gel pressure would be −1.0181, stored is −1.0173.
    const stored = {
      plasmaConcentration: [71.968, 3e-3],
      tissueConcentration: [23.441, 1.5e-3],
      plasmaOncotic: [29.992, 2e-3],
      tissueOncotic: [12.369, 2e-3],
      totalTissuePressure: [0.99171, 4e-4],
      gelPressure: [-1.0173, 1e-3],
      freeFluidPressure: [-3.027, 1e-3],
      // 0.02 times the pressures above; a difference of nearly equal terms of 0.03 g/min, 8 · 0.03 / 32 per g/L.
      lymph: [3.6251e-3, 2.6e-5],
      proteinFiltration: [0.08365, 1e-5],
      proteinProduction: [2.2539e-4, 2.3e-5],
    } as const;
    for (const [name, [value, open]] of Object.entries(stored)) {
      expect(Math.abs(flows[name as keyof typeof stored] - value), name).toBeLessThan(open);
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
