import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "../network/assemble.ts";
import { humanCollector } from "../network/human-collector.ts";
import type { Vessel } from "../network/network.ts";
import { createIntegrator, integrateTo } from "../solve/integrate.ts";
import { humanPrimaryValve, primaryResistance } from "./primary-valve.ts";

const law = primaryResistance(humanPrimaryValve);
const flow = (drop: number) => (drop === 0 ? 0 : drop / law.resistance(drop));
const drops = fc.double({ min: -500, max: 500, noNaN: true });

describe("primary valve", () => {
  it("lets 400 Pa in at (400 − 5) Pa / 1e12 and two per cent of what leaks, and two per cent back", () => {
    expect(flow(400) * 1e12).toBeCloseTo(0.02 * 400 + 0.98 * 395, 9);
    expect(flow(-400) * 1e12).toBeCloseTo(-8, 9);
    expect(flow(4) * 1e12).toBeCloseTo(0.08 + 0.98 * 0.8, 9);
  });

  it("carries more at more drop, without a corner where it opens", () => {
    fc.assert(
      fc.property(drops, drops, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(flow(more)).toBeGreaterThanOrEqual(flow(less));
      }),
      { seed: 1 },
    );
    for (const corner of [0, 10]) {
      const slope = (from: number, to: number) => (flow(to) - flow(from)) / (to - from);
      expect(slope(corner, corner + 1e-3) / slope(corner - 1e-3, corner)).toBeCloseTo(1, 2);
    }
  });

  it("has the slope of its own resistance", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (drop) => {
        fc.pre(Math.abs(drop - 10) > 1e-3);
        const numeric = (law.resistance(drop + 1e-5) - law.resistance(drop - 1e-5)) / 2e-5;
        law.resistance(drop);
        expect(Math.abs(law.slope() - numeric)).toBeLessThan(1e-4 * Math.abs(numeric) + 1e6);
      }),
      { seed: 2 },
    );
  });

  it("keeps tissue fluid from coming back through a vessel that is pressed", () => {
    const base = humanCollector({ lymphangions: 2, inletPressure: 0, externalPressure: 2000, outletPressure: 1000 });
    const collector = base.vessels["collector"] as Vessel;
    const back = (first: string) => {
      const network = {
        ...base,
        valves: { ...base.valves, flaps: humanPrimaryValve },
        vessels: {
          collector: {
            ...collector,
            walls: collector.walls.map((w) => ({ ...w, activeTension: 0 })),
            valves: [first, "none", "competent"],
          },
        },
      };
      const { system } = assemble(network);
      const run = createIntegrator(system, { method: "auto", tolerance: 1e-5, longestStep: 0.25, mostSteps: 1e5 });
      integrateTo(run, 5);
      return -run.passed[0]!;
    };
    expect(back("flaps")).toBeGreaterThan(0);
    expect(back("flaps")).toBeLessThan(0.1 * back("none"));
  });
});
