import { expect, test } from "vitest";
import { heightsOf, refuse } from "./svg-shape.ts";

test("a path reaches from its highest to its lowest point, however it is written", () => {
  expect(heightsOf("M0 10l5-20 1 .5c1 1 2 2 3 30.5-1 0 0 0-4-2Z")).toEqual([-10, 21]);
  expect(heightsOf("M0 1.5l2-.5M9 40l0 2.25")).toEqual([1, 42.25]);
});

test("what is not known ends the painting", () => {
  expect(() => refuse("text")).toThrow("text");
});
