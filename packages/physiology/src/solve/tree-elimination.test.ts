import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factorForest, solveForest } from "./tree-elimination.ts";

describe("tree elimination", () => {
  it("solves the chain 2x₀ − x₁ = 1, −x₀ + 2x₁ = 4 by hand: x = (2, 3)", () => {
    const [order, parent] = [Int32Array.of(0, 1), Int32Array.of(1, -1)];
    const [diagonal, up, down, x] = [
      [2, 2],
      [-1, 0],
      [-1, 0],
      [1, 4],
    ].map((list) => Float64Array.from(list)) as [Float64Array, Float64Array, Float64Array, Float64Array];
    expect(factorForest(order, parent, diagonal, up, down)).toBe(true);
    solveForest(order, parent, diagonal, up, down, x);
    expect([...x]).toEqual([2, 3]);
  });

  it("solves any diagonally dominant forest: A x = b", () => {
    const forests = fc
      .integer({ min: 1, max: 40 })
      .chain((n) =>
        fc.tuple(
          fc.array(fc.nat(), { minLength: n, maxLength: n }),
          fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3 * n, maxLength: 3 * n }),
        ),
      );
    fc.assert(
      fc.property(forests, ([picks, numbers]) => {
        const n = picks.length;
        // Cell k hangs on an earlier one (or is a root), so the reversed numbering runs leaves first.
        const parent = Int32Array.from(picks, (pick, k) => (pick % (k + 1) === k ? -1 : pick % (k + 1)));
        const order = Int32Array.from(picks, (_, k) => n - 1 - k);
        const up = Float64Array.from(numbers.slice(0, n));
        const down = Float64Array.from(numbers.slice(n, 2 * n));
        const diagonal = new Float64Array(n).fill(2 * n + 1);
        const wanted = numbers.slice(2 * n);
        const b = wanted.map((value) => value * (2 * n + 1));
        for (let k = 0; k < n; k++) {
          const p = parent[k] ?? -1;
          if (p < 0) continue;
          b[k] = (b[k] ?? 0) + (up[k] ?? 0) * (wanted[p] ?? 0);
          b[p] = (b[p] ?? 0) + (down[k] ?? 0) * (wanted[k] ?? 0);
        }
        const x = Float64Array.from(b);
        expect(factorForest(order, parent, diagonal, up, down)).toBe(true);
        solveForest(order, parent, diagonal, up, down, x);
        for (let k = 0; k < n; k++) expect(x[k]).toBeCloseTo(wanted[k] ?? 0, 10);
      }),
    );
  });

  it("reports a vanishing pivot", () => {
    const one = (value: number) => Float64Array.of(value);
    expect(factorForest(Int32Array.of(0), Int32Array.of(-1), one(0), one(0), one(0))).toBe(false);
  });
});
