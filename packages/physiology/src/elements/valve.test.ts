import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createValves, evaluateValve, setValve, type ValveLaw, valveResistance } from "./valve.ts";
import { flowFallsBetween, foldNumber, hasAnotherRoot } from "./valve-fold.ts";

const published: ValveLaw = {
  law: "sigmoid",
  open: 6e7,
  closed: 1.2e12,
  slope: 0.4,
  opening: -7,
  prolapse: { slope: 0.49, pressure: -1800 },
  fold: "allow",
};
const gentle: ValveLaw = { ...published, opening: -4 };
const human: ValveLaw = {
  law: "log-blend",
  open: 1e9,
  closed: 1e15,
  opening: 10,
  closing: -1,
  width: 1.5,
  lag: 0.01,
  fold: "refuse",
};
const humanStatic: ValveLaw = { ...human, closing: 10, lag: undefined };

function solve(law: ValveLaw, pressure: number, series: number, state = 0, start = 0) {
  const valves = createValves(1);
  setValve(valves, 0, law);
  valves.drop[0] = start;
  evaluateValve(valves, 0, pressure, series, state, true);
  const of = (array: Float64Array) => array[0] ?? Number.NaN;
  return {
    valves,
    flow: of(valves.flow),
    drop: of(valves.drop),
    byPressure: of(valves.byPressure),
    byResistance: of(valves.byResistance),
    byState: of(valves.byState),
    rate: of(valves.rate),
    rateByPressure: of(valves.rateByPressure),
    rateByResistance: of(valves.rateByResistance),
    rateByState: of(valves.rateByState),
  };
}

const pressures = fc.oneof(
  fc.double({ min: -2500, max: 500, noNaN: true }),
  fc.double({ min: -40, max: 40, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
);
const seriesLogs = fc.double({ min: 7, max: 14, noNaN: true });

describe("static valve", () => {
  it("solves Δ + R_s Δ/R = P for every law, pressure and series resistance", () => {
    fc.assert(
      fc.property(fc.constantFrom(published, gentle, humanStatic), pressures, seriesLogs, (law, pressure, log) => {
        const series = 10 ** log;
        const { drop, flow } = solve(law, pressure, series);
        expect(Math.abs(drop + series * flow - pressure)).toBeLessThanOrEqual(1e-9 * Math.abs(pressure) + 1e-300);
        expect(flow).toBeCloseTo(drop / valveResistance(law, drop), 20);
      }),
      { numRuns: 1000 },
    );
  });

  it("finds the same answer wherever the search starts", () => {
    fc.assert(
      fc.property(pressures, seriesLogs, fc.double({ min: -3000, max: 600, noNaN: true }), (pressure, log, start) => {
        const cold = solve(published, pressure, 10 ** log).drop;
        expect(solve(published, pressure, 10 ** log, 0, start).drop).toBeCloseTo(cold, 8);
      }),
    );
  });

  it("carries more flow at more pressure, unless the law is folded", () => {
    fc.assert(
      fc.property(fc.constantFrom(gentle, humanStatic), pressures, seriesLogs, (law, pressure, log) => {
        const more = solve(law, pressure + 1, 10 ** log).flow;
        expect(more).toBeGreaterThanOrEqual(solve(law, pressure, 10 ** log).flow);
      }),
    );
  });

  it("takes the most closed answer of a folded law and says that there are others", () => {
    const series = 2e12;
    const roots: number[] = [];
    const total = (x: number) => x + (series * x) / valveResistance(published, x);
    const grid = Array.from({ length: 20_000 }, (_, i) => -20 + i * 1e-3);
    const peak = grid.find((x) => total(x + 1e-3) < total(x)) ?? 0;
    const trough = grid.find((x) => x > peak && total(x + 1e-3) > total(x)) ?? 0;
    const pressure = (total(peak) + total(trough)) / 2;
    for (const x of grid) if (total(x) < pressure !== total(x + 1e-3) < pressure) roots.push(x);
    expect(roots.length).toBe(3);
    const { drop, valves } = solve(published, pressure, series);
    expect(Math.abs(drop - (roots[0] ?? 0))).toBeLessThan(2e-3);
    expect(hasAnotherRoot(valves, 0, pressure, series)).toBe(true);
    expect(hasAnotherRoot(solve(gentle, pressure, series).valves, 0, pressure, series)).toBe(false);
  });

  it("has the derivatives of its own flow", () => {
    for (const law of [published, humanStatic]) {
      for (const [pressure, series] of [
        [40, 1e10],
        [15, 1e10],
        [-300, 1e11],
      ] as const) {
        const { byPressure, byResistance } = solve(law, pressure, series);
        const dp = 1e-4;
        const numeric = (solve(law, pressure + dp, series).flow - solve(law, pressure - dp, series).flow) / (2 * dp);
        expect(numeric / byPressure).toBeCloseTo(1, 5);
        const dr = series * 1e-5;
        const byR = (solve(law, pressure, series + dr).flow - solve(law, pressure, series - dr).flow) / (2 * dr);
        expect(Math.abs(byR - byResistance) * series).toBeLessThan(1e-6 * Math.abs(pressure * byPressure));
      }
    }
  });
});

describe("lagging valve", () => {
  it("has the derivatives of its own flow and rate", () => {
    const [pressure, series, state] = [30, 1e10, 0.8];
    const here = solve(human, pressure, series, state);
    const difference = (
      pick: (result: typeof here) => number,
      change: (sign: number) => ReturnType<typeof solve>,
      step: number,
    ) => (pick(change(1)) - pick(change(-1))) / (2 * step);
    const byPressure = (sign: number) => solve(human, pressure + sign * 1e-4, series, state);
    const bySeries = (sign: number) => solve(human, pressure, series + sign * 1e4, state);
    const byState = (sign: number) => solve(human, pressure, series, state + sign * 1e-6);
    expect(difference((r) => r.flow, byPressure, 1e-4) / here.byPressure).toBeCloseTo(1, 6);
    expect(difference((r) => r.flow, bySeries, 1e4) / here.byResistance).toBeCloseTo(1, 5);
    expect(difference((r) => r.flow, byState, 1e-6) / here.byState).toBeCloseTo(1, 6);
    expect(difference((r) => r.rate, byPressure, 1e-4) / here.rateByPressure).toBeCloseTo(1, 5);
    expect(difference((r) => r.rate, bySeries, 1e4) / here.rateByResistance).toBeCloseTo(1, 4);
    expect(difference((r) => r.rate, byState, 1e-6) / here.rateByState).toBeCloseTo(1, 5);
  });

  it("rests closed below the opening drop and open above the closing drop", () => {
    expect(solve(human, 3, 1e10, 0.05).rate).toBeLessThan(0);
    expect(solve(human, 30, 1e10, 0.01).rate).toBeGreaterThan(0);
    expect(solve(human, -50, 1e10, 0.9).rate).toBeLessThan(0);
  });
});

describe("fold number", () => {
  it("is s|Δ_o|/2 for the published sigmoid", () => {
    expect(foldNumber(published)).toBeCloseTo(1.4, 12);
    expect(foldNumber({ ...published, opening: 3 })).toBe(0);
    expect(foldNumber(human)).toBe(0);
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
            : {
                law: "log-blend",
                open: 1,
                closed: 1e4,
                opening: -opening,
                closing: -opening,
                width: 1 / steep,
                fold: "allow",
              };
          const number = foldNumber(law);
          fc.pre(Math.abs(number - 1) > 0.02);
          expect(flowFallsBetween(law, -160, 0)).toBe(number > 1);
        },
      ),
    );
  });
});
