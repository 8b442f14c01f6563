import { expect, test } from "vitest";
import { thinned } from "./CurveTable.tsx";

test("a table of many numbers is thinned, first and last stay", () => {
  expect(thinned(5)).toEqual([0, 1, 2, 3, 4]);
  const many = thinned(500);
  expect(many.length).toBeLessThanOrEqual(25);
  expect(many[0]).toBe(0);
  expect(many.at(-1)).toBe(499);
  expect(thinned(1)).toEqual([0]);
});
