import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sparseLu } from "./sparse-lu.ts";

const anySystem = fc.integer({ min: 1, max: 25 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    entries: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: size - 1 }),
        fc.integer({ min: 0, max: size - 1 }),
        fc.double({ min: -1, max: 1, noNaN: true }),
      ),
      { maxLength: 80 },
    ),
    solution: fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: size, maxLength: size }),
  }),
);

describe("sparseLu", () => {
  it("solves any diagonally dominant system", () => {
    fc.assert(
      fc.property(anySystem, ({ size, entries, solution }) => {
        const matrix = Array.from({ length: size }, () => new Float64Array(size));
        for (const [row, column, value] of entries) matrix[row]![column] = matrix[row]![column]! + value;
        matrix.forEach((row, i) => {
          row[i] = 1 + row.reduce((sum, value) => sum + Math.abs(value), 0);
        });
        const lu = sparseLu(
          size,
          entries.map(([row, column]) => [row, column] as const),
        );
        matrix.forEach((row, i) => {
          row.forEach((value, k) => {
            if (value !== 0) lu.values[lu.slot(i, k)] = value;
          });
        });
        const b = Float64Array.from(matrix, (row) => row.reduce((sum, value, k) => sum + value * solution[k]!, 0));
        expect(lu.factorise()).toBe(true);
        lu.solve(b);
        b.forEach((value, i) => {
          expect(value).toBeCloseTo(solution[i]!, 9);
        });
      }),
    );
  });

  it("refuses an entry outside its pattern, and says when a pivot vanishes", () => {
    const lu = sparseLu(3, [[0, 1]]);
    expect(() => lu.slot(0, 2)).toThrow(RangeError);
    expect(lu.factorise()).toBe(false);
  });
});
