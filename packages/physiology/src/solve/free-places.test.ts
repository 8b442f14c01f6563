/** Junctions and nodes: the balance is found for any pressures and laws, within 60 rounds. */
import { uniformAt } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { assemble } from "../network/assemble.ts";
import { humanCollector } from "../network/human-collector.ts";
import type { Network, Vessel } from "../network/network.ts";
import { lastBalanceIterations } from "./free-places.ts";
import { evaluate } from "./system.ts";

const human = humanCollector();
const collector = human.vessels["collector"] as Vessel;

/** Three ways into a junction, a node behind it, two ways out of that: nine volumes around three places. */
function crossing(law: Network["valves"][string], resistance: number): Network {
  const way = (from: string, to: string): Vessel => ({ ...collector, from, to, lymphangions: 1, valves: ["valve"] });
  return {
    ...human,
    valves: { valve: law },
    inlets: Object.fromEntries(["a", "b", "c"].map((id) => [id, { pressure: 300, resistance: 1e11, reflux: 0.02 }])),
    outlets: { x: { pressure: 500 }, y: { pressure: 700 } },
    junctions: { meet: { compliance: 0 } },
    nodes: { node: { resistance, swelling: 0 } },
    vessels: {
      a: way("a", "meet"),
      b: way("b", "meet"),
      c: way("c", "meet"),
      on: way("meet", "node"),
      x: way("node", "x"),
      y: way("node", "y"),
    },
  };
}

const laws: readonly Network["valves"][string][] = [
  { law: "sigmoid", open: 6e7, closed: 1.2e12, slope: 0.4, opening: 0, fold: "refuse" },
  { law: "sigmoid", open: 1e9, closed: 1e15, slope: 20, opening: 0, fold: "refuse" },
  { law: "sigmoid", open: 1e-3, closed: 1e17, slope: 4, opening: 30, fold: "refuse" },
  { law: "log-blend", open: 1e9, closed: 1e15, opening: 10, closing: 10, width: 1.5, fold: "refuse" },
  { law: "log-blend", open: 1e9, closed: 1e15, opening: 10, closing: 10, width: 0.15, fold: "refuse" },
  human.valves["competent"]!,
];

describe("torture", () => {
  it("finds the balance of 40 000 random crossings, most of them reversed from one to the next, within 60 rounds", () => {
    let most = 0;
    let worst = 0;
    for (const [n, law] of laws.entries()) {
      for (const resistance of [1e6, 1e12, 1e18]) {
        const { system } = assemble(crossing(law, resistance));
        const state = system.initial.slice();
        for (let i = 0; i < 2200; i++) {
          const draw = (k: number) => uniformAt(1000 * n + Math.log10(resistance), k, i);
          for (let k = 0; k < system.lymphangions; k++) state[k] = system.initial[k]! * (0.2 + 1.6 * draw(k));
          for (let k = system.cells; k < system.size; k++) state[k] = draw(50 + k);
          for (let s = system.cells; s < system.slots; s++) system.pressure[s] = 20000 * (draw(100 + s) - 0.5);
          expect(evaluate(system, state, 60 * draw(99), false)).toBe(true);
          most = Math.max(most, lastBalanceIterations());
          const net = new Float64Array(system.cells);
          const all = new Float64Array(system.cells);
          for (let e = 0; e < system.flow.count; e++) {
            const q = system.flow.flow[e]!;
            for (const [k, sign] of [
              [system.from[e]!, -1],
              [system.to[e]!, 1],
            ] as const) {
              if (k >= system.cells) continue;
              net[k]! += sign * q;
              all[k]! += Math.abs(q);
            }
          }
          for (const places of [system.free.cells, system.free.behind]) {
            for (const k of places) if (k >= 0) worst = Math.max(worst, Math.abs(net[k]!) / (all[k]! + 1e-300));
          }
        }
      }
    }
    expect(most).toBeLessThanOrEqual(60);
    expect(worst).toBeLessThan(1e-9);
  });
});
