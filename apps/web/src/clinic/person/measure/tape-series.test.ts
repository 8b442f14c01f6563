import { unwrap } from "@openlymph/base";
import { compareMeasurements, measured } from "@openlymph/measurement";
import { expect, test } from "vitest";
import { affectedSide, kindsOf, momentOf, type Taken, tapeSeries } from "./tape-series.ts";

const by = { account: "01940004-0000-7000-8000-000000000001", name: "A. Therapist", role: "therapist" } as const;
const taken = (n: number, more: Partial<Taken> = {}): Taken => ({
  operation: String(n),
  at: `2026-11-${String(n).padStart(2, "0")}T10:00:00.000+01:00`,
  limb: "arm",
  protocol: "arm_4cm",
  left: [0.172, 0.19, 0.21],
  right: [0.164, 0.18, 0.2],
  by,
  ...more,
});

test("what was measured becomes a series with a baseline; two of one minute still rise", () => {
  const series = unwrap(tapeSeries([taken(1), taken(1), taken(8, { left: [0.19, 0.21, 0.24] })], taken(1), "left"));
  expect(series.measurements.map(({ baseline }) => baseline)).toEqual([true, false, false]);
  expect(measured(series, 0).compared?.difference.value).toBeGreaterThan(0);
  expect(compareMeasurements(series, 0, 2).rater).toBe("same");
  expect(compareMeasurements(series, 0, 2).volumes.left?.verdict).toBe("changed");
});

test("other protocols and other marks are other kinds, the newest first; the day it was measured counts", () => {
  const home = taken(3, { protocol: "arm_8cm", left: [0.17, 0.2], right: [] });
  const { by: _by, ...atHome } = home;
  expect(kindsOf([taken(1), atHome]).map(({ protocol, marks }) => [protocol, marks])).toEqual([
    ["arm_8cm", 2],
    ["arm_4cm", 3],
  ]);
  expect(momentOf(taken(5, { on: "2026-10-30" }))).toBe("2026-10-30T10:00+01:00");
  expect(unwrap(tapeSeries([atHome], home)).measurements[0]?.rater).toBe("self");
});

test("one limb that is followed is the affected one; of two nobody is", () => {
  expect(affectedSide("arm", ["arm-left", "leg-right"])).toBe("left");
  expect(affectedSide("leg", ["arm-left", "leg-right"])).toBe("right");
  expect(affectedSide("arm", ["arm-left", "arm-right"])).toBeUndefined();
});
