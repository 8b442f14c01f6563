import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findForest } from "./elimination.ts";

const depthOf = (parent: Int32Array, cell: number) => {
  let depth = 0;
  for (let k = cell; parent[k]! >= 0; k = parent[k]!) depth++;
  return depth;
};

describe("the order of elimination", () => {
  it("begins at both ends of a chain and ends in its middle", () => {
    const from = Int32Array.of(5, 0, 1, 2, 3, 4);
    const to = Int32Array.of(0, 1, 2, 3, 4, 5);
    const { order, parent, loops } = findForest(5, from, to);
    expect([...order.slice(0, 4)].map((k) => Math.abs(k - 2))).toEqual([2, 2, 1, 1]);
    expect([...parent]).toEqual([1, 2, -1, 2, 3]);
    expect(loops).toBe(false);
  });

  it("of any forest takes every cell once, before its parent, and is no deeper than it must be", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), (picks) => {
        const n = picks.length;
        const hangsOn = picks.map((pick, k) => pick % (k + 1));
        const links = hangsOn.flatMap((other, k) => (other === k ? [] : [[other, k] as const]));
        const from = Int32Array.from(links, ([a]) => a);
        const to = Int32Array.from(links, ([, b]) => b);
        const { order, parent, loops } = findForest(n, from, to);
        expect(loops).toBe(false);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from(picks.keys()));
        const place = new Map(Array.from(order, (k, i) => [k, i]));
        for (let k = 0; k < n; k++) {
          const p = parent[k]!;
          if (p >= 0) expect(place.get(k)!).toBeLessThan(place.get(p)!);
        }
        const deepest = Math.max(...order.map((k) => depthOf(parent, k)));
        expect(deepest).toBeLessThanOrEqual(Math.ceil(n / 2));
      }),
      { seed: 9 },
    );
  });

  it("sees a loop", () => {
    expect(findForest(3, Int32Array.of(0, 1, 2), Int32Array.of(1, 2, 0)).loops).toBe(true);
  });
});
