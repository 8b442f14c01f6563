import { mmHg, uniformAt, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "../network/assemble.ts";
import { humanCollector } from "../network/human-collector.ts";
import type { Network, Vessel } from "../network/network.ts";
import { restoreCheckpoint, takeCheckpoint } from "./checkpoint.ts";
import { createIntegrator, type Integrator, type IntegratorOptions, integrateTo } from "./integrate.ts";
import { type MethodName, methods } from "./tableau.ts";

const human = humanCollector();
const collector = human.vessels["collector"] as Vessel;
const mildWall: Vessel["walls"][number] = {
  law: "bertram-2011",
  passivePressure: 5,
  referenceDiameter: 0.25e-3,
  stiffening: 1,
  activeTension: 3.6e-3,
  tone: 0,
  optimalStretch: 0,
  stretchWidth: Number.POSITIVE_INFINITY,
};

/** A short, soft vessel: an explicit method does well there. */
const mild: Network = {
  ...human,
  valves: { v: { law: "sigmoid", open: 6e7, closed: 1.2e12, slope: 2, opening: 0, fold: "refuse" } },
  vessels: { collector: { ...collector, lymphangions: 3, walls: [mildWall], lengths: [3e-3], valves: ["v"] } },
  inlets: { tissue: { pressure: 15, resistance: 0, reflux: 1 } },
  outlets: { proximal: { pressure: 20 } },
  pacing: { contraction: 2, rest: 1, lag: { kind: "time", value: 0.4 } },
};

/** The same vessel, fuller and stronger: accuracy would allow longer steps than dopri5 is stable for. */
const between: Network = {
  ...mild,
  vessels: {
    collector: {
      ...mild.vessels["collector"]!,
      lymphangions: 8,
      walls: [{ ...mildWall, activeTension: 12e-3 }],
    },
  },
  inlets: { tissue: { pressure: 50, resistance: 0, reflux: 1 } },
  outlets: { proximal: { pressure: 70 } },
};

const optionsFor = (method: MethodName | "auto", step?: number): IntegratorOptions => ({
  method: method === "auto" ? method : methods[method],
  tolerance: 1e-5,
  step,
  longestStep: 0.1,
  mostSteps: 1e6,
});

const start = (network: Network, options: IntegratorOptions) => createIntegrator(assemble(network).system, options);

/** Two ways from one junction to another, an inlet before and an outlet behind. */
function ring(upper: Vessel, lower: Vessel): Network {
  return {
    ...human,
    junctions: { fork: { compliance: 0 }, meet: { compliance: 0 } },
    vessels: {
      before: { ...collector, lymphangions: 2, to: "fork" },
      upper: { ...upper, from: "fork", to: "meet" },
      lower: { ...lower, from: "fork", to: "meet" },
      behind: { ...collector, lymphangions: 2, from: "meet" },
    },
  };
}

const passedBy = ({ system, passed }: Integrator) => {
  const inward = Array.from(system.ends).filter((e) => (system.from[e] ?? 0) >= system.cells);
  const outward = Array.from(system.ends).filter((e) => (system.to[e] ?? 0) >= system.cells);
  const total = (list: number[]) => list.reduce((sum, e) => sum + (passed[e] ?? 0), 0);
  return { inflow: total(inward), outflow: total(outward) };
};

const stored = ({ system, state }: Integrator) =>
  Array.from(state.subarray(0, system.cells)).reduce((sum, u, k) => sum + u * (system.mass[k] ?? 0), 0);

describe("a run that is interrupted", () => {
  const cases: readonly [string, Network, IntegratorOptions][] = [
    ["rodas4, human", human, optionsFor("rodas4")],
    ["auto, human", human, optionsFor("auto")],
    ["auto, mild", mild, optionsFor("auto")],
    ["auto, between", between, optionsFor("auto")],
    ["dopri5, mild", mild, optionsFor("dopri5")],
    ["rk4, mild", mild, optionsFor("rk4", 0.01)],
    ["rodas3, ring", ring(collector, collector), optionsFor("rodas3")],
  ];
  it.each(cases)("goes on with the same bits (%s)", (name, network, options) => {
    const whole = start(network, options);
    integrateTo(whole, 20);
    for (let n = 0; n < 3; n++) {
      const first = start(network, options);
      integrateTo(first, 20, undefined, 20 * uniformAt(name.length, 9, n));
      const kept = JSON.parse(JSON.stringify(takeCheckpoint(first)));
      const second = unwrap(restoreCheckpoint(start(network, options), kept));
      integrateTo(second, 20);
      expect(second.state).toEqual(whole.state);
      expect(second.passed).toEqual(whole.passed);
      expect([second.steps, second.rejected, second.switches]).toEqual([whole.steps, whole.rejected, whole.switches]);
    }
  });

  it("refuses a checkpoint of another network", () => {
    const kept = takeCheckpoint(start(mild, optionsFor("auto")));
    expect(restoreCheckpoint(start(human, optionsFor("auto")), kept)).toMatchObject({ code: "document/format" });
  });

  it("refuses a checkpoint that is damaged", () => {
    const kept = takeCheckpoint(start(mild, optionsFor("auto")));
    const { flow: _flow, ...torn } = kept;
    const broken = [torn, { ...kept, time: Number.NaN }, { ...kept, state: kept.state.map(() => null) }];
    for (const each of broken) {
      const found = restoreCheckpoint(start(mild, optionsFor("auto")), each as typeof kept);
      expect(found).toMatchObject({ code: "document/unreadable", hint: /damaged/ });
    }
  });
});

describe("auto", () => {
  it("is explicit where a network is mild and implicit where it is stiff", () => {
    const kindAfter = (network: Network) => {
      const run = start(network, optionsFor("auto"));
      integrateTo(run, 10);
      return run.watch?.kind;
    };
    expect([kindAfter(mild), kindAfter(human)]).toEqual(["explicit", "implicit"]);
  });

  it("takes the method of extended stability between the two, and keeps its fluid", () => {
    const run = start(between, optionsFor("auto"));
    let extended = 0;
    const before = stored(run);
    integrateTo(run, 20, () => {
      if (run.work.method.name === "dopri5s") extended++;
    });
    expect(extended).toBeGreaterThan(0.5 * run.steps);
    const { inflow, outflow } = passedBy(run);
    expect(Math.abs(stored(run) - before - inflow + outflow)).toBeLessThan(1e-12 * inflow);
  });

  it("takes the cheaper of two implicit methods where a loose tolerance is enough", () => {
    const nameAt = (tolerance: number) => {
      const run = start(human, { ...optionsFor("auto"), tolerance });
      integrateTo(run, 10);
      return run.work.method.name;
    };
    expect([1e-5, 1e-3].map(nameAt)).toEqual(["rodas4", "rodas3"]);
  });

  it("gives what either method gives", () => {
    const outflow = (network: Network, method: MethodName | "auto") => {
      const run = start(network, { ...optionsFor(method), tolerance: 1e-7 });
      integrateTo(run, 30);
      return passedBy(run).outflow;
    };
    for (const network of [mild, human]) {
      expect(outflow(network, "auto") / outflow(network, "rodas4")).toBeCloseTo(1, 4);
    }
  });

  it("changes over when a vessel stiffens on the way, and keeps its fluid", () => {
    const rising = {
      ...mild,
      external: {
        pressure: 0,
        loads: [
          {
            load: { kind: "static" as const, pressure: 0, ramp: 2, steps: [{ time: 6, pressure: -4 * mmHg }] },
            share: 1,
          },
        ],
      },
    };
    const run = start(rising, optionsFor("auto"));
    const before = stored(run);
    integrateTo(run, 20);
    expect(run.switches).toBeGreaterThan(0);
    const { inflow, outflow } = passedBy(run);
    expect(Math.abs(stored(run) - before - inflow + outflow)).toBeLessThan(1e-12 * inflow);
  });
});

describe("loops", () => {
  it("carry the same through two equal ways, and keep their fluid whatever the ways are", () => {
    const run = start(ring(collector, collector), optionsFor("auto"));
    integrateTo(run, 120);
    const pathOf = (id: string) => assemble(ring(collector, collector)).paths.findIndex((path) => path.id === id);
    expect(run.passed[pathOf("upper.v3")]! / run.passed[pathOf("lower.v3")]!).toBeCloseTo(1, 9);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (upper, lower) => {
        const network = ring({ ...collector, lymphangions: upper }, { ...collector, lymphangions: lower, onset: 1 });
        const other = start(network, optionsFor("rodas4"));
        const before = stored(other);
        integrateTo(other, 30);
        const { inflow, outflow } = passedBy(other);
        expect(Math.abs(stored(other) - before - inflow + outflow)).toBeLessThan(1e-9 * (inflow + outflow));
      }),
      { numRuns: 6, seed: 8 },
    );
  });
});

describe("giving up", () => {
  it("names the time and the hardest place", () => {
    const impossible = start(human, { ...optionsFor("rk4", 0.02) });
    expect(() => integrateTo(impossible, 60)).toThrow(/beyond .* s .*hardest at "collector\.\d+"/);
  });
});
