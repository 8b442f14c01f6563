import { day, hour } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { stepSwelling, swellingTarget, usualSwelling } from "../elements/node-swelling.ts";
import { passiveSolute } from "./body-solute.ts";
import { healthyState } from "./healthy-state.ts";
import { integrateBody } from "./integrate.ts";
import { invertHealthyBody } from "./invert.ts";
import { averagedParameters } from "./parameters.ts";
import { smallBody } from "./small-body.ts";
import { layOutSolutes } from "./solute-layout.ts";
import { rideBody } from "./solute-rider.ts";
import { rideSwelling } from "./swelling-rider.ts";

const body = invertHealthyBody(smallBody(), averagedParameters());
const layout = layOutSolutes(body, {
  drain: new Float64Array(3).fill(5e-7),
  junction: new Float64Array(4).fill(1e-7),
  edge: new Float64Array(4).fill(5e-8),
  anastomosis: new Float64Array(1).fill(5e-8),
  cells: { drain: 2, edge: 1, anastomosis: [1] },
});
const sampleTimes = Array.from({ length: 49 }, (_, n) => n * hour);

function course(nodes: readonly number[]) {
  const germs = rideBody(
    layout,
    passiveSolute("germs", 3, {
      injections: [{ time: 0, compartment: 0, amount: 1e8 }],
      nodes: { capture: 0.9, release: 0, growth: 0, kill: 1 / day },
    }),
  );
  const swelling = rideSwelling(layout, usualSwelling, Float64Array.from(nodes), [germs]);
  integrateBody(body, healthyState(body), { sampleTimes, riders: [germs, swelling], longestStep: hour / 4 });
  return { germs, swelling: swelling.states.map((state) => state.swelling[0]!) };
}

describe("nodes that swell with what they hold", () => {
  it("follow the law of a single node with their part of the load", () => {
    const { germs, swelling } = course([4, 1, 1, 0]);
    let single = 0;
    germs.states.slice(1).forEach((state, n) => {
      const load = (state.amount[layout.store[0]!]! + germs.states[n]!.amount[layout.store[0]!]!) / 2 / 4;
      single = stepSwelling(usualSwelling, single, load, hour);
      expect(swelling[n + 1]! / single).toBeGreaterThan(0.9);
      expect(swelling[n + 1]! / single).toBeLessThan(1.1);
    });
    expect(swelling.at(-1)!).toBeLessThan(swellingTarget(usualSwelling, 1e8 / 4));
  });

  it("swell less the more of them share it, and not at all where there are none", () => {
    const few = course([1, 1, 1, 0]).swelling.at(-1)!;
    expect(few).toBeGreaterThan(1);
    expect(course([20, 1, 1, 0]).swelling.at(-1)!).toBeLessThan(few);
    expect(course([0, 1, 1, 0]).swelling.at(-1)).toBe(0);
  });
});
