import { minute, mmHg } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { addStatic, evenSteps, type StaticLoad, staticBreaks, staticPressure } from "./load-static.ts";

const cuff: StaticLoad = {
  kind: "static",
  pressure: 0,
  steps: evenSteps(60, 5 * minute, 60 * mmHg, -10 * mmHg, 7),
  ramp: 2,
  from: 0.2,
  to: 0.32,
};

describe("a cuff let down step by step", () => {
  it("holds each pressure until the next step, and passes half of a change at half its ramp", () => {
    const at = (t: number) => staticPressure(cuff, t) / mmHg;
    expect([0, 60, 61, 62, 300, 360, 361, 362, 1900, 5000].map(at)).toEqual(
      [0, 0, 30, 60, 60, 60, 55, 50, 0, 0].map((value) => expect.closeTo(value, 9)),
    );
  });

  it("presses only what lies under it", () => {
    const outside = new Float64Array(4);
    const position = Float64Array.from([0.19, 0.2, 0.31, 0.32]);
    addStatic(
      cuff,
      { slots: Int32Array.from([0, 1, 2, 3]), position, share: new Float64Array(4).fill(1) },
      100,
      outside,
      new Float64Array(4),
    );
    expect([...outside].map((pressure) => pressure / mmHg)).toEqual(
      [0, 60, 60, 0].map((value) => expect.closeTo(value, 9)),
    );
  });

  it("names the ends of its ramps", () => {
    expect(staticBreaks(cuff, 0, 400)).toEqual([60, 62, 360, 362]);
    expect(staticBreaks({ ...cuff, steps: [] }, 0, 400)).toEqual([]);
  });
});
