/**
 * Human limb collector: reference numbers computed by an independent code (backward Euler, 10 ms) from the same laws; their
 * parameters are assumed within measured ranges, so this checks the solver, not physiology. Pressures in mmHg, flows in
 * mL/h. Tolerance 2 %, or 0.0006 mL/h where the reference is printed to 0.001.
 *
 * The reference is the mean outflow of the third cycle from a relaxed start. Near stall a chain is not periodic by then:
 * the last test holds our periodic values, which are higher.
 */
import { readFileSync } from "node:fs";
import { mLPerHour, mmHg, unwrap } from "@openlymph/base";
import { humanPumpCurve, type Network, parseNetwork, setParameter, simulate } from "@openlymph/physiology";
import { describe, expect, it } from "vitest";
import { row } from "../reference.ts";

const source = "computed: backward Euler, 10 ms, mean outflow of the third cycle";

const file = new URL("../../examples/networks/human-collector.yaml", import.meta.url);
const base = unwrap(parseNetwork(readFileSync(file, "utf8"), "human-collector.yaml"));
const referenceCycles = 3;

const set = (network: Network, ...settings: string[]) =>
  settings.reduce((changed, setting) => unwrap(setParameter(changed, setting)), network);

const lift = (network: Network, rise: number) => set(network, `outlet.pressure=${2 + rise} mmHg`);

function flow(network: Network, cycles = referenceCycles): number {
  const result = unwrap(simulate(network, { cycles }));
  expect(result.massBalance.error).toBeLessThan(1e-9);
  return result.outflow / mLPerHour;
}

function near(name: string, ours: number, expected: number, unit = "mL/h"): void {
  row({
    name: `human collector, ${name}`,
    source,
    unit,
    expected,
    ours,
    tolerance: Math.max(0.0006, 0.02 * Math.abs(expected)),
  });
}

const rises = [0, 5, 10, 20, 30, 40, 50, 60];

describe("pump function", () => {
  it.each([
    [1, 1.0, [0.1, 0.091, 0.078, 0.041, -0.012, -0.015, -0.019, -0.022]],
    [3, 1.0, [0.3, 0.271, 0.234, 0.146, 0.035, -0.001, -0.01, -0.013]],
    [10, 1.0, [0.982, 0.889, 0.788, 0.543, 0.205, 0.078, 0.03, 0.009]],
    [20, 1.0, [1.911, 1.745, 1.562, 1.096, 0.461, 0.198, 0.094, 0.046]],
    [10, 0.6, [0.889, 0.728, 0.533, 0.138, 0.035, 0.006, -0.005, -0.008]],
    [10, 0.4, [0.796, 0.536, 0.219, 0.036, 0.001, -0.006]],
  ])("of %d lymphangions of %f N/m", (count, tension, references) => {
    const chain = set(base, `vessel.lymphangions=${count}`, `wall.activeTension=${tension} N/m`);
    for (const [i, reference] of references.entries()) {
      const rise = rises[i] ?? 0;
      near(`N=${count}, ${tension} N/m, against ${rise} mmHg`, flow(lift(chain, rise)), reference);
    }
  });
});

describe("base case", () => {
  it("moves the first lymphangion between 0.29 and 0.53 mm at an ejection fraction of 0.70", () => {
    const result = unwrap(simulate(base));
    near("base case", result.outflow / mLPerHour, 0.889);
    const [first] = result.lymphangions;
    near("base case: ejection fraction of the first lymphangion", first?.ejectionFraction ?? 0, 0.7, "");
    near("base case: its least diameter", (first?.diameter.min ?? 0) * 1e3, 0.29, "mm");
    near("base case: its largest diameter", (first?.diameter.max ?? 0) * 1e3, 0.53, "mm");
    const peak = Math.max(...result.lymphangions.map(({ pressure }) => pressure.max)) / mmHg;
    near("base case: peak pressure", peak, 7.9, "mmHg");
    expect(result.drift).toBeLessThan(1e-4);
  });

  it("does not depend on the tolerance (0.2 %)", () => {
    const flows = [1e-3, 1e-4, 1e-6].map((tolerance) => flow({ ...base, solver: { ...base.solver, tolerance } }));
    expect(Math.max(...flows) / Math.min(...flows) - 1).toBeLessThan(0.002);
  });

  it("follows frequency", () => {
    for (const [frequency, reference] of [
      [0.5, 0.445],
      [1, 0.889],
      [2, 1.779],
      [4, 3.558],
      [6, 3.954],
    ] as const) {
      near(`${frequency} contractions per min`, flow(set(base, `pacing.frequency=${frequency} /min`)), reference);
    }
  });

  it("follows preload up to a plateau", () => {
    for (const [preload, reference] of [
      [0, 0.633],
      [1, 0.786],
      [2, 0.889],
      [4, 1.007],
      [6, 1.066],
      [8, 1.09],
      [12, 1.077],
    ] as const) {
      const filled = set(base, `inlet.pressure=${preload} mmHg`, `outlet.pressure=${preload + 5} mmHg`);
      near(`preload ${preload} mmHg`, flow(filled), reference);
    }
  });

  it("is slowed by an inlet resistance", () => {
    const resisted = set(base, "inlet.resistance=1e12 Pa.s/m3");
    for (const [rise, reference] of [
      [0, 0.929],
      [5, 0.844],
      [10, 0.753],
      [20, 0.526],
      [40, 0.076],
    ] as const) {
      near(`inlet resistance 1e12, against ${rise} mmHg`, flow(lift(resisted, rise)), reference);
    }
  });
});

describe("periodic state near stall", () => {
  it("carries more than the third cycle, the same at both ends", () => {
    const points = unwrap(humanPumpCurve([40, 50, 60].map((rise) => rise * mmHg)));
    for (const [i, known] of [0.0846, 0.0375, 0.017].entries()) {
      const flow = (points[i]?.flow ?? 0) / mLPerHour;
      expect(Math.abs(flow / known - 1)).toBeLessThan(0.01);
      expect(points[i]?.drift).toBeLessThan(1e-3);
    }
  });
});
