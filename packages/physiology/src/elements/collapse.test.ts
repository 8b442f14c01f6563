import { mmHg, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble } from "../network/assemble.ts";
import { humanCollector } from "../network/human-collector.ts";
import type { Network } from "../network/network.ts";
import { parseNetwork } from "../network/parse-network.ts";
import { setParameter } from "../network/set-parameter.ts";
import { createIntegrator, integrateTo } from "../solve/integrate.ts";
import { evaluate } from "../solve/system.ts";
import { methods } from "../solve/tableau.ts";
import { foldedPressure, usualCollapse } from "./collapse.ts";
import { diameterOf, transmuralPressure, type WallLaw } from "./lymphangion.ts";

const base = humanCollector({ lymphangions: 3 });
const roundWall = base.vessels["collector"]!.walls[0]!;
const wall: WallLaw = { ...roundWall, collapse: usualCollapse };

/** The collector with walls that fold, pressed by so many mmHg that rise by 1 mmHg/s. */
function pressed(pressure: number, changes: Partial<Network> = {}): Network {
  const ramp = { time: 0.5, pressure: (pressure + 1) * mmHg };
  return {
    ...base,
    vessels: { collector: { ...base.vessels["collector"]!, walls: [wall] } },
    external: {
      pressure: 0,
      loads: [{ load: { kind: "static", pressure: pressure * mmHg, steps: [ramp], ramp: 1 }, share: 1 }],
    },
    ...changes,
  };
}

describe("a wall that folds", () => {
  it("carries P_s and K (1000 − 1) at a tenth of its diameter, whatever the round ring would", () => {
    expect(foldedPressure(usualCollapse, -150_000, 0.1)).toBeCloseTo(-500 - 1.6 * 999, 9);
    expect(transmuralPressure(wall, 0.05e-3, 0)).toBeCloseTo(-500 - 1.6 * 999, 6);
  });

  it("is the round wall as long as it is filled", () => {
    for (const stretch of [0.7, 1, 1.4]) {
      const law = transmuralPressure(roundWall, stretch * 0.5e-3, 0.2);
      expect(transmuralPressure(wall, stretch * 0.5e-3, 0.2)).toBeCloseTo(law, 2);
    }
  });

  it("puts r = 64 μL/(πD⁴) · (1 + π²/8 · 0.96/0.25) in the way when a fifth of its diameter is left", () => {
    const { system } = assemble(pressed(100));
    const state = system.initial.map((volume, k) => (k < 3 ? volume / 25 : volume));
    evaluate(system, state, 30, true);
    const slit = 1 + ((Math.PI ** 2 / 8) * (1 - 0.04)) / (0.04 + 0.21);
    expect(system.resistance[0]! / ((64 * 1e-3 * 0.01) / (Math.PI * 1e-4 ** 4))).toBeCloseTo(slit, 6);
  });

  it("has the derivatives of its flows by volume and by time", () => {
    const stretch = fc.double({ min: 0.15, max: 1.2, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(stretch, stretch, stretch), fc.double({ min: 0.1, max: 4.9, noNaN: true }), (widths, t) => {
        const { system } = assemble(pressed(10));
        const state = Float64Array.from(system.initial);
        for (const [j, width] of widths.entries()) state[j]! *= width ** 2;
        const flows = (at: Float64Array, time: number) => {
          evaluate(system, at, time, false);
          return system.flow.flow.slice();
        };
        const moved = (j: number, by: number) => state.map((value, k) => (k === j ? value * (1 + by) : value));
        evaluate(system, state, t, true);
        const { flowByFrom, flowByTo, flowRate } = system;
        const [byFrom, byTo, byTime] = [flowByFrom.slice(), flowByTo.slice(), flowRate.slice()];
        const size = (e: number) => Math.abs(byFrom[e]! * state[e - 1]!) + Math.abs(byTo[e]! * state[e]!) + 1e-14;
        for (const e of [1, 2]) {
          const [before, after] = [flows(moved(e, -1e-5), t), flows(moved(e, 1e-5), t)];
          expect(Math.abs((after[e]! - before[e]!) / 2e-5 - byTo[e]! * state[e]!)).toBeLessThan(1e-4 * size(e));
          const [sooner, later] = [flows(state, t - 1e-5), flows(state, t + 1e-5)];
          expect(Math.abs((later[e]! - sooner[e]!) / 2e-5 - byTime[e]!)).toBeLessThan(1e-4 * size(e));
        }
      }),
      { seed: 4 },
    );
  });

  it.each(["auto", "dopri5", "rodas3", "rodas4"] as const)(
    "closes under a cuff and keeps its fluid with %s",
    (name) => {
      const { system } = assemble(pressed(40));
      const method = name === "auto" ? name : methods[name];
      const run = createIntegrator(system, { method, tolerance: 1e-4, longestStep: 0.25, mostSteps: 1e6 });
      const held = () => run.state.slice(0, 3).reduce((sum, volume) => sum + volume, 0);
      const before = held();
      integrateTo(run, 20);
      expect(Math.abs(held() - before - (run.passed[0]! - run.passed[3]!))).toBeLessThan(1e-9 * before);
      expect(diameterOf(run.state[2]!, 0.01)).toBeLessThan(0.15 * 0.5e-3);
    },
  );

  it("is read from a network file with its defaults, and can be set", () => {
    const file = `
format: openlymph/network@1
title: A vessel that folds
about: For tests only.
viscosity: 1 cP
valves: { v: { law: log-blend, open: 1e9 Pa.s/m3, closed: 1e15 Pa.s/m3, opening: 10 Pa, width: 1.5 Pa } }
inlets: { hand: { pressure: 1 mmHg } }
outlets: { vein: { pressure: 5 mmHg } }
vessels:
  arm: { from: hand, to: vein, lymphangions: 2, length: 10 mm, wall: { law: human-collector, collapse: {} }, valve: v }
pacing: { contraction: 5 s, rest: 55 s }
`;
    const read = unwrap(parseNetwork(file, "folds.yaml"));
    expect(read.vessels["arm"]!.walls[0]!.collapse).toEqual(usualCollapse);
    const set = unwrap(setParameter(read, "vessels.arm.collapse.support=2 mmHg"));
    expect(set.vessels["arm"]!.walls[0]!.collapse).toEqual({ ...usualCollapse, support: 2 * mmHg });
    expect(setParameter(read, "wall.collapse.stiffness=0 Pa")).toMatchObject({ code: "param/out-of-range" });
  });
});
