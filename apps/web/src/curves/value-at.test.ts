import { expect, test } from "vitest";
import { valueAt } from "./value-at.ts";

const xs = [0, 1, 3];
const ys = [2, 4, 0];

test("a value between two points lies straight between them, and on a point is the point's", () => {
  expect(xs.map((x) => valueAt(xs, ys, x))).toEqual(ys);
  expect(valueAt(xs, ys, 0.5)).toBe(3);
  expect(valueAt(xs, ys, 2)).toBe(2);
});

test("outside its points a course has no value", () => {
  expect(valueAt(xs, ys, -0.1)).toBeNull();
  expect(valueAt(xs, ys, 3.1)).toBeNull();
});
