import { mmHg, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "../network/assemble.ts";
import { humanCollector } from "../network/human-collector.ts";
import type { Network, Vessel } from "../network/network.ts";
import { evaluate, evaluatePressures } from "../solve/system.ts";
import { simulate } from "./simulate.ts";
import { simulationReport } from "./simulation-report.ts";
import { strokeGain } from "./stroke-gain.ts";

const base = humanCollector();
const vessel = base.vessels["collector"] as Vessel;

/** Vessel i > 0 starts at an inlet and ends at the junction of an earlier vessel, drawn by `picks`. */
function tree(picks: readonly number[], sizes: readonly number[], compliance: number, absorbing: boolean): Network {
  const inner = new Set(picks.map((pick, i) => pick % (i + 1)));
  const vessels: Record<string, Vessel> = {};
  const inlets: Record<string, Network["inlets"][string]> = {};
  const junctions: Record<string, { compliance: number }> = {};
  for (let i = 0; i <= picks.length; i++) {
    const from = inner.has(i) ? `j${i}` : `i${i}`;
    if (inner.has(i)) junctions[from] = { compliance };
    else inlets[from] = { pressure: (1 + (i % 3)) * mmHg, resistance: 1e11 * i, reflux: i % 2 ? 0.02 : 1 };
    const to = i === 0 ? "node" : `j${(picks[i - 1] ?? 0) % i}`;
    vessels[`v${i}`] = { ...vessel, from, to, lymphangions: sizes[i] ?? 1, onset: i };
  }
  const absorption = absorbing
    ? { conductance: 3e-13, capillaryPressure: 1200, reflection: 0.9, lymphOncotic: 2100, bloodOncotic: 3500 }
    : undefined;
  vessels["out"] = { ...vessel, from: "node", to: "proximal", lymphangions: 2 };
  return {
    ...base,
    inlets,
    junctions,
    nodes: { node: { resistance: 1e12, swelling: 0.2, absorption } },
    vessels,
    external: {
      pressure: 50,
      massage: { amplitude: 600, duration: 3, period: 10, speed: 0.02, direction: "proximal" },
    },
    solver: { ...base.solver, tolerance: 1e-4 },
  };
}

const trees = fc
  .integer({ min: 1, max: 5 })
  .chain((n) =>
    fc.tuple(
      fc.array(fc.nat(1000), { minLength: n, maxLength: n }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: n + 1, maxLength: n + 1 }),
      fc.constantFrom(0, 1e-14),
      fc.boolean(),
    ),
  )
  .map(([picks, sizes, compliance, absorbing]) => tree(picks, sizes, compliance, absorbing));

describe("system", () => {
  it("has the Jacobian of its own flows and valve rates", () => {
    fc.assert(
      fc.property(trees, fc.double({ min: 0, max: 60, noNaN: true }), (network, t) => {
        const { system } = assemble(network);
        const { flow, cells, lymphangions } = system;
        const state = Float64Array.from(system.initial, (value, k) => {
          if (k >= cells) return ((k * 5) % 11) / 10;
          return value * (k < lymphangions ? 0.6 + 0.1 * ((k * 7) % 9) : 1 + 0.1 * ((k * 5) % 7));
        });
        evaluate(system, state, t, true);
        const analytic = [system.flowByFrom, system.flowByTo, system.stateByFrom, system.stateByTo].map((list) =>
          Float64Array.from(list),
        ) as [Float64Array, Float64Array, Float64Array, Float64Array];
        for (let k = 0; k < cells; k++) {
          // The error of a place without volume is not controlled: its scale is infinite.
          const scale = Math.min(system.scale[k] ?? 0, 1e5);
          const step = 1e-5 * Math.max(Math.abs(state[k] ?? 0), 1e-3 * scale);
          const shifted = (sign: number) => {
            const near = Float64Array.from(state);
            near[k] = (state[k] ?? 0) + sign * step;
            // Not `evaluate`: it would find the pressures of junctions anew, and these are held in a partial derivative.
            evaluatePressures(system, near, t, false);
            for (const group of system.groups) group.evaluate(flow, near, false);
            return [Float64Array.from(flow.flow), Float64Array.from(flow.rate)] as const;
          };
          const [above, below] = [shifted(1), shifted(-1)];
          for (let e = 0; e < flow.count; e++) {
            for (const [kind, [byFrom, byTo]] of [analytic.slice(0, 2), analytic.slice(2)].entries()) {
              let wanted = 0;
              if (system.from[e] === k) wanted = 2 * step * (byFrom?.[e] ?? 0);
              if (system.to[e] === k) wanted = 2 * step * (byTo?.[e] ?? 0);
              const [more, less] = [above[kind]?.[e] ?? 0, below[kind]?.[e] ?? 0];
              const rounding = 1e-11 * (Math.abs(more) + Math.abs(less)) + (kind === 0 ? 0 : 1e-9);
              expect(Math.abs(more - less - wanted)).toBeLessThanOrEqual(1e-3 * Math.abs(wanted) + rounding);
            }
          }
        }
      }),
      { numRuns: 20, seed: 7 },
    );
  });
});

describe("simulate", () => {
  it("conserves mass in any tree: stored volume is net inflow", () => {
    fc.assert(
      fc.property(trees, (network) => {
        const result = unwrap(simulate(network, { time: 40 }));
        expect(result.massBalance.error).toBeLessThan(1e-9);
        expect(result.steps.forced).toBe(0);
      }),
      { numRuns: 12, seed: 11 },
    );
  });

  it("conserves mass with every method", () => {
    const mild = { ...base, vessels: { collector: { ...vessel, lymphangions: 2 } } };
    for (const method of ["rodas4", "rodas3", "implicit-euler"] as const) {
      const solver = { ...base.solver, method, step: method === "implicit-euler" ? 0.02 : undefined };
      expect(unwrap(simulate({ ...mild, solver }, { cycles: 1 })).massBalance.error, method).toBeLessThan(1e-9);
    }
    const soft = {
      ...vessel,
      lymphangions: 2,
      valves: ["none"],
      walls: [{ ...vessel.walls[0]!, referenceDiameter: 2e-4, activeTension: 0.01 }],
    };
    for (const method of ["dopri5", "rk4"] as const) {
      const solver = { ...base.solver, method, step: method === "rk4" ? 1e-3 : undefined };
      const network = { ...base, vessels: { collector: soft }, solver };
      expect(unwrap(simulate(network, { time: 10 })).massBalance.error, method).toBeLessThan(1e-9);
    }
  });

  it("does not care in which order vessels are written", () => {
    const network = tree([0, 0, 1], [2, 1, 3, 2], 0, true);
    const turned = { ...network, vessels: Object.fromEntries(Object.entries(network.vessels).reverse()) };
    const [one, other] = [network, turned].map((each) => unwrap(simulate(each, { time: 60 })).outflow) as [
      number,
      number,
    ];
    expect(Math.abs(one / other - 1)).toBeLessThan(1e-4);
  });

  it("passes through a passive tube what Poiseuille says", () => {
    const wall = { ...vessel.walls[0]!, activeTension: 0, tone: 0 };
    const tube = { ...vessel, lymphangions: 3, valves: ["none"], walls: [wall] };
    const network = { ...base, vessels: { collector: tube }, outlets: { proximal: { pressure: 2 * mmHg - 20 } } };
    const result = unwrap(simulate(network, { cycles: 3 }));
    const series = result.lymphangions.reduce(
      (sum, { diameter }) => sum + (128 * 1e-3 * 0.01) / (Math.PI * diameter.max ** 4),
      0,
    );
    expect(result.outflow / (20 / series)).toBeCloseTo(1, 6);
    expect(result.inflow / result.outflow).toBeCloseTo(1, 6);
  });

  it("keeps the course of the last cycle when asked", () => {
    const { trace } = unwrap(simulate(base, { cycles: 2, trace: true }));
    expect(trace?.time[0]).toBe(60);
    expect(trace?.time.at(-1)).toBe(120);
    expect(trace?.diameter).toHaveLength(10);
    expect(trace?.flow).toHaveLength(11);
  });

  it("runs for a time and observes the last whole cycle", () => {
    const result = unwrap(simulate(base, { time: 130 }));
    expect(result).toMatchObject({ time: 130, period: 60 });
    expect(unwrap(simulate(base, { time: 20 })).warnings.join()).toContain("shorter than two cycles");
  });

  it("doubts a run that does not keep its fluid, and no other", () => {
    const huge = { ...base, vessels: { collector: { ...vessel, lengths: [1e6] } } };
    expect(unwrap(simulate(huge, { cycles: 2 })).warnings.join()).toContain("not accounted for");
    expect(unwrap(simulate(base, { cycles: 2 })).warnings.join()).not.toContain("not accounted for");
  });

  it("reports progress and can be cancelled", () => {
    const controller = new AbortController();
    const seen: number[] = [];
    const report = ({ fraction }: { fraction: number }) => {
      seen.push(fraction);
      if (fraction > 0.4) controller.abort();
    };
    expect(simulate(base, { cycles: 5, context: { signal: controller.signal, report } })).toMatchObject({
      ok: false,
      code: "task/cancelled",
    });
    expect(seen[0]).toBe(0);
  });

  it("refuses runs that cannot be", () => {
    expect(simulate(base, { cycles: 0 })).toMatchObject({ code: "param/out-of-range", path: "cycles" });
    expect(simulate(base, { time: Number.NaN })).toMatchObject({ code: "param/out-of-range", path: "time" });
    const solver = { ...base.solver, method: "rk4" as const, step: 0.02 };
    expect(simulate({ ...base, solver })).toMatchObject({ code: "solver/no-convergence", hint: /rodas4/ });
  });
});

describe("simulationReport", () => {
  it("is plain JSON in clinical units, the same for the same run", () => {
    const report = () => simulationReport(unwrap(simulate(base, { cycles: 3 })));
    const first = report();
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    expect(report()).toEqual(first);
    expect(first.outflow.mean).toMatchObject({ unit: "mL/h" });
    expect(first.outflow.mean.value).toBeCloseTo(0.889, 2);
    expect(first.lymphangions[0]?.diameter.max).toBeGreaterThan(0.4);
    expect(first.record.parameterHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("strokeGain", () => {
  it("is one for a hand without pressure", () => {
    const collector = humanCollector({ lymphangions: 3, inletResistance: 1e12 });
    expect(unwrap(strokeGain(collector, { amplitude: 0 }, 2)).gain).toBeCloseTo(1, 3);
  });
});
