import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mirrorWords } from "./mirror-words.ts";
import { longestText } from "./named-field.ts";

describe("mirrorWords", () => {
  it.each([
    ["left hand to the RIGHT armpit", "right hand to the LEFT armpit"],
    ["Left-sided; bright leftovers", "Right-sided; bright leftovers"],
    ["the side is left", "the side is right"],
    ["what is left of the left groin", "what is left of the right groin"],
    ["left out on the right", "left out on the left"],
    ["stop right away", "stop right away"],
  ])("%s", (text, mirrored) => {
    expect(mirrorWords(text)).toBe(mirrored);
  });

  it("leaves a text that would grow too long as it is", () => {
    const full = `left${"x".repeat(longestText - 10)} left`.padEnd(longestText, "y");
    const text = `left ${"x".repeat(longestText - 5)}`;
    expect(mirrorWords(text)).toBe(text);
    expect(mirrorWords(full).length).toBeLessThanOrEqual(longestText);
  });

  it("gives any text back when done twice", () => {
    const words = fc.constantFrom(
      "left",
      "right",
      "Left",
      "RIGHT",
      "lEFT",
      "what",
      "is",
      "was",
      "out",
      "now",
      "of",
      "é",
    );
    const gaps = fc.constantFrom(" ", "  ", "-", ", ", "\n", "");
    const text = fc.array(fc.tuple(words, gaps)).map((parts) => parts.flat().join(""));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (any) => {
        expect(mirrorWords(mirrorWords(any))).toBe(any);
      }),
      { seed: 1 },
    );
  });
});
