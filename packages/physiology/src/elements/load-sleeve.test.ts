import { mmHg } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { addSleeve, evenSleeve, type SleeveLoad, sleeveBreaks, sleevePeriod } from "./load-sleeve.ts";

const places = {
  slots: Int32Array.from([0, 1, 2, 3]),
  position: Float64Array.from([0.05, 0.15, 0.25, 0.35]),
  share: new Float64Array(4).fill(1),
};

function at(load: SleeveLoad, t: number): number[] {
  const outside = new Float64Array(4);
  addSleeve(load, places, t, outside, new Float64Array(4));
  return [...outside].map((pressure) => pressure / mmHg);
}

const near = (values: number[]) => values.map((value) => expect.closeTo(value, 9));
const timed = evenSleeve(0, 3, 0.1, 80 * mmHg, 20);

describe("a sleeve of three chambers, 20 s each", () => {
  it("fills from distal to proximal, holds all, lets all down, rests", () => {
    expect(sleevePeriod(timed)).toBe(80);
    expect(at(timed, 10)).toEqual(near([40, 0, 0, 0]));
    expect(at(timed, 30)).toEqual(near([80, 40, 0, 0]));
    expect(at(timed, 60)).toEqual(near([80, 80, 80, 0]));
    expect(at(timed, 60.5)).toEqual(near([40, 40, 40, 0]));
    expect(at(timed, 70)).toEqual(near([0, 0, 0, 0]));
    expect(at(timed, 80 * 7 + 30)).toEqual(near([80, 40, 0, 0]));
  });

  it("can let each chamber go by itself, as a wave", () => {
    const wave: SleeveLoad = { ...timed, release: "each", hold: 5 };
    expect(at(wave, 25.5)).toEqual([expect.closeTo(40, 9), expect.any(Number), 0, 0]);
    expect(at(wave, 26)[0]).toBe(0);
  });

  it("has the lengths and pressures of its chambers", () => {
    const graded: SleeveLoad = {
      ...timed,
      from: 0.1,
      chambers: [
        { length: 0.1, pressure: 80 * mmHg },
        { length: 0.2, pressure: 60 * mmHg },
      ],
    };
    expect(at(graded, 40)).toEqual(near([0, 80, 60, 60]));
  });

  it("names the ends of every filling and emptying", () => {
    expect(sleeveBreaks(timed, 0, 80)).toEqual([0, 20, 40, 60, 61, 80]);
    expect(sleeveBreaks({ ...timed, inflate: 7, hold: 2, release: "each" }, 0, 50)).toEqual([
      0, 7, 9, 10, 20, 27, 29, 30, 40, 47, 49, 50,
    ]);
  });
});
