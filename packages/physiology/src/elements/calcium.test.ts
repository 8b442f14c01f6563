import { describe, expect, it } from "vitest";
import { assemble } from "../network/assemble.ts";
import { humanCollector } from "../network/human-collector.ts";
import { createIntegrator, integrateTo } from "../solve/integrate.ts";
import { type CalciumOscillator, calciumProcess, usualCalcium } from "./calcium.ts";

/** Releases per lymphangion in a time, from a vessel filled at a pressure (mmHg). */
function releases(calcium: CalciumOscillator, filling: number, time: number): number[] {
  const inletPressure = filling * 133.322;
  const base = humanCollector({ lymphangions: 3, inletPressure, outletPressure: inletPressure + 300 });
  const assembly = assemble({ ...base, pacing: { ...base.pacing, source: { kind: "calcium", calcium } } });
  const run = createIntegrator(assembly.system, { method: "auto", tolerance: 1e-4, longestStep: 0.1, mostSteps: 1e6 });
  const counts = [0, 0, 0];
  const last = [0, 0, 0].map(() => Number.NEGATIVE_INFINITY);
  integrateTo(run, time, () => {
    for (let j = 0; j < 3; j++) {
      const onset = assembly.onset![j]!;
      if (onset === last[j]) continue;
      last[j] = onset;
      counts[j]!++;
    }
  });
  return counts;
}

describe("calcium and nitric oxide", () => {
  it("leave a vessel quiet below the stretch that opens the channels, and make it contract again and again above", () => {
    const law = { ...usualCalcium, stretch: 1.05 };
    expect(Math.max(...releases(law, -1, 80))).toBe(0);
    expect(Math.min(...releases(law, 4, 80))).toBeGreaterThan(3);
  });

  it("keep the refractory time between two releases", () => {
    const calm = releases({ ...usualCalcium, stretch: 0.2, refractory: 20 }, 4, 100);
    expect(Math.max(...calm)).toBe(5);
  });

  it("decay exactly: calcium by k_C toward rest, nitric oxide toward k_N |τ| / k_Nd", () => {
    const through = { into: Int32Array.of(0), out: Int32Array.of(1) };
    const process = calciumProcess(usualCalcium, through, 1e-3);
    const [calcium, oxide] = process.memory as [Float64Array, Float64Array];
    calcium[0] = 1.05;
    const { system } = assemble(humanCollector({ lymphangions: 1 }));
    system.resistance[0] = system.walls.poiseuille[0]! / 0.5e-3 ** 4;
    system.flow.flow.set([1e-9, 1e-9]);
    process.advance(system, 0, 2);
    expect(calcium[0]).toBeCloseTo(0.05 + Math.exp(-1.2), 12);
    const shear = (32 * 1e-3 * 1e-9) / (Math.PI * 0.5e-3 ** 3);
    expect(oxide[0]).toBeCloseTo(2 * shear * (1 - Math.exp(-2)), 12);
  });

  it("relax by shear: the same calcium pulls less where there is nitric oxide", () => {
    const process = calciumProcess(usualCalcium, { into: Int32Array.of(0), out: Int32Array.of(1) }, 1e-3);
    const [calcium, oxide] = process.memory as [Float64Array, Float64Array];
    const one = () => new Float64Array(1);
    const out = { level: one(), rate: one(), strength: one().fill(1), tempo: one() };
    calcium[0] = 0.8;
    process.pace(0, true, out);
    expect(out.level[0]).toBeCloseTo(0.8, 12);
    oxide[0] = 0.2;
    process.pace(0, true, out);
    expect(out.level[0]).toBeCloseTo(0.4, 12);
  });
});
