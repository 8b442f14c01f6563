import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addStroke, type StrokeLoad, strokeBreaks } from "./load-stroke.ts";

const load: StrokeLoad = {
  kind: "stroke",
  amplitude: 1000,
  duration: 3,
  period: 10,
  speed: 0.02,
  direction: "proximal",
  from: 0,
  to: 0.1,
};
const places = {
  slots: Int32Array.from([0, 1, 2]),
  position: Float64Array.from([0, 0.04, 0.1]),
  share: Float64Array.from([1, 1, 1]),
};

function pressures(stroke: StrokeLoad, t: number) {
  const outside = new Float64Array(3);
  const rate = new Float64Array(3);
  addStroke(stroke, places, t, outside, rate);
  return { outside: [...outside], rate: [...rate] };
}

describe("a travelling stroke", () => {
  it("reaches each place when the hand does: 4 cm at 2 cm/s is 2 s later", () => {
    expect(pressures(load, 1.5).outside).toEqual([1000, 0, 0].map((value) => expect.closeTo(value, 9)));
    expect(pressures(load, 3.5).outside[1]).toBeCloseTo(1000, 9);
    expect(pressures(load, 6.5).outside).toEqual([0, 0, 1000].map((value) => expect.closeTo(value, 9)));
  });

  it("runs the other way when it is distal", () => {
    expect(pressures({ ...load, direction: "distal" }, 1.5).outside[2]).toBeCloseTo(1000, 9);
  });

  it("is a squared sine while the hand presses, at every place after its own delay", () => {
    const delays = { proximal: [0, 2, 5], distal: [5, 3, 0] };
    const direction = fc.constantFrom("proximal" as const, "distal" as const);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 200, noNaN: true }), direction, (t, way) => {
        const { outside, rate } = pressures({ ...load, direction: way }, t);
        delays[way].forEach((delay, slot) => {
          const phase = ((t - delay + 100) % 10) / 3;
          const wanted = phase < 1 ? 1000 * Math.sin(Math.PI * phase) ** 2 : 0;
          const wantedRate = phase < 1 ? ((1000 * Math.PI) / 3) * Math.sin(2 * Math.PI * phase) : 0;
          expect(outside[slot]).toBeCloseTo(wanted, 6);
          expect(rate[slot]).toBeCloseTo(wantedRate, 6);
        });
      }),
      { seed: 3 },
    );
  });

  it("leaves what lies beyond its stretch alone, and names its presses", () => {
    const short = { ...load, from: 0.02, to: 0.06 };
    expect(pressures(short, 2.5).outside).toEqual([0, 1000, 0].map((value) => expect.closeTo(value, 9)));
    expect(strokeBreaks(short, 0, 12)).toEqual([0, 3, 10]);
    expect(strokeBreaks(short, 0, 12, places)).toEqual([1, 4, 11].map((value) => expect.closeTo(value, 12)));
  });
});
