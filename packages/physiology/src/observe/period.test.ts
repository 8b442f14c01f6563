import { describe, expect, it } from "vitest";
import { periodOfOnsets } from "./period.ts";

describe("periodOfOnsets", () => {
  it("is the mean interval with its coefficient of variation", () => {
    // Intervals 9, 11, 10: mean 10, standard deviation 1.
    expect(periodOfOnsets([3, 12, 23, 33])).toEqual({ period: 10, count: 3, variation: expect.closeTo(0.1, 12) });
  });

  it("needs two onsets, and three to tell how periodic they are", () => {
    expect(periodOfOnsets([])).toBeUndefined();
    expect(periodOfOnsets([5])).toBeUndefined();
    expect(periodOfOnsets([5, 12])).toEqual({ period: 7, count: 1, variation: null });
  });
});
