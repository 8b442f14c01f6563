import { expect, it } from "vitest";
import { optimum } from "./optimum.ts";

it("is the middle of the flat top, not the chance of one point", () => {
  // By hand: 95 % of 10 is 9.5, so 2, 3 and 6 count.
  expect(optimum([0, 2, 3, 6, 8], [5, 9.6, 10, 9.5, 9.4])).toEqual({ middle: 4, low: 2, high: 6 });
});

it("is the place itself of a sharp top", () => {
  expect(optimum([0, 1, 2], [0, 1, 0]).middle).toBe(1);
});
