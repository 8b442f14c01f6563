import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cosHalfTurns, exp, logistic, raisedCosine, raisedCosineSlope, sinHalfTurns } from "./elementary.ts";

const phase = fc.double({ min: 0, max: 1, noNaN: true });
const half = fc.double({ min: -0.5, max: 0.5, noNaN: true });
const options = { numRuns: 5000, seed: 3 };

describe("exp", () => {
  it("is the engine's own within 3 units of the last place", () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(3 * Number.EPSILON);
      }),
      options,
    );
  });

  it("ends in zero and at e^709, keeps NaN, and is exact at zero", () => {
    const top = exp(709);
    expect(top / Math.exp(709)).toBeCloseTo(1, 14);
    expect([exp(-1e9), exp(1e9), exp(Number.POSITIVE_INFINITY)]).toEqual([0, top, top]);
    expect([exp(Number.NEGATIVE_INFINITY), exp(0)]).toEqual([0, 1]);
    expect(exp(Number.NaN)).toBeNaN();
  });

  it("gives known bits, whatever the engine", () => {
    const bits = (x: number) => new BigUint64Array(Float64Array.of(x).buffer)[0]?.toString(16);
    expect([1, -1, 10.5, -300.25].map((x) => bits(exp(x)))).toMatchInlineSnapshot(`
      [
        "4005bf0a8b145769",
        "3fd78b56362cef38",
        "40e1bb7015e84d3b",
        "24dc758233102ace",
      ]
    `);
    expect([0.1, 0.25, 0.7].map((x) => bits(raisedCosine(x)))).toMatchInlineSnapshot(`
      [
        "3fb8722191a02d62",
        "3fe0000000000001",
        "3fe4f1bbcdcbfa56",
      ]
    `);
  });
});

describe("turns", () => {
  it("are cosine, sine and the raised cosine to 1e-15", () => {
    fc.assert(
      fc.property(half, phase, (psi, phi) => {
        expect(Math.abs(cosHalfTurns(psi) - Math.cos(Math.PI * psi))).toBeLessThan(1e-15);
        expect(Math.abs(sinHalfTurns(psi) - Math.sin(Math.PI * psi))).toBeLessThan(1e-15);
        expect(Math.abs(raisedCosine(phi) - 0.5 * (1 - Math.cos(2 * Math.PI * phi)))).toBeLessThan(1e-15);
        expect(Math.abs(raisedCosineSlope(phi) - Math.PI * Math.sin(2 * Math.PI * phi))).toBeLessThan(1e-14);
      }),
      options,
    );
  });
});

describe("logistic", () => {
  it("runs from 0 to 1 through a half, and is its own complement", () => {
    expect([logistic(0), logistic(800)]).toEqual([0.5, 1]);
    expect(logistic(-800)).toBeLessThan(1e-300);
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        expect(Math.abs(logistic(x) + logistic(-x) - 1)).toBeLessThan(1e-15);
      }),
      options,
    );
  });
});
