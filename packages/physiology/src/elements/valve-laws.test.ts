/** What holds for every law of a valve, and the torture set: no solve may need more than 60 iterations. */
import { uniformAt } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFlowPaths } from "./flow-paths.ts";
import { lastIterations, staticDrop } from "./static-root.ts";
import { flowFallsBetween, hasAnotherRoot } from "./valve-fold.ts";
import { type HystereticValve, thresholdDrop } from "./valve-lagging.ts";
import { foldNumber, hasState, staticLaw, type ValveLaw, valveGroups } from "./valve-laws.ts";
import type { LogBlendValve } from "./valve-log-blend.ts";
import type { MynardValve } from "./valve-mynard.ts";
import type { SigmoidValve } from "./valve-sigmoid.ts";

const published: SigmoidValve = {
  law: "sigmoid",
  open: 6e7,
  closed: 1.2e12,
  slope: 0.4,
  opening: -7,
  prolapse: { slope: 0.49, pressure: -1800 },
  fold: "allow",
};
const gentle: SigmoidValve = { ...published, opening: -4 };
const plain: SigmoidValve = { ...published, opening: 0, prolapse: undefined };
const blend: LogBlendValve = {
  law: "log-blend",
  open: 1e9,
  closed: 1e15,
  opening: 10,
  closing: 10,
  width: 1.5,
  fold: "refuse",
};
const lagging: LogBlendValve = { ...blend, closing: -1, lag: 0.01 };
const hysteretic: HystereticValve = {
  law: "hysteretic",
  open: 1e9,
  closed: 1e15,
  opening: { relaxed: 5, distended: 30 },
  closing: { relaxed: -10, distended: -216 },
  fullDistension: 2000,
  width: 1.5,
  lag: 0.01,
};
const mynard: MynardValve = {
  law: "mynard",
  openArea: 1e-7,
  leakArea: 1e-10,
  length: 1e-4,
  openingRate: 1,
  closingRate: 2,
  opening: 5,
  closing: -2,
};
const answersAtOnce = [published, gentle, plain, blend];
const states = [lagging, hysteretic, mynard];

const viscosity = 1e-3;

function solve(law: ValveLaw, pressure: number, series: number, state = 0, start = 0, distension = 500) {
  const all = createFlowPaths(1);
  all.gap[0] = pressure;
  all.series[0] = series;
  all.distension[0] = distension;
  all.drop[0] = start;
  all.stateOf[0] = hasState(law) ? 0 : -1;
  for (const group of valveGroups([{ path: 0, law }], viscosity)) group.evaluate(all, Float64Array.of(state), true);
  const of = (array: Float64Array) => array[0] ?? Number.NaN;
  return {
    flow: of(all.flow),
    drop: of(all.drop),
    byGap: of(all.byGap),
    bySeries: of(all.bySeries),
    byState: of(all.byState),
    rate: of(all.rate),
    rateByGap: of(all.rateByGap),
    rateBySeries: of(all.rateBySeries),
    rateByState: of(all.rateByState),
    rateByDistension: of(all.rateByDistension),
  };
}

const pressures = fc.oneof(
  fc.double({ min: -2500, max: 500, noNaN: true }),
  fc.double({ min: -40, max: 40, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
);
const seriesLogs = fc.double({ min: 7, max: 14, noNaN: true });
const resistanceOf = (law: ValveLaw, drop: number) => staticLaw(law)?.resistance(drop) ?? Number.NaN;

describe("a valve that answers at once", () => {
  it("solves Δ + R_s Δ/R = P for every law, pressure and series resistance", () => {
    fc.assert(
      fc.property(fc.constantFrom(...answersAtOnce), pressures, seriesLogs, (law, pressure, log) => {
        const series = 10 ** log;
        const { drop, flow } = solve(law, pressure, series);
        expect(Math.abs(drop + series * flow - pressure)).toBeLessThanOrEqual(1e-9 * Math.abs(pressure) + 1e-300);
        const own = drop / resistanceOf(law, drop);
        expect(Math.abs(flow - own)).toBeLessThanOrEqual(1e-7 * Math.abs(own) + 1e-10 * Math.abs(pressure / series));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it("finds the same answer wherever the search starts", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...answersAtOnce),
        pressures,
        seriesLogs,
        fc.double({ min: -3000, max: 600, noNaN: true }),
        (law, pressure, log, start) => {
          const cold = solve(law, pressure, 10 ** log).drop;
          expect(solve(law, pressure, 10 ** log, 0, start).drop).toBeCloseTo(cold, 8);
        },
      ),
      { seed: 2 },
    );
  });

  it("carries more flow at more pressure, unless the law is folded", () => {
    fc.assert(
      fc.property(fc.constantFrom(gentle, plain, blend), pressures, seriesLogs, (law, pressure, log) => {
        const more = solve(law, pressure + 1, 10 ** log).flow;
        expect(more).toBeGreaterThanOrEqual(solve(law, pressure, 10 ** log).flow);
      }),
      { seed: 3 },
    );
  });

  it("takes the most closed answer of a folded law and says that there are others", () => {
    const series = 2e12;
    const roots: number[] = [];
    const total = (x: number) => x + (series * x) / resistanceOf(published, x);
    const grid = Array.from({ length: 20_000 }, (_, i) => -20 + i * 1e-3);
    const peak = grid.find((x) => total(x + 1e-3) < total(x)) ?? 0;
    const trough = grid.find((x) => x > peak && total(x + 1e-3) > total(x)) ?? 0;
    const pressure = (total(peak) + total(trough)) / 2;
    for (const x of grid) if (total(x) < pressure !== total(x + 1e-3) < pressure) roots.push(x);
    expect(roots.length).toBe(3);
    const { drop } = solve(published, pressure, series);
    expect(Math.abs(drop - (roots[0] ?? 0))).toBeLessThan(2e-3);
    expect(hasAnotherRoot(staticLaw(published), pressure, series, drop)).toBe(true);
    expect(hasAnotherRoot(staticLaw(gentle), pressure, series, solve(gentle, pressure, series).drop)).toBe(false);
  });
});

describe("every law", () => {
  it("has the derivatives of its own flow and rate", () => {
    const near = (analytic: number, numeric: number, least: number) =>
      expect(Math.abs(analytic - numeric)).toBeLessThanOrEqual(2e-4 * Math.abs(numeric) + least);
    const places = fc.tuple(
      fc.double({ min: -300, max: 300, noNaN: true }),
      fc.double({ min: 9, max: 12, noNaN: true }),
      fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      fc.double({ min: 10, max: 1990, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...answersAtOnce, ...states), places, (law, [pressure, log, state, distension]) => {
        const series = 10 ** log;
        const here = solve(law, pressure, series, state, 0, distension);
        // Rates of the two-sided law have corners at their thresholds; differences across one say nothing.
        const corners = law === mynard ? [law.opening, law.closing] : [];
        fc.pre(corners.every((corner) => Math.abs(here.drop - corner) > 0.01) && Math.abs(pressure) > 0.01);
        const slope = (pick: (r: typeof here) => number, change: (d: number) => typeof here, d: number) =>
          (pick(change(d)) - pick(change(-d))) / (2 * d);
        const byGap = (d: number) => solve(law, pressure + d, series, state, here.drop, distension);
        const bySeries = (d: number) => solve(law, pressure, series + d, state, here.drop, distension);
        const scale = Math.abs(here.flow) + 1e-18;
        near(
          here.byGap,
          slope((r) => r.flow, byGap, 1e-4),
          1e-8 * scale,
        );
        near(
          here.bySeries,
          slope((r) => r.flow, bySeries, series * 1e-4),
          (1e-7 * scale) / series,
        );
        if (!hasState(law)) return;
        const byState = (d: number) => solve(law, pressure, series, state + d, here.drop, distension);
        const byDistension = (d: number) => solve(law, pressure, series, state, here.drop, distension + d);
        const rates = Math.abs(here.rate) + 1;
        near(
          here.byState,
          slope((r) => r.flow, byState, 1e-6),
          1e-6 * scale,
        );
        near(
          here.rateByGap,
          slope((r) => r.rate, byGap, 1e-4),
          1e-5 * rates,
        );
        near(
          here.rateBySeries,
          slope((r) => r.rate, bySeries, series * 1e-5),
          (1e-4 * rates) / series,
        );
        near(
          here.rateByState,
          slope((r) => r.rate, byState, 1e-6),
          1e-3 * rates,
        );
        near(
          here.rateByDistension,
          slope((r) => r.rate, byDistension, 1e-2),
          1e-6 * rates,
        );
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});

describe("every group", () => {
  const single = (law: ValveLaw) => {
    const all = createFlowPaths(1);
    all.distension[0] = 500;
    all.stateOf[0] = hasState(law) ? 0 : -1;
    const [group] = valveGroups([{ path: 0, law }], viscosity);
    const at = (pressure: number, derivatives: boolean) => {
      all.gap[0] = pressure;
      group!.evaluate(all, Float64Array.of(0.4), derivatives);
      if (!derivatives) group!.slopes?.(all);
      return { flow: all.flow[0]!, byGap: all.byGap[0]!, bySeries: all.bySeries[0]! };
    };
    return { all, group: group!, at };
  };
  const walks = fc.array(fc.tuple(pressures, fc.double({ min: -1, max: 1, noNaN: true })), { minLength: 1 });

  it("has a flow that falls with R_s as it rises with P: ∂Q/∂R_s = −Q ∂Q/∂P", () => {
    fc.assert(
      fc.property(fc.constantFrom(...answersAtOnce, ...states), pressures, seriesLogs, (law, pressure, log) => {
        const { all, at } = single(law);
        all.series[0] = 10 ** log;
        const { flow, byGap, bySeries } = at(pressure, true);
        expect(Math.abs(bySeries + flow * byGap)).toBeLessThanOrEqual(1e-12 * Math.abs(flow * byGap));
      }),
      { seed: 6 },
    );
  });

  it("that has its slope for less than derivatives cost has that of its flow", () => {
    expect([plain, blend].map((law) => single(law).group.slopes !== undefined)).toEqual([true, false]);
    fc.assert(
      fc.property(walks, seriesLogs, (walk, log) => {
        const { all, at } = single(plain);
        all.series[0] = 10 ** log;
        for (const [pressure, step] of walk) {
          for (const near of [pressure, pressure + step]) {
            const { byGap } = at(near, false);
            expect(Math.abs(byGap / at(near, true).byGap - 1)).toBeLessThan(1e-6);
          }
        }
      }),
      { seed: 7 },
    );
  });

  it("of plain sigmoids leaves alone what nobody asks for", () => {
    const all = createFlowPaths(3);
    all.gap.set([5, -5, 5]);
    all.series.fill(1e10);
    const [group] = valveGroups(
      [0, 1, 2].map((path) => ({ path, law: plain })),
      viscosity,
    );
    group!.evaluate(all, new Float64Array(0), false, Uint8Array.of(0, 1, 1));
    expect(all.flow[0]).toBe(0);
    expect(all.flow[2]).toBe(solve(plain, 5, 1e10).flow);
  });
});

describe("a valve with a state", () => {
  it("rests closed below the opening drop and stays open above the closing drop", () => {
    expect(solve(lagging, 3, 1e10, 0.05).rate).toBeLessThan(0);
    expect(solve(lagging, 30, 1e10, 0.01).rate).toBeGreaterThan(0);
    expect(solve(lagging, -50, 1e10, 0.9).rate).toBeLessThan(0);
    expect(solve(mynard, 20, 1e10, 0).rate).toBeGreaterThan(0);
    expect(solve(mynard, 3, 1e10, 0.01).rate).toBe(0);
    expect(solve(mynard, -50, 1e10, 0.9).rate).toBeLessThan(0);
  });

  it("has thresholds that grow with distension: opening sixfold, closing more than twentyfold", () => {
    const opening = [0, 2000].map((pressure) => thresholdDrop(hysteretic, 0, pressure));
    const closing = [0, 2000].map((pressure) => thresholdDrop(hysteretic, 1, pressure));
    expect(opening).toEqual([5, 30]);
    expect(closing).toEqual([-10, -216]);
    expect(thresholdDrop(hysteretic, 1, 1000)).toBeCloseTo(-113, 9);
    expect(thresholdDrop(hysteretic, 1, -50)).toBe(-10);
  });

  it("Mynard's law loses P = (R_s + R) Q + B Q|Q|", () => {
    const area = 1e-10 + 0.4 * (1e-7 - 1e-10);
    const { flow } = solve(mynard, -80, 1e10, 0.4);
    const viscous = (8 * Math.PI * viscosity * 1e-4) / area ** 2;
    const inertial = 1010 / (2 * area ** 2);
    expect((1e10 + viscous) * flow + inertial * flow * Math.abs(flow)).toBeCloseTo(-80, 9);
  });
});

describe("fold number", () => {
  it("is s|Δ_o|/2 for the published sigmoid", () => {
    expect(foldNumber(published)).toBeCloseTo(1.4, 12);
    expect(foldNumber({ ...published, opening: 3 })).toBe(0);
    expect(foldNumber(lagging)).toBe(0);
  });

  it("exceeds one exactly where the flow falls with the drop", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -12, max: 4, noNaN: true }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.boolean(),
        (opening, steep, sigmoid) => {
          const law: ValveLaw = sigmoid
            ? { law: "sigmoid", open: 1, closed: 1e9, slope: steep, opening, fold: "allow" }
            : { ...blend, open: 1, closed: 1e4, opening: -opening, closing: -opening, width: 1 / steep };
          const number = foldNumber(law);
          fc.pre(Math.abs(number - 1) > 0.02);
          expect(flowFallsBetween(staticLaw(law)!, -160, 0)).toBe(number > 1);
        },
      ),
      { seed: 5 },
    );
  });
});

describe("torture", () => {
  it("a million random valves, laws ten times steeper and resistances from nothing to walls, each within 60 iterations", () => {
    const laws = [
      published,
      plain,
      blend,
      { ...published, slope: 4, prolapse: { slope: 4.9, pressure: -1800 } },
      { ...plain, slope: 20 },
      { ...plain, slope: 20, opening: 30 },
      { ...blend, width: 0.15 },
      { ...plain, open: 1e-3, closed: 1e17 },
    ].map((law) => staticLaw(law as ValveLaw)!);
    const draw = (n: number, k: number) => uniformAt(77, k, n);
    const count = 1_000_000;
    let most = 0;
    let worst = 0;
    let before = 0;
    for (let n = 0; n < count; n++) {
      const law = laws[n % laws.length]!;
      const size = 10 ** (-8 + 13 * draw(n, 1));
      const pressure = draw(n, 2) < 0.5 ? size : -size;
      const series = draw(n, 3) < 0.05 ? 0 : 10 ** (18 * draw(n, 3));
      // Every other search starts from the answer to another problem: a sudden reversal.
      const drop = staticDrop(law, pressure, series, n % 2 === 0 ? before : 0);
      before = drop;
      if (lastIterations() > most) most = lastIterations();
      const left = Math.abs(law.resistance(drop) * (drop - pressure) + series * drop);
      const room = (law.resistance(drop) + series) * Math.abs(pressure);
      const residual = left / room;
      if (residual > worst) worst = residual;
    }
    expect(most).toBeLessThanOrEqual(60);
    expect(worst).toBeLessThan(1e-9);
  });
});
