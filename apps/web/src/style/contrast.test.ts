import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { colourTokens, contrast } from "./contrast.ts";

const tokens = colourTokens(readFileSync(new URL("./tokens.css", import.meta.url), "utf8"));

const grounds = ["paper", "surface"];
const texts = ["ink", "muted", "accent", "warn", "danger", "good"];
const meaningfulLines = ["accent", "muted", "lymph", "vessel", "node", "veil", "warn", "danger", "good"];

test("contrast agrees with the two ends of the scale and with a known pair", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 6);
  expect(contrast("#ffffff", "#ffffff")).toBe(1);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

for (const theme of ["light", "dark"] as const) {
  const colour = (name: string): string => tokens[theme].get(name) ?? "";

  test(`${theme}: every text colour stands out from every ground by at least 4.5 : 1`, () => {
    for (const ground of grounds) {
      for (const text of texts) {
        expect(contrast(colour(text), colour(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test(`${theme}: words on a filled button stand out by at least 4.5 : 1`, () => {
    expect(contrast(colour("surface"), colour("accent"))).toBeGreaterThanOrEqual(4.5);
  });

  test(`${theme}: every line that carries meaning stands out by at least 3 : 1`, () => {
    for (const ground of grounds) {
      for (const line of meaningfulLines) {
        expect(contrast(colour(line), colour(ground)), `${line} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
}

test("all thirteen tokens are there in both themes", () => {
  expect(tokens.light.size).toBe(13);
  expect([...tokens.dark.keys()]).toEqual([...tokens.light.keys()]);
});
