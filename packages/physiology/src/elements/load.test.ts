import { mmHg } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addLoad, checkLoad, type Load, type LoadPlaces, loadBreaks, loadLongestStep } from "./load.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const stroke = fc
  .record({
    kind: fc.constant("stroke" as const),
    amplitude: number(100, 1e4),
    duration: number(0.5, 5),
    period: number(5, 20),
    speed: number(0.005, 0.2),
    direction: fc.constantFrom("proximal" as const, "distal" as const),
    from: number(0, 0.1),
    to: number(0.2, 0.5),
  })
  .map((load): Load => load);

const sleeve = fc
  .record({
    kind: fc.constant("sleeve" as const),
    from: number(-0.1, 0.1),
    chambers: fc.array(fc.record({ length: number(0.02, 0.2), pressure: number(0, 2e4) }), {
      minLength: 1,
      maxLength: 8,
    }),
    inflate: number(0.5, 50),
    hold: number(0, 20),
    deflate: number(0.5, 10),
    stagger: number(0, 50),
    pause: number(0, 50),
    release: fc.constantFrom("together" as const, "each" as const),
  })
  .map((load): Load => load);

const muscle = fc
  .record({
    kind: fc.constant("muscle-pump" as const),
    amplitude: number(100, 3e4),
    frequency: number(0.2, 3),
    duty: number(0.2, 1),
    speed: fc.option(number(0.05, 5), { nil: undefined }),
    from: number(0, 0.1),
    to: number(0.2, 0.5),
  })
  .map((load): Load => load);

const resting = fc
  .record({
    ramp: number(0.5, 5),
    first: number(0, 100),
    gaps: fc.array(fc.tuple(number(0, 100), number(-1e3, 1e4)), { maxLength: 8 }),
    pressure: number(-500, 1e4),
  })
  .map(({ ramp, first, gaps, pressure }): Load => {
    let time = first;
    const steps = gaps.map(([gap, level]) => {
      const step = { time, pressure: level };
      time += ramp + gap;
      return step;
    });
    return { kind: "static", pressure, steps, ramp, from: 0.02, to: 0.3 };
  });

const anyLoad = fc.oneof(stroke, sleeve, muscle, resting);

const places: LoadPlaces = {
  slots: Int32Array.from([3, 0, 2, 1]),
  position: Float64Array.from([0, 0.11, 0.25, 0.4]),
  share: Float64Array.from([1, 0.8, 0.7, 0.5]),
};

function at(load: Load, t: number) {
  const outside = new Float64Array(4);
  const rate = new Float64Array(4);
  addLoad(load, places, t, outside, rate);
  return { outside, rate };
}

describe("every load", () => {
  it("is allowed, and adds the rate that is the derivative of its pressure", () => {
    fc.assert(
      fc.property(anyLoad, number(-50, 600), (load, t) => {
        expect(checkLoad(load, "loads[0]")).toBeUndefined();
        const h = 1e-6;
        const before = at(load, t - h).outside;
        const after = at(load, t + h).outside;
        const steep = 1e5 / (load.kind === "static" ? load.ramp : loadLongestStep(load));
        at(load, t).rate.forEach((rate, slot) => {
          expect(Math.abs(rate - (after[slot]! - before[slot]!) / (2 * h)) / steep).toBeLessThan(1e-5);
        });
      }),
      { numRuns: 400, seed: 20261125 },
    );
  });

  it("adds to what is there, in proportion to the share that arrives", () => {
    fc.assert(
      fc.property(anyLoad, number(0, 300), (load, t) => {
        const once = at(load, t);
        const outside = Float64Array.from(once.outside);
        const rate = Float64Array.from(once.rate);
        const halved = { ...places, share: places.share.map((share) => share / 2) };
        addLoad(load, halved, t, outside, rate);
        outside.forEach((pressure, slot) => {
          expect(pressure).toBeCloseTo(1.5 * once.outside[slot]!, 8);
        });
        rate.forEach((value, slot) => {
          expect(value).toBeCloseTo(1.5 * once.rate[slot]!, 8);
        });
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it("is a smooth curve between its breaks: the rate has no kink there", () => {
    fc.assert(
      fc.property(anyLoad, (load) => {
        const breaks = loadBreaks(load, 0, 120, places);
        expect(breaks).toEqual([...breaks].sort((a, b) => a - b));
        expect(breaks.every((time) => time >= 0 && time <= 120)).toBe(true);
        for (let n = 1; n < Math.min(breaks.length, 12); n++) {
          const [a, b] = [breaks[n - 1]!, breaks[n]!];
          if (b - a < 0.05) continue;
          // Second differences of the rate: of order h² inside, of order h across a kink.
          const bend = (h: number) => {
            const middle = (a + b) / 2;
            const [left, here, right] = [middle - h, middle, middle + h].map((t) => at(load, t).rate);
            return Math.max(...here!.map((value, slot) => Math.abs(left![slot]! - 2 * value + right![slot]!)));
          };
          const wide = bend(0.4 * (b - a));
          const narrow = bend(0.04 * (b - a));
          expect(narrow).toBeLessThanOrEqual(0.02 * wide + 1e-6);
        }
      }),
      { numRuns: 150, seed: 11 },
    );
  });
});

describe("cycles", () => {
  const load: Load = {
    kind: "muscle-pump",
    amplitude: 80 * mmHg,
    frequency: 0.5,
    duty: 0.5,
    from: 0,
    to: 1,
    start: 10,
    end: 15,
  };

  it("begin at the start and finish the one under way at the end", () => {
    const level = (t: number) => at(load, t).outside[0]! / (0.8 * 80 * mmHg);
    expect([8.5, 10.5, 12.5, 14.5, 16.5].map(level)).toEqual([0, 1, 1, 1, 0].map((peak) => expect.closeTo(peak, 9)));
    expect(loadBreaks(load, 0, 100)).toEqual([10, 11, 12, 13, 14, 15]);
    expect(loadBreaks(load, 12.5, 14.5)).toEqual([13, 14]);
  });

  it("repeat to the last bit", () => {
    const forever: Load = { ...load, start: undefined, end: undefined };
    for (const t of [0.125, 0.25, 1.75]) expect(at(forever, t + 2048).outside).toEqual(at(forever, t).outside);
  });
});

describe("refusals name the field", () => {
  const base = {
    kind: "stroke",
    amplitude: 1e3,
    duration: 3,
    period: 10,
    speed: 0.02,
    direction: "proximal",
    from: 0,
    to: 0.3,
  } as const;
  it.each([
    [{ ...base, period: 2 }, "loads[1].period"],
    [{ ...base, to: Number.POSITIVE_INFINITY }, "loads[1].to"],
    [{ ...base, speed: 0 }, "loads[1].speed"],
    [{ kind: "static", pressure: 0, ramp: 0, steps: [] }, "loads[1].ramp"],
    [
      {
        kind: "static",
        pressure: 0,
        ramp: 1,
        steps: [
          { time: 0, pressure: 1 },
          { time: 0.5, pressure: 2 },
        ],
      },
      "loads[1].steps[1].time",
    ],
    [{ kind: "muscle-pump", amplitude: 1, frequency: 1, duty: 1.5, from: 0, to: 1 }, "loads[1].duty"],
    [
      { kind: "sleeve", from: 0, chambers: [], inflate: 1, hold: 0, deflate: 1, stagger: 0, pause: 0, release: "each" },
      "loads[1].chambers",
    ],
  ] satisfies [Load, string][])("%#", (load, path) => {
    expect(checkLoad(load, "loads[1]")).toMatchObject({ ok: false, path });
  });
});
