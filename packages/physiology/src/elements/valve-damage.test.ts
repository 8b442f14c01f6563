import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFlowPaths } from "./flow-paths.ts";
import { damageOf, damageValve, healthyValve, noDamage, valveEnds } from "./valve-damage.ts";
import type { HystereticValve } from "./valve-lagging.ts";
import { foldNumber, type ValveLaw, valveGroups } from "./valve-laws.ts";
import type { LogBlendValve } from "./valve-log-blend.ts";
import type { MynardValve } from "./valve-mynard.ts";
import { type SigmoidValve, sigmoidResistance } from "./valve-sigmoid.ts";

const blend: LogBlendValve = {
  law: "log-blend",
  open: 1e9,
  closed: 1e15,
  opening: 40,
  closing: 40,
  width: 1.5,
  fold: "refuse",
};
const lagging: LogBlendValve = { ...blend, opening: 10, closing: -1, lag: 0.01 };
const sigmoid: SigmoidValve = { law: "sigmoid", open: 6e7, closed: 1.2e12, slope: 0.4, opening: 2, fold: "refuse" };
const hysteretic: HystereticValve = {
  law: "hysteretic",
  open: 1e9,
  closed: 1e15,
  opening: { relaxed: 10, distended: 60 },
  closing: { relaxed: -10, distended: -216 },
  fullDistension: 1000,
  width: 1.5,
  lag: 0.01,
};
const mynard: MynardValve = {
  law: "mynard",
  openArea: 1e-7,
  leakArea: 1e-10,
  length: 2e-4,
  openingRate: 2,
  closingRate: 1,
  opening: 0,
  closing: 0,
};
const laws: readonly ValveLaw[] = [blend, lagging, sigmoid, hysteretic, mynard];

/** Flow of one valve under a pressure, beside nothing to speak of, with its leaflets at a state. */
function flowOf(law: ValveLaw, pressure: number, state: number): number {
  const paths = createFlowPaths(1);
  paths.stateOf[0] = 0;
  paths.gap[0] = pressure;
  paths.series[0] = 1e3;
  for (const group of valveGroups([{ path: 0, law }], 1e-3)) group.evaluate(paths, Float64Array.of(state), false);
  return paths.flow[0]!;
}

const damage = fc.record({
  stenosis: fc.double({ min: 1, max: 50, noNaN: true }),
  incompetence: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe("damageValve", () => {
  it("triples the open resistance and goes part of the way from closed to open", () => {
    // By hand: 10^15 and 3·10^9 are 10^15 and 10^9.477; four tenths of the way is 10^(9 + 3.79085) = 6.178e12.
    const { open, closed } = valveEnds(damageValve(lagging, { stenosis: 3, incompetence: 0.4 }));
    expect(open).toBeCloseTo(3e9, 0);
    expect(closed / 6.178e12).toBeCloseTo(1, 3);
  });

  it("counts what a closed sigmoid adds to its open resistance", () => {
    const law = damageValve(sigmoid, { stenosis: 2, incompetence: 0.5 }) as SigmoidValve;
    const resistance = sigmoidResistance(law).resistance;
    expect(resistance(1e4)).toBeCloseTo(1.2e8, 0);
    // √(R_c · 2 R_n) with R_c = 6e7 + 1.2e12.
    expect(resistance(-1e4) / Math.sqrt((6e7 + 1.2e12) * 1.2e8)).toBeCloseTo(1, 12);
  });

  it("narrows an orifice by the root, and lets it leak by area", () => {
    const narrow = damageValve(mynard, { stenosis: 4, incompetence: 0 }) as MynardValve;
    expect(narrow.openArea / 5e-8).toBeCloseTo(1, 12);
    expect(narrow.leakArea / 1e-10).toBeCloseTo(1, 12);
    const leaky = damageValve(mynard, { stenosis: 1, incompetence: 0.5 }) as MynardValve;
    // √(1e-10 · 1e-7)
    expect(leaky.leakArea / 3.1623e-9).toBeCloseTo(1, 4);
  });

  it("a third of the flow through a stenosis of three, forward; a leak backward", () => {
    for (const law of laws) {
      const tight = damageValve(law, { stenosis: 3, incompetence: 0 });
      // An orifice resists as its area says where the flow is slow; a fast jet loses pressure by inertia too.
      const push = law.law === "mynard" ? 1e-3 : 400;
      expect(flowOf(law, push, 1) / flowOf(tight, push, 1), law.law).toBeCloseTo(3, 2);
      const leaky = damageValve(law, { stenosis: 1, incompetence: 0.4 });
      const { open, closed } = valveEnds(law);
      const leak = flowOf(leaky, -1, 0) / flowOf(law, -1, 0);
      expect(leak / (closed / open) ** 0.4, law.law).toBeCloseTo(1, 2);
    }
  });

  it("keeps the ends in order, replaces the damage before it and can be taken back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...laws), damage, damage, (law, first, second) => {
        const once = damageValve(law, first);
        const { open, closed } = valveEnds(once);
        expect(closed / open).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(open / valveEnds(law).open).toBeCloseTo(first.stenosis, 6);
        expect(closed / valveEnds(law).closed).toBeLessThanOrEqual(1 + 1e-9);
        expect(damageValve(once, second)).toEqual(damageValve(law, second));
        expect(damageValve(once, noDamage)).toBe(law);
        expect(healthyValve(once)).toBe(law);
        if (first.stenosis !== 1 || first.incompetence !== 0) expect(damageOf(once)).toEqual(first);
        expect(foldNumber(once)).toBeLessThanOrEqual(foldNumber(law) + 1e-12);
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });

  it("leaves a tube at full incompetence", () => {
    for (const law of laws) {
      const tube = damageValve(law, { stenosis: 1, incompetence: 1 });
      for (const pressure of [-400, -3, 3, 400]) {
        expect(flowOf(tube, pressure, 0) / flowOf(tube, pressure, 1), law.law).toBeCloseTo(1, 9);
        expect(flowOf(tube, pressure, 0) / -flowOf(tube, -pressure, 0), law.law).toBeCloseTo(1, 6);
      }
    }
  });
});
