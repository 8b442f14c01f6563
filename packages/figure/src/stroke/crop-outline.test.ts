import { expect, test } from "vitest";
import { cropOutline } from "./crop-outline.ts";

const square = Float64Array.from([0, 0, 10, 0, 10, 10, 0, 10]);

test("a square cut by a box leaves their common part", () => {
  const left = cropOutline(square, [5, -5, 20, 10]);
  const corners = Array.from({ length: left.length / 2 }, (_, n) => `${left[2 * n]},${left[2 * n + 1]}`);
  expect(new Set(corners)).toEqual(new Set(["5,0", "10,0", "10,5", "5,5"]));
});

test("what lies inside stays as it is, what lies outside goes", () => {
  expect([...cropOutline(square, [-1, -1, 20, 20])]).toEqual([...square]);
  expect(cropOutline(square, [20, 20, 5, 5])).toHaveLength(0);
});
