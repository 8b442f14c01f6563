import { describe, expect, it } from "vitest";
import type { ValveLaw } from "../elements/valve-laws.ts";
import { createValveStatistics } from "./valve-statistics.ts";

const blend: ValveLaw = {
  law: "log-blend",
  open: 1e9,
  closed: 1e15,
  opening: 10,
  closing: 10,
  width: 1.5,
  fold: "refuse",
};

interface Moment {
  readonly flow: number;
  readonly drop: number;
  readonly passed: number;
  readonly state?: number;
}

/** One path, looked at every second. */
function seen(law: ValveLaw | undefined, moments: readonly Moment[]) {
  const place = moments[0]?.state === undefined ? -1 : 0;
  const paths = { flow: new Float64Array(1), drop: new Float64Array(1), stateOf: Int32Array.of(place) };
  const statistics = createValveStatistics(paths, [{ id: "v.v1", kind: "valve" }], () => law);
  for (const [i, { flow, drop, passed, state = 0 }] of moments.entries()) {
    paths.flow[0] = flow;
    paths.drop[0] = drop;
    if (i === 0) statistics.begin(Float64Array.of(state), Float64Array.of(passed));
    else statistics.look(Float64Array.of(state), Float64Array.of(passed), 1);
  }
  return statistics.finish(0, 2);
}

describe("a valve that answers at once", () => {
  const moments = [
    { flow: 0, drop: 0, passed: 5 },
    { flow: 2, drop: 40, passed: 6 },
    { flow: 1, drop: 20, passed: 8 },
    { flow: -1, drop: -20, passed: 7 },
    { flow: -2, drop: -20, passed: 6.5 },
  ];

  it("is open from the moment its drop passes the threshold until it falls below", () => {
    // Open from 0.25 s (0 → 40 passes 10) to 2.25 s (20 → −20 passes 10), of 4 s.
    expect(seen(blend, moments)).toMatchObject({
      openFraction: expect.closeTo(0.5, 12),
      openingDrop: 10,
      closingDrop: 10,
    });
  });

  it("has mean and range of its flow, and what flowed back per cycle", () => {
    expect(seen(blend, moments)).toMatchObject({ mean: 1.5 / 4, flow: { min: -2, max: 2 }, backflow: 0.75 });
  });
});

describe("a valve with a state", () => {
  it("opens and closes where the state passes one half, at the drops of that moment", () => {
    const lagging: ValveLaw = { ...blend, closing: -1, lag: 0.01 };
    const report = seen(lagging, [
      { flow: 0, drop: 0, passed: 0, state: 0 },
      { flow: 0, drop: 16, passed: 0, state: 1 },
      { flow: 0, drop: 16, passed: 0, state: 0.9 },
      { flow: 0, drop: -4, passed: 0, state: 0.4 },
      { flow: 0, drop: -4, passed: 0, state: 0.1 },
    ]);
    // Opens halfway from 0 to 16 Pa; closes 0.4/0.5 of the way from 16 to −4 Pa.
    expect(report).toMatchObject({ openingDrop: 8, closingDrop: expect.closeTo(0, 12) });
    expect(report.openFraction).toBeCloseTo((0.5 + 1 + 0.8) / 4, 12);
  });
});

it("a passage without a valve is neither open nor closed", () => {
  const report = seen(undefined, [
    { flow: 1, drop: 0, passed: 0 },
    { flow: 1, drop: 0, passed: 1 },
  ]);
  expect(report).toMatchObject({ openFraction: null, openingDrop: null, closingDrop: null, mean: 1 });
});
