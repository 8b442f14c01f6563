/** The order of every method is the slope of its error over a halving ladder of steps, within 0.2 of theory. */
import { describe, expect, it } from "vitest";
import { assemble } from "../network/assemble.ts";
import { humanCollector } from "../network/human-collector.ts";
import type { Network } from "../network/network.ts";
import { createIntegrator, integrateTo } from "./integrate.ts";
import { type MethodName, methods } from "./tableau.ts";

/** Smooth: no valves, contraction without rest. Mild: a narrow vessel. Tubes that meet at a place without volume. */
function smooth(withJunction: boolean): Network {
  const base = humanCollector();
  const vessel = base.vessels["collector"]!;
  const wall = { ...vessel.walls[0]!, referenceDiameter: 0.2e-3, activeTension: 0.02, stiffening: 6 };
  const tube = { ...vessel, lymphangions: 2, walls: [wall], valves: ["none"] };
  const vessels: Network["vessels"] = withJunction
    ? { a: { ...tube, to: "meet" }, b: { ...tube, to: "meet", onset: 0.7 }, c: { ...tube, from: "meet" } }
    : { a: tube };
  return {
    ...base,
    inlets: { tissue: { pressure: 400, resistance: 1e12, reflux: 1 } },
    outlets: { proximal: { pressure: 450 } },
    junctions: withJunction ? { meet: { compliance: 0 } } : {},
    vessels,
    pacing: { contraction: 4, rest: 0, lag: { kind: "time", value: 0.4 } },
  };
}

function stateAt(network: Network, method: MethodName, step: number): Float64Array {
  const { system } = assemble(network);
  const options = { method: methods[method], tolerance: 1e-6, step, longestStep: 10, mostSteps: 1e7 };
  const integrator = createIntegrator(system, options);
  integrateTo(integrator, 1.6);
  return integrator.state.slice(0, system.lymphangions);
}

function slopeOf(network: Network, method: MethodName, steps: number): number {
  const reference = stateAt(network, "rodas4", 1.6 / 4096);
  const errorWith = (count: number) => {
    const state = stateAt(network, method, 1.6 / count);
    return Math.max(...state.map((value, k) => Math.abs(value / (reference[k] ?? 1) - 1)));
  };
  const errors = [steps, 2 * steps, 4 * steps].map(errorWith);
  return Math.log2((errors[0] ?? 0) / (errors[2] ?? 1)) / 2;
}

describe("convergence order", () => {
  it.each([
    ["rodas4", 4, 64],
    ["rodas3", 3, 128],
    ["implicit-euler", 1, 256],
    ["rk4", 4, 256],
    ["dopri5", 5, 256],
    ["dopri5s", 5, 256],
  ] as const)("of %s on a chain is %d", (method, order, steps) => {
    expect(Math.abs(slopeOf(smooth(false), method, steps) - order)).toBeLessThan(0.2);
  });

  it.each([
    ["rodas4", 4, 64],
    ["rodas3", 3, 128],
    ["implicit-euler", 1, 256],
    ["rk4", 4, 256],
    ["dopri5", 5, 256],
    ["dopri5s", 5, 256],
  ] as const)("of %s holds at a junction without volume (%d)", (method, order, steps) => {
    expect(Math.abs(slopeOf(smooth(true), method, steps) - order)).toBeLessThan(0.2);
  });

  it.each([
    ["rodas4", 4, 128],
    ["rk4", 4, 256],
  ] as const)("of %s holds at a node (%d)", (method, order, steps) => {
    const base = smooth(true);
    const nodes = { meet: { resistance: 1e12, swelling: 0 } };
    expect(Math.abs(slopeOf({ ...base, junctions: {}, nodes }, method, steps) - order)).toBeLessThan(0.2);
  });

  it.each(["log-blend", "mynard"] as const)(
    "of rodas4 holds where a %s valve stands at a junction and at a node",
    (law) => {
      const base = smooth(true);
      const valves: Network["valves"] = {
        v:
          law === "log-blend"
            ? { law, open: 1e11, closed: 1e12, opening: 10, closing: 5, width: 40, lag: 0.3, fold: "refuse" }
            : {
                law,
                openArea: 3e-8,
                leakArea: 1e-8,
                length: 1e-3,
                openingRate: 0.005,
                closingRate: 0.005,
                opening: -1000,
                closing: -1000,
              },
      };
      const vessels = Object.fromEntries(
        Object.entries(base.vessels).map(([id, vessel]) => [id, { ...vessel, lymphangions: 1, valves: ["v"] }]),
      );
      const network = { ...base, valves, vessels };
      expect(slopeOf(network, "rodas4", 16)).toBeGreaterThan(3.7);
      const nodes = { meet: { resistance: 1e12, swelling: 0 } };
      expect(slopeOf({ ...network, junctions: {}, nodes }, "rodas4", 16)).toBeGreaterThan(3.7);
    },
  );
});
