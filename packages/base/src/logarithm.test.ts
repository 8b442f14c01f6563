import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expm1, log, log1p } from "./logarithm.ts";

const options = { numRuns: 5000, seed: 4 };
const within = (found: number, known: number): boolean =>
  Math.abs(found - known) <= 4 * Number.EPSILON * Math.abs(known);

describe("logarithms of our own", () => {
  it("are the engine's within 4 units of the last place", () => {
    fc.assert(
      fc.property(fc.double({ min: 5e-324, max: 1.7e308, noNaN: true }), (x) => within(log(x), Math.log(x))),
      options,
    );
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 3, noNaN: true }), (x) => within(log(x), Math.log(x))),
      options,
    );
    fc.assert(
      fc.property(fc.double({ min: -0.999, max: 1e6, noNaN: true }), (x) => within(log1p(x), Math.log1p(x))),
      options,
    );
    fc.assert(
      fc.property(fc.double({ min: -1e-3, max: 1e-3, noNaN: true }), (x) => within(log1p(x), Math.log1p(x))),
      options,
    );
  });

  it("keep e^x − 1 for small and large x", () => {
    for (const [min, max] of [
      [-1e-6, 1e-6],
      [-2, 2],
      [-700, 700],
    ] as const) {
      fc.assert(
        fc.property(fc.double({ min, max, noNaN: true }), (x) => within(expm1(x), Math.expm1(x))),
        options,
      );
    }
  });

  it("end as they should", () => {
    expect([log(0), log(1), log(Number.POSITIVE_INFINITY)]).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
    ]);
    expect([log(-1), log(Number.NaN), log1p(-2), expm1(Number.NaN)].every(Number.isNaN)).toBe(true);
    expect([log1p(-1), log1p(0), expm1(0), expm1(-1e9)]).toEqual([Number.NEGATIVE_INFINITY, 0, 0, -1]);
    expect(log1p(1e-300)).toBe(1e-300);
    expect(log(5e-324)).toBeCloseTo(-744.44, 2);
  });

  it("give known bits, whatever the engine", () => {
    const bits = (x: number) => new BigUint64Array(Float64Array.of(x).buffer)[0]?.toString(16);
    expect([log(10), log(0.7), log1p(1e-3), expm1(0.3), expm1(-2)].map(bits)).toMatchInlineSnapshot(`
      [
        "40026bb1bbb55516",
        "bfd6d3c324e13f50",
        "3f5060354f8c3ebf",
        "3fd6641632306a56",
        "bfebab5557101f8d",
      ]
    `);
  });
});
