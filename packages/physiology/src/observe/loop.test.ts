import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { humanCollector } from "../network/human-collector.ts";
import { loopOf, loopWork } from "./loop.ts";
import { simulate } from "./simulate.ts";

describe("loopWork", () => {
  it("is the area of an ellipse, positive when pressure is high while the volume falls", () => {
    // V = 1 + cos φ, p = sin φ, φ from 0 to 2π: V falls while p > 0, area π.
    const angles = Float64Array.from({ length: 2000 }, (_, i) => (2 * Math.PI * i) / 2000);
    const volume = angles.map((angle) => 1 + Math.cos(angle));
    const pressure = angles.map(Math.sin);
    expect(loopWork(volume, pressure)).toBeCloseTo(Math.PI, 4);
    expect(
      loopWork(
        volume,
        pressure.map((p) => -p),
      ),
    ).toBeCloseTo(-Math.PI, 4);
  });
});

describe("a loop of few points", () => {
  it("is closed by its last chord", () => {
    // A triangle of half a square, whose slope is the chord back to its first point.
    expect(loopWork(Float64Array.of(0, 1, 1), Float64Array.of(0, 0, 1))).toBeCloseTo(0.5, 12);
  });
});

describe("loopOf", () => {
  const run = unwrap(simulate(humanCollector(), { cycles: 3, trace: true }));

  it("has the stroke work and volumes that the run reports", () => {
    const loop = unwrap(loopOf(run.trace!, "collector.5"));
    const told = run.lymphangions[4]!;
    expect(loop.work / told.strokeWork).toBeCloseTo(1, 3);
    expect(Math.max(...loop.volume) - Math.min(...loop.volume)).toBeCloseTo(told.strokeVolume, 15);
    expect(loop.time).toHaveLength(loop.pressure.length);
    expect(Math.max(...loop.transmural)).toBeCloseTo(told.transmural.peak, 6);
  });

  it("refuses a lymphangion that is not there", () => {
    expect(loopOf(run.trace!, "collector.99")).toMatchObject({ code: "reference/unknown", value: "collector.99" });
  });
});
