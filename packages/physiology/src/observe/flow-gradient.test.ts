import { mmHg, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { usualPacemaker } from "../elements/pacemaker.ts";
import { humanCollector } from "../network/human-collector.ts";
import type { Network, Vessel } from "../network/network.ts";
import { flowGradient } from "./flow-gradient.ts";
import { simulate } from "./simulate.ts";

const human = humanCollector({ lymphangions: 4 });
const collector = human.vessels["collector"] as Vessel;

type Change = (network: Network, factor: number) => Network;
const walls =
  (part: "activeTension" | "passivePressure" | "referenceDiameter"): Change =>
  (network, factor) => ({
    ...network,
    vessels: Object.fromEntries(
      Object.entries(network.vessels).map(([id, vessel]) => [
        id,
        { ...vessel, walls: vessel.walls.map((wall) => ({ ...wall, [part]: wall[part] * factor })) },
      ]),
    ),
  });
const outlet: Change = (network, factor) => ({
  ...network,
  outlets: Object.fromEntries(
    Object.entries(network.outlets).map(([id, { pressure }]) => [id, { pressure: pressure * factor }]),
  ),
});
const opening: Change = (network, factor) => ({
  ...network,
  valves: Object.fromEntries(
    Object.entries(network.valves).map(([id, law]) => [id, "open" in law ? { ...law, open: law.open * factor } : law]),
  ),
});

const changes: readonly (readonly [string, Change])[] = [
  ["active tension", walls("activeTension")],
  ["passive pressure", walls("passivePressure")],
  ["reference diameter", walls("referenceDiameter")],
  ["outlet pressure", outlet],
  ["open resistance", opening],
];

/** Valves that answer at once: a lagging one chatters at a fork, and has no tangent worth the name. */
const fork: Network = {
  ...human,
  valves: { competent: { law: "sigmoid", open: 1e9, closed: 1e14, slope: 0.5, opening: 0, fold: "refuse" } },
  inlets: {
    a: { pressure: 2 * mmHg, resistance: 1e12, reflux: 0.02 },
    b: { pressure: 3 * mmHg, resistance: 0, reflux: 1 },
  },
  junctions: { meet: { compliance: 0 } },
  vessels: {
    a: { ...collector, from: "a", to: "meet", lymphangions: 2 },
    b: { ...collector, from: "b", to: "meet", lymphangions: 2, onset: 1 },
    out: { ...collector, from: "meet", lymphangions: 2 },
  },
};

/** Relative derivative p/Q ∂Q/∂p by central differences of whole runs, at steps as fine as the tangent's. */
function byDifferences(network: Network, change: Change, cycles: number): number {
  const solver = { ...network.solver, method: "rodas4" as const, tolerance: 1e-7, longestStep: 0.05 };
  const flow = (factor: number) => unwrap(simulate({ ...change(network, factor), solver }, { cycles })).outflow;
  return (flow(1.002) - flow(0.998)) / (0.004 * flow(1));
}

describe("sensitivities of the mean flow", () => {
  it.each([
    ["a chain", human],
    ["a fork", fork],
  ] as const)("along %s are those of central differences within 1 %%", (_name, network) => {
    const step = 1e-5;
    const nudged = changes.map(([, change]) => ({
      more: change(network, 1 + step),
      less: change(network, 1 - step),
      difference: 2 * step,
    }));
    const { outflow, outflowBy } = unwrap(flowGradient(network, nudged, 4));
    for (const [i, [name, change]] of changes.entries()) {
      const exact = (outflowBy[i] ?? Number.NaN) / outflow;
      const difference = byDifferences(network, change, 4);
      expect(Math.abs(exact - difference), `${name}: ${exact} against ${difference}`).toBeLessThan(
        0.01 * Math.abs(difference) + 2e-4,
      );
    }
  });

  it("refuse what they cannot follow", () => {
    const quicker = { ...human, pacing: { ...human.pacing, rest: 10 } };
    expect(flowGradient(human, [{ more: quicker, less: human, difference: 1 }])).toMatchObject({
      code: "field/invalid",
    });
    const source = { kind: "pacemaker", pacemaker: usualPacemaker } as const;
    const paced = { ...human, pacing: { ...human.pacing, source } };
    expect(flowGradient(paced, [])).toMatchObject({ code: "field/invalid", hint: /paces itself/ });
  });
});
