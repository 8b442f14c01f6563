import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { collectorCycle, collectorPump } from "../run/collector-run.ts";
import { usualSettings } from "./settings.ts";
import { halfWidths, leaflets, openness, picture, vesselPath } from "./vessel-shape.ts";

describe("the collector under the microscope", () => {
  const cycle = unwrap(collectorCycle(usualSettings));

  it("is one settled cycle: ends as it begins, squeezes, and moves what its valves carry", () => {
    expect(cycle.period).toBeCloseTo(15, 6);
    for (const column of [...cycle.diameter, ...cycle.pressure]) {
      expect(column.at(-1)! / column[0]!).toBeCloseTo(1, 2);
      expect(Math.max(...column) / Math.min(...column)).toBeGreaterThan(1.2);
    }
    const last = cycle.flow.at(-1)!;
    const mean = last.slice(1).reduce((sum, flow, n) => sum + (flow + last[n]!) / 2, 0) / (last.length - 1);
    expect(mean / cycle.outflow).toBeCloseTo(1, 1);
  });

  it("moves less the higher it lifts, the more its valves leak and the weaker it is; and nothing without strength", () => {
    const flow = (changed: Partial<typeof usualSettings>) =>
      unwrap(collectorCycle({ ...usualSettings, ...changed })).outflow;
    expect(flow({ afterload: 30 })).toBeLessThan(flow({}));
    expect(flow({ leak: 1 })).toBeLessThan(0.5 * flow({}));
    expect(flow({ tension: 0.4, afterload: 30 })).toBeLessThan(flow({ afterload: 30 }));
    expect(flow({ tension: 0 })).toBeLessThan(0.05);
    const curve = unwrap(collectorPump(usualSettings)).map((point) => point.flow);
    expect(curve).toEqual([...curve].sort((a, b) => b - a));
  });

  it("is drawn as wide as it is, with a waist at each valve", () => {
    const widths = halfWidths([0.5, 0.4]);
    expect(widths).toHaveLength(5);
    expect(2 * widths[1]!).toBeCloseTo(0.5 * picture.perMillimetre);
    expect(widths[2]).toBeLessThan(widths[3]!);
    expect(vesselPath([0.5, 0.4])).toMatch(/^M.*Z$/);
    expect(leaflets([0.5, 0.4], 1, 0)).toContain(` ${picture.middle.toFixed(1)}`);
  });

  it("opens a valve with flow forward and never with flow back", () => {
    expect([openness(4, 4), openness(1, 4), openness(-2, 4), openness(1, 0)]).toEqual([1, 0.5, 0, 0]);
  });
});
