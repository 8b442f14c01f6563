import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "../network/assemble.ts";
import { humanCollector } from "../network/human-collector.ts";
import type { Network } from "../network/network.ts";
import { createIntegrator, integrateTo } from "./integrate.ts";
import { longestStepFor } from "./longest-step.ts";

const human = humanCollector();
const [vessel] = Object.values(human.vessels);

/** A soft vessel that rests for half a minute between contractions of two seconds, and then has nothing else to do. */
function resting(onset: number): Network {
  const wall = { ...vessel!.walls[0]!, referenceDiameter: 0.25e-3, activeTension: 0.02, stiffening: 4 };
  return {
    ...human,
    inlets: { tissue: { pressure: 300, resistance: 1e12, reflux: 1 } },
    outlets: { proximal: { pressure: 310 } },
    vessels: { collector: { ...vessel!, lymphangions: 2, walls: [wall], onset } },
    pacing: { contraction: 2, rest: 30, lag: { kind: "time", value: 0.4 } },
  };
}

function outflow(network: Network, tolerance: number, longestStep: number): number {
  const { system, paths } = assemble(network);
  const run = createIntegrator(system, { method: "auto", tolerance, longestStep, mostSteps: 1e6 });
  integrateTo(run, 128);
  return run.passed[paths.findIndex(({ outlet }) => outlet !== undefined)]!;
}

describe("longest step", () => {
  it("leaps over no contraction, whenever it comes and however loose the tolerance", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 32, noNaN: true }), (onset) => {
        const network = resting(onset);
        const { contraction } = network.pacing;
        const exact = outflow(network, 1e-6, contraction / 100);
        expect(Math.abs(outflow(network, 1e-3, longestStepFor(contraction)) / exact - 1)).toBeLessThan(0.01);
      }),
      { numRuns: 8, seed: 4 },
    );
  });
});
