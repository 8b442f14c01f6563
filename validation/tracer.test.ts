import { describe, expect, it } from "vitest";
import { beginCourse, goOn } from "./course.ts";
import { collector, leg } from "./human.ts";
import { dyeArrivals, fromSettled, packetSpeed, packetsIn, quartiles } from "./tracer.ts";

describe("packetsIn", () => {
  it("times the stretches between waits, and leaves out the one beside the tissue", () => {
    // By hand: beside the tissue 5 steps in 10 s, then 5 of 1 cm in 5 s, a wait of 60 s, and 6 steps in 12 s.
    const arrivals = [0, 2, 4, 6, 8, 10, 30, 31, 32, 33, 34, 35, 95, 97, 99, 101, 103, 105, 107];
    const packets = packetsIn(arrivals);
    expect(packets).toEqual([
      { way: 0.05, time: 5 },
      { way: 0.06, time: 12 },
    ]);
    // 11 cm in 17 s.
    expect(packetSpeed(packets).value).toBeCloseTo(0.11 / 17, 12);
    expect(packetSpeed(packets).spread).toMatchObject({ low: 0.005, high: 0.01 });
  });

  it("does not time less than five steps, nor what never came", () => {
    expect(packetsIn([0, 20, 21, 22, 23, 24, Infinity, Infinity])).toEqual([]);
    expect(packetSpeed([]).value).toBeNaN();
  });
});

it("quartiles of eleven numbers", () => {
  expect(quartiles([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])).toMatchObject({ value: 5, spread: { low: 3, high: 8 } });
});

it("goes on from a settled vessel as if it had never stopped", () => {
  const network = collector({ ...leg, lymphangions: 4 });
  const period = network.pacing.contraction + network.pacing.rest;
  const through = beginCourse(network);
  goOn(through, 2.75 * period);
  const again = beginCourse(fromSettled(network, 2.25));
  goOn(again, 0.5 * period);
  for (let j = 0; j < 4; j++) {
    expect(again.integrator.state[j]! / through.integrator.state[j]!).toBeCloseTo(1, 2);
  }
});

it("dye never comes before the place upstream of it has some", () => {
  const [arrivals] = dyeArrivals(fromSettled(collector({ ...leg, lymphangions: 6 }), 2), [0.1], 120);
  expect(arrivals!.toSorted((a, b) => a - b)).toEqual(arrivals);
  expect(arrivals!.every(Number.isFinite)).toBe(true);
});
