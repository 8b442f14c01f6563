/**
 * Bertram, Macaskill & Moore, J Biomech Eng 2011;133:011008: parameters published, reference numbers computed by two
 * independent codes (LSODA, and RK4 at 2 ms) with half of the viscous resistance on either side of the middle.
 * Pressures in dyn/cm², flows in mL/h, diameters in cm. Tolerance 0.5 % or 0.0005 mL/h.
 */
import { readFileSync } from "node:fs";
import { mLPerHour, unwrap } from "@openlymph/base";
import { type Network, parseNetwork, setParameter, simulate } from "@openlymph/physiology";
import { describe, expect, it } from "vitest";
import { row } from "../reference.ts";

const source = "Bertram et al. 2011, half-segment variant, computed by LSODA and RK4";

const file = new URL("../../examples/networks/bertram-2011.yaml", import.meta.url);
const tapered = unwrap(parseNetwork(readFileSync(file, "utf8"), "bertram-2011.yaml"));

/** The file's first lymphangion, N times. */
function uniform(lymphangions: number): Network {
  const chain = tapered.vessels["chain"]!;
  return { ...tapered, vessels: { chain: { ...chain, lymphangions, walls: chain.walls.slice(0, 1) } } };
}

const against = (network: Network, rise: number) =>
  unwrap(setParameter(network, `outlet.pressure=${2275 + rise} dyn/cm2`));

const run = (network: Network, rise: number) => unwrap(simulate(against(network, rise)));

const flow = (network: Network, rise: number) => run(network, rise).outflow / mLPerHour;

function near(name: string, ours: number, expected: number, unit = "mL/h", least = 0.0005): void {
  row({
    name: `Bertram 2011, ${name}`,
    source,
    unit,
    expected,
    ours,
    tolerance: Math.max(least, 0.005 * Math.abs(expected)),
  });
}

describe("four tapered lymphangions", () => {
  it.each([
    [-100, 0.1718, 0.0188, 0.0295, 0.0081, 0.0159, 0.971, 0.696],
    [0, 0.1641, 0.0194, 0.0297, 0.0085, 0.0172, 0.949, 0.681],
    [100, 0.1518, 0.0203, 0.0299, 0.0089, 0.0187, 0.913, 0.666],
    [300, 0.1076, 0.0233, 0.0304, 0.0113, 0.0216, 0.763, 0.608],
    [600, -0.0153, 0.0307, 0.0323, 0.022, 0.0248, 0.191, 0.244],
  ])("against %d dyn/cm2", (rise, mean, min1, max1, min4, max4, peak1, peak2) => {
    const result = run(tapered, rise);
    const at = `tapered, against ${rise} dyn/cm2`;
    near(`${at}: mean outflow`, result.outflow / mLPerHour, mean);
    near(`${at}: mean inflow`, result.inflow / mLPerHour, mean);
    const [first, , , fourth] = result.lymphangions;
    // The reference diameters are printed to 1e-4 cm, its peaks to 0.001 mL/h.
    const diameter = (name: string, ours: number | undefined, expected: number) =>
      near(`${at}: ${name}`, (ours ?? 0) * 100, expected, "cm", 0.00006);
    diameter("least D1", first?.diameter.min, min1);
    diameter("largest D1", first?.diameter.max, max1);
    diameter("least D4", fourth?.diameter.min, min4);
    diameter("largest D4", fourth?.diameter.max, max4);
    const [inflow, second] = result.valves;
    near(`${at}: peak Q1`, (inflow?.flow.max ?? 0) / mLPerHour, peak1, "mL/h", 0.0006);
    near(`${at}: peak Q2`, (second?.flow.max ?? 0) / mLPerHour, peak2, "mL/h", 0.0006);
    near(`${at}: closure backflow Q2`, (second?.flow.min ?? 0) / mLPerHour, -0.085, "mL/h", 0.001);
    expect(result.drift).toBeLessThan(1e-6);
    expect(result.massBalance.error).toBeLessThan(1e-9);
  });

  it("says that its valve law is folded, and that the fold was not visited", () => {
    expect(run(tapered, 100).warnings).toEqual([expect.stringMatching(/several answers.*was not visited/)]);
  });

  it("is the same for every method", () => {
    const reference = flow(tapered, 100);
    for (const [method, step] of [
      ["rodas3", undefined],
      ["dopri5", undefined],
      ["rk4", 0.002],
    ] as const) {
      const solver = { ...tapered.solver, method, step };
      expect(flow({ ...tapered, solver }, 100) / reference, method).toBeCloseTo(1, 3);
    }
  });

  it("flows best near a lag of 135 to 150 degrees", () => {
    const degrees = [-90, 0, 90, 135, 150, 180];
    const lags = degrees.map((lag) => unwrap(setParameter(tapered, `pacing.lag=${lag} deg`)));
    const at = (rise: number) => lags.map((network) => flow(network, rise));
    const [level, low, high] = [at(0), at(100), at(300)] as [number[], number[], number[]];
    for (const [i, reference] of [
      [0, [0.1155, 0.1032, 0.0786]],
      [1, [0.0303, 0.0168, -0.0163]],
      [3, [0.1876, 0.1799, 0.1392]],
    ] as const) {
      for (const [j, flows] of [level, low, high].entries())
        near(`lag ${degrees[i]} deg, against ${[0, 100, 300][j]} dyn/cm2`, flows[i] ?? 0, reference[j] ?? 0);
    }
    for (const flows of [level, low]) {
      expect(flows.indexOf(Math.max(...flows))).toBe(4);
      expect((flows[3] ?? 0) / (flows[4] ?? 1)).toBeGreaterThan(0.98);
    }
  });

  it("loses flow by a rest of 1 s", () => {
    const rested = unwrap(setParameter(tapered, "pacing.rest=1 s"));
    for (const [rise, reference] of [
      [0, 0.1483],
      [100, 0.1276],
      [300, 0.0694],
    ] as const) {
      near(`rest 1 s, against ${rise} dyn/cm2`, flow(rested, rise), reference);
    }
  });
});

describe("uniform chains", () => {
  it.each([
    [1, [0.2854, 0.2441, 0.1882, -0.0369, -0.0542]],
    [3, [0.2561, 0.2525, 0.2476, 0.1939, 0.0312]],
  ])("of %d", (count, references) => {
    for (const [i, rise] of [-100, 0, 100, 200, 300].entries())
      near(`uniform N=${count}, against ${rise} dyn/cm2`, flow(uniform(count), rise), references[i] ?? 0);
  });

  it.each([
    [1, 176, 160, 190],
    [3, 326.5, 310, 345],
  ])("of %d stall at %d dyn/cm2 within 1 %", (count, reference, low, high) => {
    let [under, over] = [low, high];
    while (over - under > 0.2) {
      const middle = (under + over) / 2;
      if (flow(uniform(count), middle) > 0) under = middle;
      else over = middle;
    }
    row({
      name: `Bertram 2011, uniform N=${count}: stall pressure`,
      source,
      unit: "dyn/cm2",
      expected: reference,
      ours: (under + over) / 2,
      tolerance: 0.01 * reference,
    });
  });
});
