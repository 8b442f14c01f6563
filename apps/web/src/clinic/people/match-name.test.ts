import { expect, test } from "vitest";
import { matchesName } from "./match-name.ts";

test("a name is found without its accents and capitals, by any of its words, in any order", () => {
  for (const wanted of ["zoë", "ZOE", "muller", "müller zo", "  zoe   Muller ", "", "ller"]) {
    expect(matchesName("Zoë Müller-Łukasik", wanted), wanted).toBe(true);
  }
  expect(matchesName("Zoë Müller-Łukasik", "lukasik")).toBe(true);
  expect(matchesName("Jörg Großmann", "grossmann")).toBe(true);
  expect(matchesName("Zoë Müller", "zoe schmidt")).toBe(false);
});
