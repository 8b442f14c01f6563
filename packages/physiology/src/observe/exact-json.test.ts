import fc from "fast-check";
import { expect, it } from "vitest";
import { exactJson, parseExactJson } from "./exact-json.ts";

it("brings every double back to the bit", () => {
  fc.assert(
    fc.property(fc.array(fc.double()), (numbers) => {
      const back = parseExactJson(exactJson({ numbers: Float64Array.from(numbers) })) as { numbers: number[] };
      expect(back.numbers).toHaveLength(numbers.length);
      for (const [i, number] of numbers.entries()) expect(Object.is(back.numbers[i], number)).toBe(true);
    }),
    { numRuns: 300, seed: 1 },
  );
  const odd = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, -0, 5e-324];
  expect(parseExactJson(exactJson(odd))).toEqual(odd);
});
