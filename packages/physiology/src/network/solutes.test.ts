import { describe, expect, it } from "vitest";
import { createIntegrator, integrateTo } from "../solve/integrate.ts";
import { assemble } from "./assemble.ts";
import { humanCollector } from "./human-collector.ts";
import type { Network, Solute, Vessel } from "./network.ts";
import { accounts, soluteImbalance } from "./solute-state.ts";

const human = humanCollector({ lymphangions: 3 });
const collector = human.vessels["collector"] as Vessel;

const nothing: Solute = {
  inlets: {},
  initial: 0,
  tissues: {},
  injections: [],
  protein: false,
  absorbed: 0,
  nodes: {},
  detection: 1e-3,
};

/** Two ways in, a node, valves that leak a little and an outlet from which fluid comes back now and then. */
function withNode(solute: Solute, absorbing = false): Network {
  const absorption = {
    conductance: 3e-13,
    capillaryPressure: 1200,
    reflection: 0.9,
    lymphOncotic: 2100,
    bloodOncotic: 3500,
  };
  return {
    ...human,
    inlets: { a: { pressure: 300, resistance: 1e11, reflux: 1 }, b: { pressure: 250, resistance: 0, reflux: 1 } },
    nodes: { node: { resistance: 1e11, swelling: 0, ...(absorbing ? { absorption } : {}) } },
    vessels: {
      a: { ...collector, from: "a", to: "node", lymphangions: 2 },
      b: { ...collector, from: "b", to: "node", lymphangions: 1, valves: ["none"] },
      out: { ...collector, from: "node", lymphangions: 2, valves: ["competent", "competent", "none"] },
    },
    solutes: { dye: solute },
  };
}

function run(network: Network, time: number) {
  const assembly = assemble(network);
  integrateTo(
    createIntegrator(assembly.system, { method: "auto", tolerance: 1e-4, longestStep: 0.25, mostSteps: 1e6 }),
    time,
  );
  return assembly.solutes[0]!;
}

describe("a solute", () => {
  it("that is the same everywhere stays the same everywhere, whichever way the lymph runs", () => {
    const even = { ...nothing, initial: 7, inlets: { a: 7, b: 7 }, outlets: { proximal: 7 } };
    const { concentration } = run(withNode(even), 90);
    for (const c of concentration) expect(Math.abs(c / 7 - 1)).toBeLessThan(1e-9);
  });

  it("is never negative, and none of a bolus is lost", () => {
    const state = run(withNode({ ...nothing, injections: [{ at: "a.1", amount: 1e-9, time: 3.21 }] }), 120);
    expect(Math.min(...state.amount)).toBeGreaterThanOrEqual(0);
    expect(state.account[accounts.injected]).toBe(1e-9);
    expect(state.account[accounts.outflow]).toBeGreaterThan(1e-11);
    expect(soluteImbalance(state)).toBeLessThan(1e-12);
  });

  it("that cannot leave with the water a node takes up grows thicker behind it", () => {
    const protein = { ...nothing, initial: 20, inlets: { a: 20, b: 20 }, outlets: { proximal: 20 } };
    const state = run(withNode(protein, true), 600);
    const { system } = assemble(withNode(protein, true));
    expect(state.concentration[system.lymphangions]! / 20).toBeGreaterThan(1.05);
    expect(soluteImbalance(state)).toBeLessThan(1e-9);
  });

  it("that a node catches does not pass: the held and the killed are what is missing", () => {
    const germs = { ...nothing, inlets: { a: 1, b: 1 }, nodes: { node: { capture: 0.9, growth: 0, kill: 0.01 } } };
    const state = run(withNode(germs), 240);
    const [held = 0, arrived = 0, passed = 0, , killed = 0] = state.nodes;
    expect(passed / arrived).toBeCloseTo(0.1, 9);
    expect((held + killed) / arrived).toBeCloseTo(0.9, 9);
    expect(soluteImbalance(state)).toBeLessThan(1e-12);
  });
});

describe("tissue", () => {
  it("that is closed to a solute by 44 % is cleared of it by Q / (0.56 V₀) while it is as full as at rest", () => {
    const drained = (excluded: number) => {
      const law = { law: "linear", restPressure: 500, slope: 1e5 } as const;
      const skin = { volume: 1e-6, initialFilling: 1, law, drain: { resistance: 1e12, reflux: 0.02 } };
      const dye = { ...nothing, injections: [{ at: "skin", amount: 1, time: 0 }], excluded };
      const vessels = { collector: { ...collector, from: "skin" } };
      const assembly = assemble({ ...human, inlets: {}, tissues: { skin }, vessels, solutes: { dye } });
      const options = { method: "auto", tolerance: 1e-5, longestStep: 0.25, mostSteps: 1e6 } as const;
      const reached = createIntegrator(assembly.system, options);
      integrateTo(reached, 30);
      const state = assembly.solutes[0]!;
      expect(soluteImbalance(state)).toBeLessThan(1e-12);
      return { cleared: -Math.log(state.amount[3]!), passed: reached.passed[0]! };
    };
    const [open, closed] = [drained(0), drained(0.44)];
    expect(open.cleared / (open.passed / 1e-6)).toBeCloseTo(1, 2);
    expect(closed.cleared / (closed.passed / 0.56e-6)).toBeCloseTo(1, 2);
  });

  it("that runs dry ends the run at that place, before anything is no number", () => {
    const dry: Network = {
      ...human,
      inlets: {},
      tissues: {
        skin: {
          volume: 2e-9,
          initialFilling: 1,
          law: { law: "linear", restPressure: 3000, slope: 10 },
          drain: { resistance: 1e11, reflux: 0.02 },
        },
      },
      vessels: { collector: { ...collector, from: "skin" } },
    };
    expect(() => run(dry, 600)).toThrow(/admissible range.*"skin"|hardest at/);
  });
});
