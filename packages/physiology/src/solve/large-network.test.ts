/** A hundred thousand lymphangions, as a tree of vessels with loops in it, run and keep their fluid. */
import { describe, expect, it } from "vitest";
import { assemble } from "../network/assemble.ts";
import { humanCollector } from "../network/human-collector.ts";
import type { Network, Vessel } from "../network/network.ts";
import { createIntegrator, integrateTo } from "./integrate.ts";

const human = humanCollector();
const collector = human.vessels["collector"] as Vessel;

/** A complete binary tree of `levels` generations of vessels toward one outlet, with a bridge beside every tenth fork. */
function largeTree(levels: number, lymphangions: number): Network {
  const vessels: Record<string, Vessel> = {};
  const inlets: Record<string, Network["inlets"][string]> = {};
  const junctions: Record<string, { compliance: number }> = {};
  const count = 2 ** levels - 1;
  for (let b = 0; b < count; b++) {
    const leaf = 2 * b + 1 >= count;
    if (leaf) inlets[`i${b}`] = { pressure: 300, resistance: 1e12, reflux: 0.02 };
    else junctions[`j${b}`] = { compliance: 0 };
    const to = b === 0 ? "proximal" : `j${Math.floor((b - 1) / 2)}`;
    vessels[`v${b}`] = { ...collector, from: leaf ? `i${b}` : `j${b}`, to, lymphangions, onset: (b * 0.618) % 60 };
    if (!leaf && b > 0 && b % 10 === 0)
      vessels[`bridge${b}`] = { ...collector, from: `j${b}`, to: `j${b - 1 - ((b - 1) % 2)}`, lymphangions: 2 };
  }
  return { ...human, inlets, junctions, vessels };
}

describe("a very large network", () => {
  it.each([
    [11, 50, false],
    [8, 20, true],
  ])("of 2^%d − 1 vessels of %d, loops: %s", (levels, lymphangions, loops) => {
    const network = largeTree(levels, lymphangions);
    const chosen = loops
      ? network
      : {
          ...network,
          vessels: Object.fromEntries(Object.entries(network.vessels).filter(([id]) => id.startsWith("v"))),
        };
    const { system } = assemble(chosen);
    if (!loops) expect(system.lymphangions).toBeGreaterThan(100_000);
    expect(system.elimination.loops).toBe(loops);
    const run = createIntegrator(system, { method: "auto", tolerance: 1e-3, longestStep: 0.25, mostSteps: 1e5 });
    const begun = run.state.slice();
    integrateTo(run, 60, undefined, 0.003);
    let gained = 0;
    for (let k = 0; k < system.cells; k++) gained += system.mass[k]! * (run.state[k]! - begun[k]!);
    let net = 0;
    let all = 0;
    for (const e of system.ends) {
      net += system.from[e]! >= system.cells ? run.passed[e]! : -run.passed[e]!;
      all += run.throughput[e]!;
    }
    expect(run.steps).toBeGreaterThan(1);
    expect(Math.abs(gained - net)).toBeLessThan(1e-9 * all);
  });
});
