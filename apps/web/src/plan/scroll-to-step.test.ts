import { expect, test } from "vitest";
import { stepScroll } from "./scroll-to-step.ts";

const cards = [0, 1, 2, 3, 4].map((n) => ({ top: 100 * n, bottom: 100 * n + 100 }));

test("with room for three the step before stands at the top, whole", () => {
  expect(stepScroll(cards, 2, 0, 400)).toBe(88);
});

test("with room for two the step under way stands at the top, the next below it", () => {
  expect(stepScroll(cards, 2, 0, 260)).toBe(188);
});

test("with room for one only the step under way is brought into sight", () => {
  expect(stepScroll(cards, 1, 0, 170)).toBe(88);
  expect(stepScroll(cards, 1, 88, 170)).toBeUndefined();
});

test("what is whole in sight with its neighbours is left alone", () => {
  expect(stepScroll(cards, 1, 0, 400)).toBeUndefined();
  expect(stepScroll(cards, 4, 188, 330)).toBeUndefined();
});

test("a step that does not exist scrolls nothing", () => {
  expect(stepScroll(cards, -1, 0, 400)).toBeUndefined();
});
