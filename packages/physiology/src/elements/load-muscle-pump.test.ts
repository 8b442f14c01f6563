import { mmHg } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { addMusclePump, type MusclePumpLoad, musclePumpBreaks, walkingCalf } from "./load-muscle-pump.ts";

const places = {
  slots: Int32Array.from([0, 1, 2]),
  position: Float64Array.from([0.05, 0.15, 0.35]),
  share: Float64Array.from([1, 0.1, 1]),
};

function at(load: MusclePumpLoad, t: number): number[] {
  const outside = new Float64Array(3);
  addMusclePump(load, places, t, outside, new Float64Array(3));
  return [...outside].map((pressure) => pressure / mmHg);
}

describe("the calf in walking", () => {
  const calf = walkingCalf(0, 0.3);

  it("peaks at 181 mmHg in the muscle once a stride, and relaxes for the rest of it", () => {
    expect(at(calf, 0.2)).toEqual([181, 18.1, 0].map((value) => expect.closeTo(value, 9)));
    expect(at(calf, 7.2)[0]).toBeCloseTo(181, 9);
    expect(at(calf, 0.7)).toEqual([0, 0, 0]);
  });

  it("has the mean of a sin² pulse: half its peak times the duty", () => {
    const samples = 1000;
    const mean = Array.from({ length: samples }, (_, n) => at(calf, n / samples)[0]!).reduce((a, b) => a + b) / samples;
    expect(mean).toBeCloseTo(181 * 0.4 * 0.5, 9);
  });

  it("can run toward the heart", () => {
    const wave = { ...calf, speed: 0.5 };
    expect(at(wave, 0.3)[0]).toBeCloseTo(181, 9);
    expect(at(wave, 0.5)[1]).toBeCloseTo(18.1, 9);
    expect(musclePumpBreaks(wave, 0, 1, places)).toEqual(
      [0.1, 0.3, 0.5, 0.7].map((value) => expect.closeTo(value, 12)),
    );
    expect(musclePumpBreaks(calf, 0, 1)).toEqual([0, 0.4, 1]);
  });
});
