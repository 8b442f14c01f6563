import { limbTerritories } from "@openlymph/anatomy";
import { day, hour, mLPerHour } from "@openlymph/base";
import { healthyBody, lymphFlow, tissueMeans } from "@openlymph/rehearsal";
import { describe, expect, it } from "vitest";
import { printedTolerance, row } from "../reference.ts";
import { bypass, irradiated, operated, run, source, weak } from "./whole-body-case.ts";

const arm = operated("ALND_I_III", "left");
const days = (...list: number[]) => list.map((n) => n * day);

describe("infection of five days", () => {
  it.each([
    {
      name: "forearm and hand",
      scope: "limb: arm, segments: [forearm, hand]",
      parts: ["forearm", "hand", "deepForearm"],
      volumes: [55, 108, 211, 273, 54, 8, 0.4],
    },
    { name: "whole arm", scope: "limb: arm", parts: undefined, volumes: [145, 285, 560, 739] },
  ])("$name", ({ name, scope, parts, volumes }) => {
    const yaml = `events:\n  - infection: { ${scope}, side: left }\n    at: 0 h\n    for: 5 d\n`;
    const hours = [6, 24, 72, 120, 144, 168, 240].slice(0, volumes.length);
    const found = run(
      yaml,
      hours.map((h) => h * hour),
    );
    const territories = limbTerritories("arm_L").filter(
      (id) => parts === undefined || parts.some((part) => id.startsWith(part)),
    );
    found.millilitres(territories).forEach((ours, at) => {
      const expected = volumes[at]!;
      row({
        name: `infection of ${name}, ${hours[at]} h`,
        source,
        unit: "mL",
        expected,
        ours,
        tolerance: printedTolerance(expected, expected < 1 ? 0.1 : 1),
      });
    });
    if (parts === undefined)
      row({
        name: "infection of whole arm, lymph flow / healthy",
        source,
        unit: "",
        expected: 2.3,
        ours: found.flowRatio(3, territories),
        tolerance: 0.1,
      });
  });
});

describe("a day upright", () => {
  const upright = (share: number) =>
    `events:\n  - { posture: upright, at: 0 h, for: 16 h, factors: { hydrostaticShare: ${share} } }\n`;
  const times = [16 * hour, 24 * hour];

  it("swells a leg by about a hundred millilitres until evening", () => {
    const found = run(upright(0.05), times);
    const leg = limbTerritories("leg_L");
    const [evening = Number.NaN, morning = Number.NaN] = found.millilitres(leg);
    row({
      name: "upright 16 h, one leg",
      source,
      unit: "mL",
      expected: 103,
      ours: evening,
      tolerance: printedTolerance(103, 1),
    });
    row({ name: "next morning", source, unit: "mL", expected: -17, ours: morning, tolerance: printedTolerance(17, 1) });
    const lower = leg.filter((id) => /^(leg|foot|heel|deepLeg)/.test(id));
    const protein = tissueMeans(found.index, found.series.states[0]!, lower).protein;
    row({
      name: "upright 16 h, tissue protein below the knee",
      source,
      unit: "g/L",
      expected: 16.6,
      ours: protein,
      tolerance: printedTolerance(16.6, 0.1),
    });
    // The reference does not say whether its 1.9 is the evening's or the day's mean; the evening's flow here is 2.03.
    const { index, series, healthy } = found;
    const passed = index.drains.reduce(
      (sum, { from }, d) => (leg.includes(from) ? sum + series.states[0]!.passed.drain[d]! : sum),
      0,
    );
    row({
      name: "upright 16 h, mean lymph flow of the leg / healthy",
      source,
      unit: "",
      expected: 1.9,
      ours: passed / (16 * hour) / lymphFlow(index, healthy, leg),
      tolerance: printedTolerance(1.9, 0.1),
    });
  });

  it("follows the share of the column that reaches the capillaries", () => {
    const found = run(upright(0.06), times);
    const leg = limbTerritories("leg_L");
    const means = tissueMeans(found.index, found.series.states[0]!, leg);
    row({
      name: "upright, share 0.06, one leg",
      source,
      unit: "mL",
      expected: 130,
      ours: found.millilitres(leg)[0]!,
      tolerance: printedTolerance(130, 1),
    });
    row({
      name: "upright, share 0.06, lymph flow / healthy",
      source,
      unit: "",
      expected: 2.25,
      ours: found.flowRatio(0, leg),
      tolerance: printedTolerance(2.25, 0.01),
    });
    row({
      name: "upright, share 0.06, tissue protein",
      source,
      unit: "g/L",
      expected: 17.3,
      ours: means.protein,
      tolerance: printedTolerance(17.3, 0.1),
    });
  });
});

describe("a sleeve of 30 mmHg on a slightly swollen arm", () => {
  it("takes fluid away as long as it is worn", () => {
    const yaml = `${arm}${irradiated}${bypass(0.02)}${weak("arm", 0.7)}events:\n  - { sleeve: 30 mmHg, limb: arm, side: left, at: 720 d, for: 14 d }\n`;
    const at = [720, 720 + 8 / 24, 721, 727, 734];
    const found = run(yaml, days(...at));
    const [before = Number.NaN, ...after] = found.millilitres(limbTerritories("arm_L"));
    [-69, -96, -156, -162].forEach((expected, n) => {
      row({
        name: `sleeve, ${["8 h", "24 h", "7 d", "14 d"][n]}`,
        source,
        unit: "mL",
        expected,
        ours: after[n]! - before,
        tolerance: printedTolerance(expected, 1),
      });
    });
  });
});

describe("the healthy body", () => {
  it("returns what the totals say, and stays as it is", () => {
    const body = healthyBody();
    const flowInto = (id: string) => body.inflow[body.junctionIds.indexOf(id)]! / mLPerHour;
    const total = body.drainFlow.reduce((a, b) => a + b, 0);
    const blood = flowInto("VA_L") + flowInto("VA_R");
    const totals = [
      { name: "lymph before the nodes", expected: 7.03, ours: (total * day) / 1e-3, unit: "L/day" },
      { name: "lymph after the nodes", expected: 3.42, ours: (blood * 24) / 1000, unit: "L/day" },
      { name: "upper thoracic duct", expected: 111.2, ours: flowInto("TD_UP"), unit: "mL/h" },
      { name: "left venous angle", expected: 124.1, ours: flowInto("VA_L"), unit: "mL/h" },
      { name: "right venous angle", expected: 18.6, ours: flowInto("VA_R"), unit: "mL/h" },
    ];
    for (const one of totals) row({ ...one, source, tolerance: 0.01 * one.expected });
    const week = run("", days(7));
    const drift = week.series.states[0]!.volume.map((v, k) => Math.abs(v / week.healthy.volume[k]! - 1));
    expect(Math.max(...drift)).toBeLessThan(1e-9);
  });

  it("empties a leg that starts forty per cent too full", () => {
    const found = run("assume:\n  - { startVolume: 140 %, limb: leg, side: left }\n", days(1, 3, 7));
    const expected = [0.33, 0.07, 0.004];
    found.percent("leg_L").forEach((ours, at) => {
      row({
        name: `overfull leg after ${[1, 3, 7][at]} d`,
        source,
        unit: "%",
        expected: expected[at]!,
        ours,
        tolerance: printedTolerance(expected[at]!, expected[at]! < 0.01 ? 0.001 : 0.01),
      });
    });
  });
});
