import { expect, test } from "vitest";
import { type Effort, effortAfter, fullEffort } from "./effort.ts";

const after = (effort: Effort, elapsed: number, pictures: number): Effort =>
  Array.from({ length: pictures }).reduce<Effort>((last) => effortAfter(last, elapsed), effort);

test("a quick machine draws every dot", () => {
  expect(after(fullEffort, 1 / 60, 1000).share).toBe(1);
});

test("a slow machine draws ever fewer, but never less than a fifth", () => {
  expect(after(fullEffort, 1 / 15, 15).share).toBeLessThan(1);
  expect(after(fullEffort, 1 / 15, 1000).share).toBe(0.2);
});

test("one late picture changes nothing, nor does a page that slept", () => {
  expect(after(fullEffort, 0.1, 1).share).toBe(1);
  expect(after(fullEffort, 5, 100).share).toBe(1);
});

test("dots come back when pictures come in time again", () => {
  const tired = after(fullEffort, 1 / 15, 40);
  expect(after(tired, 1 / 60, 4000).share).toBe(1);
});
