import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { humanCollector } from "../network/human-collector.ts";
import type { Network, Solute, Tissue } from "../network/network.ts";
import { simulate } from "./simulate.ts";
import { createSoluteCourse } from "./solute-course.ts";
import { frontSpeed } from "./solute-observation.ts";

const human = humanCollector({ lymphangions: 5 });
const tracer: Solute = {
  inlets: {},
  initial: 0,
  tissues: {},
  injections: [{ at: "collector.1", amount: 2e-9, time: 10 }],
  protein: false,
  absorbed: 1,
  nodes: {},
  detection: 1e-3,
};
const simulated = (network: Network, time: number) => unwrap(simulate(network, { time })).solutes[0];

describe("frontSpeed", () => {
  it("is the slope of position over arrival, worked out by hand", () => {
    expect(frontSpeed([0, 0.01, 0.02], [5, 7, 9])).toBeCloseTo(0.005, 12);
    // Slope of t over x: (1·3.5 + 1·3.5)/2 s/cm with times 0, 2, 7.
    expect(frontSpeed([0, 0.01, 0.02], [0, 2, 7])).toBeCloseTo(0.01 / 3.5, 12);
    expect(frontSpeed([0, 0.01, 0.02], [5, null, null])).toBeNull();
    expect(frontSpeed([0, 0.01], [5, 5])).toBeNull();
  });
});

describe("createSoluteCourse", () => {
  const state = {
    id: "tracer",
    solute: tracer,
    amount: new Float64Array(1),
    concentration: new Float64Array(1),
    arrival: new Float64Array(1),
    nodes: new Float64Array(0),
    account: new Float64Array(6),
    passed: new Float64Array(1),
  };
  const course = createSoluteCourse({
    system: { to: Int32Array.of(1), cells: 1 },
    paths: [{ id: "collector.v2", kind: "valve", outlet: "proximal" }],
    solutes: [state],
    lymphangions: [{ id: "collector.1", vessel: "collector", length: 0.01 }],
    places: [],
  });
  /** A well-stirred depot that empties at 2 %/s from 10 s on. */
  const rate = 0.02;
  for (let t = 0.5; t <= 600; t += 0.5) {
    state.amount[0] = t <= 10 ? 0 : 2e-9 * Math.exp(-rate * (t - 10));
    state.passed[0] = t <= 10 ? 0 : 2e-9 - state.amount[0];
    course.look(t, 0.5);
  }

  it("finds the rate of a depot that empties exponentially", () => {
    expect(course.clearance(0, 0)).toBeCloseTo(rate, 9);
  });

  it("has the first moment of the outflow curve: 1/k after the injection", () => {
    const { amount, moment } = course.outflow(0);
    expect(moment / amount - 10).toBeCloseTo(1 / rate, 1);
  });
});

describe("a bolus in a collector", () => {
  const found = simulated({ ...human, solutes: { tracer } }, 400);

  it("is accounted for, arrives one lymphangion after the other, and leaves", () => {
    expect(found?.imbalance).toBeLessThan(1e-12);
    expect(found?.amounts.injected).toBe(2e-9);
    expect(found!.amounts.outflow + found!.amounts.stored).toBeCloseTo(2e-9, 18);
    expect(found?.outlets[0]?.time).toBeGreaterThan(10);
    expect(found?.outlets[0]?.time).toBe(found?.vessels[0]?.time);
    expect(found?.vessels[0]?.frontSpeed).toBeGreaterThan(0);
    // What flows back into the inlet has left too, but not through an outlet.
    expect(found?.recovered).toBeLessThan(found!.amounts.outflow / 2e-9);
    expect(found?.recovered).toBeGreaterThan(0.99);
    expect(found?.meanTransitTime).toBeGreaterThan(found!.outlets[0]!.time! - 10);
  });

  it("has no transit time where other solute flows in", () => {
    const fed: Solute = { ...tracer, inlets: { [Object.keys(human.inlets)[0]!]: 1 } };
    expect(simulated({ ...human, solutes: { tracer: fed } }, 100)).toMatchObject({
      meanTransitTime: null,
      recovered: null,
      clearance: [{ at: "collector.1", rate: null }],
    });
  });
});

describe("a depot in tissue", () => {
  const skin: Tissue = {
    volume: 1e-8,
    initialFilling: 1.3,
    law: { law: "chapple-1993", restPressure: -133, swollenSlope: 56 },
    drain: { resistance: 1e12, reflux: 0.02 },
    capillary: {
      wall: { conductance: 1e-13, permeability: 0, reflection: 0.9, solute: "patlak" },
      pressure: 2400,
      protein: 72,
      oncotic: "landis-pappenheimer",
    },
  };
  const collector = { ...human.vessels["collector"]!, from: "skin" };
  const network: Network = {
    ...human,
    inlets: {},
    tissues: { skin },
    vessels: { collector },
    solutes: { tracer: { ...tracer, injections: [{ at: "skin", amount: 1e-9, time: 0 }] } },
  };

  it("is cleared at the rate of its outflow over its fluid", () => {
    const { tissues, solutes, filtered, inflow } = unwrap(simulate(network, { time: 600 }));
    expect(inflow).toBe(0);
    expect(filtered).toBeGreaterThan(0);
    expect(filtered).toBe(tissues[0]?.filtration);
    const { rate } = solutes[0]!.clearance[0]!;
    const expected = tissues[0]!.drainage / tissues[0]!.volume;
    expect(rate! / expected).toBeGreaterThan(0.7);
    expect(rate! / expected).toBeLessThan(1.4);
    expect(solutes[0]?.tissues[0]?.amount).toBeCloseTo(solutes[0]!.tissues[0]!.concentration * tissues[0]!.volume, 20);
  });
});
