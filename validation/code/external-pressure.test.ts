/**
 * Compression and massage of a human limb collector: reference numbers as in human-collector.test.ts (computed, assumed
 * parameters, third cycle). Stroke: sin², 3 s, every 10 s, 2 cm/s, with a resistance of the initial lymphatics in front
 * and a held tissue pressure. For scale: a sheep's duct with free inlet carries about four times more when compressed
 * (McGeown 1987); no human vessel has been measured under strokes.
 */
import { readFileSync } from "node:fs";
import { mLPerHour, mmHg, unwrap } from "@openlymph/base";
import { type Network, parseNetwork, setParameter, simulate, strokeGain } from "@openlymph/physiology";
import { describe, expect, it } from "vitest";
import { row } from "../reference.ts";

const source = "computed: backward Euler, 10 ms, mean outflow of the third cycle";

const file = new URL("../../examples/networks/human-collector.yaml", import.meta.url);
const base = unwrap(parseNetwork(readFileSync(file, "utf8"), "human-collector.yaml"));
const referenceCycles = 3;

const set = (network: Network, ...settings: string[]) =>
  settings.reduce((changed, setting) => unwrap(setParameter(changed, setting)), network);

const flow = (network: Network) => unwrap(simulate(network, { cycles: referenceCycles })).outflow / mLPerHour;

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

describe("sustained pressure", () => {
  it("above the filling pressure stops the pump when the inlet is not compressed", () => {
    for (const [pressure, reference] of [
      [-2, 1.007],
      [0, 0.889],
      [1, 0.786],
      [2, 0.633],
      [3, 0.456],
      [5, 0.228],
      [10, 0.059],
    ] as const) {
      near(`sustained ${pressure} mmHg outside`, flow(set(base, `external.pressure=${pressure} mmHg`)), reference);
    }
  });

  it("does nothing when all pressures rise with it", () => {
    const raised = set(base, "external.pressure=10 mmHg", "inlet.pressure=12 mmHg", "outlet.pressure=17 mmHg");
    expect(flow(raised) / flow(base)).toBeCloseTo(1, 3);
  });
});

describe("strokes", () => {
  const resisted = set(base, "inlet.resistance=1e12 Pa.s/m3");

  it.each([
    [0, 0.844],
    [5, 1.2],
    [10, 1.833],
    [20, 2.237],
    [40, 2.439],
    [60, 2.503],
  ])("toward the heart at %d mmHg", (amplitude, reference) => {
    const stroked = set(resisted, `external.massage.amplitude=${amplitude} mmHg`);
    near(`proximal strokes of ${amplitude} mmHg`, flow(stroked), reference);
  });

  it.each([
    [10, 1.391],
    [40, 1.729],
  ])("away from the heart at %d mmHg still help: valves rectify", (amplitude, reference) => {
    const distal = set(resisted, `external.massage.amplitude=${amplitude} mmHg`, "external.massage.direction=distal");
    near(`distal strokes of ${amplitude} mmHg`, flow(distal), reference);
  });

  it("replace the pump of a paralysed vessel", () => {
    const paralysed = set(resisted, "wall.activeTension=0 N/m");
    // Closed valves leak: 5 mmHg over eleven of them give −0.0002 to −0.002 mL/h, the reference's 0.
    expect(Math.abs(flow(paralysed))).toBeLessThan(0.005);
    for (const [amplitude, reference] of [
      [10, 1.851],
      [40, 2.486],
    ] as const) {
      const stroked = set(paralysed, `external.massage.amplitude=${amplitude} mmHg`);
      near(`paralysed, strokes of ${amplitude} mmHg`, flow(stroked), reference);
    }
  });

  it("gain two- to threefold toward the heart, and less the other way", () => {
    const gain = (direction: "proximal" | "distal", amplitude: number) =>
      unwrap(strokeGain(resisted, { amplitude: amplitude * mmHg, direction }, referenceCycles)).gain;
    expect(gain("proximal", 10)).toBeCloseTo(1.833 / 0.844, 1);
    expect(gain("proximal", 40)).toBeCloseTo(2.439 / 0.844, 1);
    expect(gain("distal", 10)).toBeCloseTo(1.391 / 0.844, 1);
  });
});
