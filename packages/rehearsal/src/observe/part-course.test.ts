import { readFileSync } from "node:fs";
import { day, unwrap } from "@openlymph/base";
import { parseHistory } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { healthyBody } from "../body/healthy-body.ts";
import { runBody } from "../body/run-body.ts";
import { runHistory } from "../body/run-history.ts";
import { bodyParts, partTerritories } from "./body-part.ts";
import { limbExcessShare } from "./limb-fluid.ts";

const file = new URL("../../../../examples/histories/arm-after-axillary-clearance.yaml", import.meta.url);
const history = unwrap(parseHistory(readFileSync(file, "utf8"), "arm"));
const times = [1, 3, 20].map((days) => days * day);
const run = unwrap(runBody(history, { times }));
const { course, healthy, index, series } = run;
const arm = course.parts[0]!;

describe("the course of the parts of a body", () => {
  it("leaves the numbers of the run as they are", () => {
    const plain = runHistory(healthyBody({}), history, { times, from: "start", label: "plain" });
    expect(series.states).toEqual(plain.states);
  });

  it("has the beginning and the end of every step, with the excess of the states among them", () => {
    expect(course.times).toHaveLength(series.steps + 1);
    expect(course.middles).toHaveLength(series.steps);
    expect(course.parts.map(({ part }) => part)).toEqual(bodyParts);
    expect(arm.excessShare[0]).toBeCloseTo(0, 12);
    for (const state of series.states) {
      const at = course.times.findIndex((time) => Math.abs(time - state.time) < 1e-3);
      expect(arm.excessShare[at]).toBeCloseTo(limbExcessShare(index, healthy, state, "arm_L"), 12);
    }
  });

  it("carries through the collectors what the run says passed them", () => {
    const last = series.states.at(-1)!;
    const territories = new Set(partTerritories("arm_L"));
    const drains = index.drains.flatMap(({ from }, d) => (territories.has(from) ? [d] : []));
    const sum = (of: Float64Array) => drains.reduce((total, d) => total + of[d]!, 0);
    const carried = arm.flowShare.reduce(
      (total, share, n) => total + share * sum(healthy.drainFlow) * (course.times[n + 1]! - course.times[n]!),
      0,
    );
    expect(carried / sum(last.passed.drain)).toBeCloseTo(1, 9);
  });
});
