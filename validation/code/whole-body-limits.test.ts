import { limbTerritories } from "@openlymph/anatomy";
import { day, hour, mmHg } from "@openlymph/base";
import { lymphFlow, tissueMeans } from "@openlymph/rehearsal";
import { describe, it } from "vitest";
import { printedTolerance, row } from "../reference.ts";
import { run, source } from "./whole-body-case.ts";

describe("capillary pressure of a leg raised for good", () => {
  it.each([
    { rise: 2, pressure: -0.42, volume: 1.04, flow: 1.48, protein: 16.3 },
    { rise: 6, pressure: 1.43, volume: 1.18, flow: 2.94, protein: 11.0 },
    { rise: 10, pressure: 4.59, volume: 4.47, flow: 3.73, protein: 9.8 },
  ])("by $rise mmHg", ({ rise, pressure, volume, flow, protein }) => {
    const found = run(`assume:\n  - { capillaryPressure: ${rise} mmHg, limb: leg, side: left }\n`, [720 * day]);
    const leg = limbTerritories("leg_L");
    const { index, healthy, series } = found;
    const state = series.states[0]!;
    const means = tissueMeans(index, state, leg);
    const fluid = (of: typeof state) => leg.reduce((sum, id) => sum + of.volume[index.territories.indexOf(id)]!, 0);
    const name = `leg, capillary pressure +${rise} mmHg`;
    const print = (what: string, unit: string, expected: number, ours: number, digit: number) => {
      row({ name: `${name}, ${what}`, source, unit, expected, ours, tolerance: printedTolerance(expected, digit) });
    };
    print("tissue pressure", "mmHg", pressure, means.pressure / mmHg, 0.01);
    print("tissue fluid / healthy", "", volume, fluid(state) / fluid(healthy), 0.01);
    print("lymph flow / healthy", "", flow, lymphFlow(index, state, leg) / lymphFlow(index, healthy, leg), 0.01);
    print("tissue protein", "g/L", protein, means.protein, 0.1);
  });
});

describe("no lymph flows anywhere", () => {
  it("fills the tissues of the whole body", () => {
    const found = run("assume:\n  - { pumpOutput: 0 }\n", [hour, 3 * hour, 24 * hour]);
    const { healthy, series } = found;
    const total = (volume: Float64Array) => volume.reduce((a, b) => a + b, 0);
    [1.8, 4.1, 26.1].forEach((expected, n) => {
      row({
        name: `all lymph stopped, ${[1, 3, 24][n]} h, tissue fluid above healthy`,
        source,
        unit: "%",
        expected,
        ours: 100 * (total(series.states[n]!.volume) / total(healthy.volume) - 1),
        tolerance: printedTolerance(expected, 0.1),
      });
    });
  });
});

describe("a meal", () => {
  it("more than doubles the lymph of the gut", () => {
    const found = run("events:\n  - { meal: gut, at: 0 h, for: 4 h }\n", [3 * hour]);
    row({
      name: "meal, lymph of the gut / healthy after 3 h",
      source,
      unit: "",
      expected: 2.25,
      ours: found.flowRatio(0, ["stomach", "smallIntestine", "largeIntestine"]),
      tolerance: printedTolerance(2.25, 0.01),
    });
  });
});
