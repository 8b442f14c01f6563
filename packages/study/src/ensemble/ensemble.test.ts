import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Distribution, drawAt, findDistributionFailure, quantileIn } from "./distribution.ts";
import { normalBelow, normalQuantile } from "./normal.ts";
import { orderedSum } from "./ordered-sum.ts";
import { summarise } from "./summary.ts";

describe("the normal distribution", () => {
  // scipy 1.17.1, stats.norm.cdf and ppf.
  it.each([
    [-37, 5.7255712225239266e-300],
    [-8, 6.22096057427174e-16],
    [-3.0000001, 0.0013498975884453205],
    [-2.5, 0.006209665325776132],
    [-1, 0.15865525393145707],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [2.999, 0.9986456634662729],
    [3.5, 0.9997673709209645],
  ])("below %d lies %d", (x, p) => {
    expect(Math.abs(normalBelow(x) / p - 1)).toBeLessThan(2e-13);
  });

  it("has the quantiles of the tables, and undoes its own probabilities", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 14);
    expect(normalQuantile(1e-300)).toBeCloseTo(-37.0471, 4);
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(2)]).toEqual([-Infinity, Infinity, Number.NaN]);
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (x) => {
        expect(Math.abs(normalQuantile(normalBelow(x)) - x)).toBeLessThan(1e-9);
      }),
      { seed: 2 },
    );
  });
});

describe("random draws", () => {
  const drawn = (distribution: Distribution, seed = 1) =>
    Float64Array.from({ length: 20_000 }, (_, member) => drawAt(distribution, seed, member, 2));

  it("have the mean and spread that were asked for", () => {
    const normal = summarise(drawn({ kind: "normal", mean: 5, sd: 2 }));
    expect(Math.abs(normal.mean - 5)).toBeLessThan(4 * (2 / Math.sqrt(20_000)));
    expect(Math.abs(normal.sd / 2 - 1)).toBeLessThan(4 / Math.sqrt(40_000));
    const lognormal = summarise(drawn({ kind: "lognormal", median: 3, gsd: 1.5 }).map(Math.log));
    expect(Math.abs(lognormal.mean - Math.log(3))).toBeLessThan(4 * (Math.log(1.5) / Math.sqrt(20_000)));
    expect(Math.abs(lognormal.sd / Math.log(1.5) - 1)).toBeLessThan(4 / Math.sqrt(40_000));
    const uniform = summarise(drawn({ kind: "uniform", min: -1, max: 3 }));
    expect(uniform.min).toBeGreaterThan(-1);
    expect(uniform.max).toBeLessThan(3);
    const decades = summarise(drawn({ kind: "loguniform", min: 0.01, max: 100 }).map(Math.log10));
    expect(decades.min).toBeGreaterThan(-2);
    expect(decades.max).toBeLessThan(2);
    expect(Math.abs(decades.mean)).toBeLessThan(4 * (4 / Math.sqrt(12 * 20_000)));
    expect(Math.abs(decades.sd / (4 / Math.sqrt(12)) - 1)).toBeLessThan(0.02);
    expect(Math.abs(uniform.mean - 1)).toBeLessThan(4 * (4 / Math.sqrt(12 * 20_000)));
  });

  it("stay within their ends, however far out those lie", () => {
    const ends = fc.tuple(fc.double({ min: -30, max: 30, noNaN: true }), fc.double({ min: 1e-3, max: 5, noNaN: true }));
    fc.assert(
      fc.property(ends, fc.integer({ min: 0, max: 1000 }), ([low, width], member) => {
        const within = [low, low + width] as const;
        const value = drawAt({ kind: "normal", mean: 0, sd: 1, within }, 3, member, 0);
        expect(value).toBeGreaterThanOrEqual(within[0]);
        expect(value).toBeLessThanOrEqual(within[1]);
      }),
      { seed: 8 },
    );
  });

  it("of a truncated normal have its known median", () => {
    // Half normal: the median of |z| is the upper quartile of z.
    const half: Distribution = { kind: "normal", mean: 0, sd: 1, within: [0, Infinity] };
    expect(quantileIn(half, 0.5)).toBeCloseTo(0.6744897501960817, 13);
    // Far tail: P(z > t | z > 6) = 1/2 at this t: scipy 1.17.1, stats.norm.isf(stats.norm.sf(6) / 2).
    const tail: Distribution = { kind: "normal", mean: 0, sd: 1, within: [6, Infinity] };
    expect(quantileIn(tail, 0.5)).toBeCloseTo(6.111565061813439, 11);
  });

  it("depend on seed, member and parameter, and on nothing else", () => {
    const one: Distribution = { kind: "normal", mean: 0, sd: 1 };
    expect(drawAt(one, 1, 5, 2)).toBe(drawn(one)[5]);
    expect(new Set([drawAt(one, 1, 5, 2), drawAt(one, 2, 5, 2), drawAt(one, 1, 6, 2), drawAt(one, 1, 5, 3)]).size).toBe(
      4,
    );
  });

  it.each([
    [{ kind: "uniform", min: 1, max: 1 }, "max"],
    [{ kind: "loguniform", min: 0, max: 1 }, "min"],
    [{ kind: "normal", mean: 0, sd: 0 }, "sd"],
    [{ kind: "lognormal", median: 1, gsd: 1 }, "gsd"],
    [{ kind: "lognormal", median: -1, gsd: 2 }, "median"],
    [{ kind: "lognormal", median: 1, gsd: 2, within: [-1, 2] }, "within"],
    [{ kind: "normal", mean: 0, sd: 1, within: [2, 1] }, "within"],
  ] as const)("are refused for %o", (distribution, field) => {
    expect(findDistributionFailure(distribution, "people")).toMatchObject({ path: `people.${field}` });
  });
});

describe("statistics of an ensemble", () => {
  it("are those of a hand-worked example", () => {
    const summary = summarise([2, 4, Number.NaN, 4, 10], [0, 0.25, 0.5, 1]);
    expect(summary).toMatchObject({ count: 4, missing: 1, mean: 5, min: 2, max: 10 });
    expect(summary.sd).toBeCloseTo(Math.sqrt((9 + 1 + 1 + 25) / 3), 14);
    expect(summary.quantiles.map(({ value }) => value)).toEqual([2, 3.5, 4, 10]);
  });

  it("do not exist for nobody", () => {
    expect(summarise([Number.NaN])).toMatchObject({ count: 0, missing: 1, mean: Number.NaN, sd: Number.NaN });
  });

  it("keep small numbers beside large ones", () => {
    expect(orderedSum([1, 1e100, 1, -1e100])).toBe(2);
    expect(summarise([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).sd).toBeCloseTo(Math.sqrt(30), 10);
  });
});
