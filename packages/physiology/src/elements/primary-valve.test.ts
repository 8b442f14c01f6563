import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { humanPrimaryValve, type PrimaryValve, primaryValveFlow, primaryValveSlope } from "./primary-valve.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyValve: fc.Arbitrary<PrimaryValve> = fc.record({
  conductance: number(1e-13, 1e-11),
  reflux: number(0.005, 1),
  width: number(1, 100),
});

describe("primary valves", () => {
  it("let fluid in by their conductance and back by their reflux share", () => {
    // 100 Pa forward: 0.02 · 100 + 0.98 (100 − 5) = 95.1; backward 0.02 · 100.
    expect(primaryValveFlow(humanPrimaryValve, 100, 0)).toBeCloseTo(95.1e-12, 20);
    expect(primaryValveFlow(humanPrimaryValve, 0, 100)).toBeCloseTo(-2e-12, 20);
    expect(primaryValveFlow(humanPrimaryValve, 300, 300)).toBe(0);
  });

  it("rise with the drop everywhere, and have the slope they claim", () => {
    fc.assert(
      fc.property(anyValve, number(-1000, 1000), number(-1000, 1000), number(0.01, 500), (valve, pi, pl, more) => {
        expect(primaryValveFlow(valve, pi + more, pl)).toBeGreaterThan(primaryValveFlow(valve, pi, pl));
        const h = 1e-3;
        const byTissue = (primaryValveFlow(valve, pi + h, pl) - primaryValveFlow(valve, pi - h, pl)) / (2 * h);
        expect(primaryValveSlope(valve, pi, pl) / valve.conductance).toBeCloseTo(byTissue / valve.conductance, 3);
        expect(primaryValveSlope(valve, pi, pl)).toBeGreaterThanOrEqual(valve.conductance * valve.reflux);
      }),
      { seed: 41 },
    );
  });
});
