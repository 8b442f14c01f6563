/** Fixed-step runs whose numbers Node and a browser have to share to the last bit; bundled for the browser by the test. */
import { mmHg } from "@openlymph/base";
import {
  assemble,
  createIntegrator,
  humanCollector,
  integrateTo,
  type MethodName,
  methods,
  type Network,
  type Vessel,
} from "@openlymph/physiology";

const human = humanCollector({ lymphangions: 4, inletResistance: 1e12 });
const collector = human.vessels["collector"] as Vessel;

/** A fork with strokes and strong valves that answer at once. */
const fork: Network = {
  ...human,
  valves: {
    competent: {
      law: "sigmoid",
      open: 6e7,
      closed: 1.2e12,
      slope: 0.4,
      opening: -7,
      prolapse: { slope: 0.49, pressure: -1800 },
      fold: "allow",
    },
  },
  inlets: { a: { pressure: 300, resistance: 0, reflux: 1 }, b: { pressure: 250, resistance: 1e12, reflux: 0.02 } },
  junctions: { meet: { compliance: 0 } },
  vessels: {
    a: { ...collector, from: "a", to: "meet", lymphangions: 2 },
    b: { ...collector, from: "b", to: "meet", lymphangions: 1, onset: 1 },
    out: { ...collector, from: "meet", lymphangions: 2 },
  },
  external: {
    pressure: 50,
    massage: { amplitude: 10 * mmHg, duration: 3, period: 10, speed: 0.02, direction: "proximal" },
  },
};

/** Tissue that fills and a tracer that leaves it. */
const depot: Network = {
  ...human,
  inlets: {},
  tissues: {
    skin: {
      volume: 1e-5,
      initialFilling: 1.2,
      law: { law: "chapple-1993", restPressure: -133, swollenSlope: 56 },
      drain: { resistance: 1e12, reflux: 0.02 },
    },
  },
  solutes: {
    dye: {
      inlets: {},
      initial: 0,
      tissues: { skin: 1 },
      injections: [],
      protein: false,
      absorbed: 0,
      nodes: {},
      detection: 1e-3,
    },
  },
  vessels: { collector: { ...collector, from: "skin", lymphangions: 3 } },
};

/** A mild chain, for explicit methods. */
const mild: Network = {
  ...human,
  valves: { competent: { law: "sigmoid", open: 6e7, closed: 1.2e12, slope: 2, opening: 0, fold: "refuse" } },
  inlets: { tissue: { pressure: 15, resistance: 0, reflux: 1 } },
  outlets: { proximal: { pressure: 20 } },
  vessels: {
    collector: {
      ...collector,
      lymphangions: 5,
      lengths: [3e-3],
      walls: [
        {
          law: "bertram-2011",
          passivePressure: 5,
          referenceDiameter: 0.25e-3,
          stiffening: 1,
          activeTension: 3.6e-3,
          tone: 0,
          optimalStretch: 0,
          stretchWidth: Number.POSITIVE_INFINITY,
        },
      ],
    },
  },
  pacing: { contraction: 2, rest: 0.5, lag: { kind: "time", value: 0.3 } },
};

const cases: readonly (readonly [name: string, network: Network, method: MethodName, step: number, end: number])[] = [
  ["human collector, rodas4", human, "rodas4", 0.005, 20],
  ["human collector, implicit Euler", human, "implicit-euler", 0.005, 20],
  ["fork with strokes, rodas3", fork, "rodas3", 0.01, 15],
  ["tissue and tracer, rodas4", depot, "rodas4", 0.005, 20],
  ["mild chain, rk4", mild, "rk4", 0.005, 20],
  ["mild chain, dopri5", mild, "dopri5", 0.01, 20],
  ["mild chain, dopri5s", mild, "dopri5s", 0.01, 20],
];

/** Name and bits of every number of the end state of each case. */
export function runCases(): Record<string, string> {
  return Object.fromEntries(
    cases.map(([name, network, method, step, end]) => {
      const { system, solutes } = assemble(network);
      const run = createIntegrator(system, {
        method: methods[method],
        tolerance: 1e-6,
        step,
        longestStep: step,
        mostSteps: 1e6,
      });
      integrateTo(run, end);
      const numbers = [...run.state, ...run.passed, ...solutes.flatMap(({ amount }) => [...amount])];
      const bits = new BigUint64Array(Float64Array.from(numbers).buffer);
      return [name, Array.from(bits, (word) => word.toString(16).padStart(16, "0")).join(" ")];
    }),
  );
}
