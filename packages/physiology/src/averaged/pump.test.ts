import { contentHash, mLPerHour, mmHg, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import json from "../../data/pump-table.json" with { type: "json" };
import { collectorFlow } from "../observe/collector-flow.ts";
import { type BodyCondition, healthyCondition } from "./condition.ts";
import { evaluateFlows, makeFlows } from "./flows.ts";
import { healthyState } from "./healthy-state.ts";
import { integrateBody } from "./integrate.ts";
import { invertHealthyBody } from "./invert.ts";
import { monotoneSlopes } from "./monotone-slopes.ts";
import { averagedParameters } from "./parameters.ts";
import { makePump, pumpLaws, pumpTable } from "./pump.ts";
import { makePumpTable, restFilling } from "./pump-table.ts";
import { pointsBetween, pumpTableInputs } from "./pump-table-grid.ts";
import { readPumpTable } from "./pump-table-law.ts";
import { smallBody } from "./small-body.ts";

const day = 86_400;
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("monotoneSlopes", () => {
  it("is that of the parabola through three points, no more than three times a secant, worked out by hand", () => {
    // δ = 1 and 1/2, h = 1 and 2: d = (2 · 1 + 1 · 1/2)/3 = 5/6. With δ = 1 and 1/8: (2 + 1/8)/3 > 3/8, so 3/8.
    expect([...monotoneSlopes([0, 1, 3], [0, 1, 2], "flat", "secant")]).toEqual([0, 5 / 6, 0.5]);
    expect(monotoneSlopes([0, 1, 3], [0, 1, 1.25], "flat", "flat")[1]).toBe(3 / 8);
    expect(monotoneSlopes([0, 1, 2], [0, 1, 0], "flat", "flat")[1]).toBe(0);
  });

  it("stays between 0 and three times the secants beside it, whatever the data", () => {
    const data = fc.array(fc.tuple(number(0.01, 3), number(-4, 4)), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(data, (steps) => {
        const x = [0];
        const y = [0];
        for (const [h, rise] of steps) {
          x.push(x.at(-1)! + h);
          y.push(y.at(-1)! + rise);
        }
        const slopes = monotoneSlopes(x, y, "flat", "secant");
        steps.forEach(([h, rise], i) => {
          const secant = Math.abs((y[i + 1]! - y[i]!) / (x[i + 1]! - x[i]!));
          for (const slope of [slopes[i]!, slopes[i + 1]!]) {
            expect(slope * rise).toBeGreaterThanOrEqual(0);
            expect(Math.abs(slope)).toBeLessThanOrEqual(3 * secant * (1 + 1e-9) + 1e-12 / h);
          }
        });
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

describe("the pump table", () => {
  const table = pumpTable();
  const flowAt = (filling: number, strength: number, afterload: number) => {
    const reader = readPumpTable(table);
    reader.fill(filling, strength);
    reader.lift(afterload);
    const [flow = Number.NaN, byFilling = Number.NaN, byAfterload = Number.NaN] = reader.answer;
    return { flow, byFilling, byAfterload };
  };
  const anywhere = fc.record({ filling: number(-8, 20), strength: number(0.05, 3), load: number(-20, 200) });
  const rest = json.flowMLPerHour[json.axes.fillingMmHg.indexOf(2)]![json.axes.strength.indexOf(1)]![0]!;

  it("was computed from today's collector, grid and settling", () => {
    expect(table.record.parameterHash).toBe(contentHash(pumpTableInputs()));
  });

  it("gives back the flows it was made from, and 1 at rest", () => {
    expect(flowAt(restFilling, 1, 0).flow).toBe(1);
    json.axes.fillingMmHg.forEach((filling, f) => {
      json.axes.strength.forEach((strength, s) => {
        json.axes.afterloadOverStrengthMmHg.forEach((load, u) => {
          const flow = json.flowMLPerHour[f]![s]![u]! / rest;
          if (flow < 1e-3) return;
          expect(flowAt(filling * mmHg, strength, load * strength * mmHg).flow / flow).toBeCloseTo(1, 9);
        });
      });
    });
  });

  it("lies within 2 % of the flow at rest of every resolved collector it never saw", () => {
    for (const { fillingMmHg, strength, afterloadMmHg, flowMLPerHour } of json.heldOut) {
      const { flow } = flowAt(fillingMmHg * mmHg, strength, afterloadMmHg * mmHg);
      expect(
        Math.abs(flow - flowMLPerHour / rest),
        `${fillingMmHg} mmHg, ${strength}, ${afterloadMmHg} mmHg`,
      ).toBeLessThan(0.02);
    }
  });

  it("lies within 2 % of collectors that are run now", () => {
    for (const point of pointsBetween(4, 1)) {
      const resolved = unwrap(collectorFlow(point)).flow / (rest * mLPerHour);
      expect(Math.abs(flowAt(point.filling, point.strength, point.afterload).flow - resolved)).toBeLessThan(0.02);
    }
  });

  it("falls with afterload, is positive and bounded, inside and outside the grid", () => {
    fc.assert(
      fc.property(anywhere, number(0, 5), ({ filling, strength, load }, more) => {
        const { flow, byAfterload } = flowAt(filling * mmHg, strength, load * mmHg);
        expect(byAfterload).toBeLessThanOrEqual(0);
        expect(flowAt(filling * mmHg, strength, (load + more) * mmHg).flow).toBeLessThanOrEqual(flow);
        expect(flow).toBeGreaterThanOrEqual(0);
        expect(flow).toBeLessThan(1.6);
      }),
      { seed: 8, numRuns: 4000 },
    );
    expect(flowAt(restFilling, 1, -30 * mmHg).flow).toBe(1);
    expect(flowAt(30 * mmHg, 1, 10 * mmHg).flow).toBe(flowAt(15 * mmHg, 1, 10 * mmHg).flow);
    expect(flowAt(restFilling, 1, 200 * mmHg).flow).toBeLessThan(1e-5);
  });

  it("has the derivatives it claims", () => {
    const h = 1e-4;
    fc.assert(
      fc.property(anywhere, ({ filling, strength, load }) => {
        const [f, l] = [filling * mmHg, load * mmHg];
        const { byFilling, byAfterload } = flowAt(f, strength, l);
        const alongFilling = (flowAt(f + h, strength, l).flow - flowAt(f - h, strength, l).flow) / (2 * h);
        const alongLoad = (flowAt(f, strength, l + h).flow - flowAt(f, strength, l - h).flow) / (2 * h);
        expect(Math.abs(byFilling - alongFilling)).toBeLessThan(1e-7);
        expect(Math.abs(byAfterload - alongLoad)).toBeLessThan(1e-7);
      }),
      { seed: 9, numRuns: 2000 },
    );
  });

  it("has no jump in value or slope at any node of filling or afterload", () => {
    const step = 1e-9;
    const away = 90;
    for (const strength of [0.5, 0.9]) {
      for (const filling of table.filling) {
        for (const load of table.afterload) {
          const at = (f: number, u: number) => flowAt(filling + f, strength, (load + u) * strength);
          for (const [before, after] of [
            [at(-step, away), at(step, away)],
            [at(away, -step), at(away, step)],
          ] as const) {
            expect(after.flow).toBeCloseTo(before.flow, 9);
            expect(after.byFilling).toBeCloseTo(before.byFilling, 9);
            expect(after.byAfterload).toBeCloseTo(before.byAfterload, 9);
          }
        }
      }
    }
  });

  it("refuses flows that do not fit the axes, rise with load or lift nothing", () => {
    const change = (row: readonly number[]) =>
      makePumpTable({ ...json, flowMLPerHour: json.flowMLPerHour.with(1, json.flowMLPerHour[1]!.with(2, [...row])) });
    const row = json.flowMLPerHour[1]![2]!;
    for (const bad of [row.slice(1), row.with(1, row[0]! + 1), row.map(() => 0)]) {
      expect(change(bad)).toMatchObject({ code: "field/invalid", path: "flowMLPerHour[1][2]" });
    }
    expect(makePumpTable({ ...json, flowMLPerHour: [] })).toMatchObject({ code: "field/invalid" });
  });
});

describe.each(pumpLaws)("the pump of the averaged body, %s", (law) => {
  const parameters = averagedParameters();
  const pumpAt = (pressure: number, strength: number, afterload: number, changes = {}) => {
    const pump = makePump(averagedParameters(changes), law);
    pump.fill(pressure, strength);
    pump.lift(afterload);
    const [share = Number.NaN, byPressure = Number.NaN, byAfterload = Number.NaN] = pump.answer;
    return { share, byPressure, byAfterload };
  };

  it("has the derivatives it claims", () => {
    fc.assert(
      fc.property(number(-5, 12), number(0.2, 1.5), number(-10, 80), (pressure, strength, load) => {
        const h = 1e-4;
        const [p, l] = [pressure * mmHg, load * mmHg];
        const { byPressure, byAfterload } = pumpAt(p, strength, l);
        const alongPressure = (pumpAt(p + h, strength, l).share - pumpAt(p - h, strength, l).share) / (2 * h);
        const alongLoad = (pumpAt(p, strength, l + h).share - pumpAt(p, strength, l - h).share) / (2 * h);
        expect(Math.abs(byPressure - alongPressure)).toBeLessThan(1e-7);
        expect(Math.abs(byAfterload - alongLoad)).toBeLessThan(1e-7);
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it("has the reserve of the settings without load", () => {
    const rest = pumpAt(parameters.tissuePressure, 1, 0).share;
    const shares = Array.from({ length: 200 }, (_, n) => pumpAt((n / 10 - 1) * mmHg, 1, 0).share);
    const reserve = Math.max(...shares) / rest;
    expect(Math.abs(reserve / parameters.pumpReserve - 1)).toBeLessThan(1e-3);
  });

  it("loses pressure in proportion to strength, innate or acquired", () => {
    const innate = pumpAt(0, 1, 12 * mmHg, {
      afterloadHalf: 0.6 * parameters.afterloadHalf,
      afterloadWidth: 4.8 * mmHg,
    });
    const acquired = pumpAt(0, 0.6, 12 * mmHg);
    expect(innate.share).toBeCloseTo(acquired.share, 12);
    expect(acquired.share).toBeLessThan(pumpAt(0, 1, 12 * mmHg).share);
  });

  const body = invertHealthyBody(smallBody(), parameters, law);

  it("keeps the healthy body as it is", () => {
    const flows = makeFlows(body);
    const { volume, proteinMass, pressure } = healthyState(body);
    evaluateFlows(body, healthyCondition(body), volume, proteinMass, pressure, flows);
    flows.drain.forEach((q, d) => {
      expect(q / body.drainFlow[d]!).toBeCloseTo(1, 12);
    });
    const { states } = integrateBody(body, healthyState(body), { sampleTimes: [7 * day] });
    states[0]!.volume.forEach((v, k) => {
      expect(Math.abs(v / body.volume[k]! - 1)).toBeLessThan(1e-12);
    });
  });

  it("conserves fluid and protein in a disturbed body", () => {
    const condition = (_time: number, out: BodyCondition): void => {
      out.conductance[0] = 0.05;
      out.strength[0] = 0.45;
      out.tissueSqueeze[1] = 25 * mmHg;
      out.capillaryRise[2] = 5 * mmHg;
    };
    const { balance, states } = integrateBody(body, healthyState(body), { sampleTimes: [60 * day], condition });
    expect(states[0]!.volume[0]).toBeGreaterThan(1.05 * body.volume[0]!);
    expect(balance.fluidError).toBeLessThan(1e-11);
    expect(balance.proteinError).toBeLessThan(1e-11);
  });
});
