import { ok, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covarianceOf } from "./covariance.ts";
import { dampedStep } from "./damped-step.ts";
import { differenceJacobian } from "./difference-jacobian.ts";
import { singularValues } from "./singular-values.ts";

const number = fc.double({ min: -10, max: 10, noNaN: true });
const matrix = fc.array(fc.tuple(number, number, number), { minLength: 4, maxLength: 7 });

describe("a damped step", () => {
  it("is that of the normal equations, for a hand-worked example", () => {
    // JᵀJ + D² = [[2 + 1, 1], [1, 2 + 4]], Jᵀr = [4, 5]: s = −(24 − 5, −4 + 15)/17.
    const jacobian = [
      [1, 0],
      [0, 1],
      [1, 1],
    ];
    const step = dampedStep(jacobian, [1, 2, 3], [1, 2], [true, true]);
    expect(step[0]).toBeCloseTo(-19 / 17, 14);
    expect(step[1]).toBeCloseTo(-11 / 17, 14);
  });

  it("leaves held columns alone and is best among its neighbours", () => {
    const residuals = [1, -2, 3, 0.5, 4, -1, 2];
    fc.assert(
      fc.property(matrix, (rows) => {
        const r = residuals.slice(0, rows.length);
        const step = dampedStep(rows, r, [0.5, 1, 2], [true, false, true]);
        expect(step[1]).toBe(0);
        const value = (s: readonly number[]) =>
          rows.reduce((sum, row, i) => sum + row.reduce((q, a, j) => q + a * s[j]!, r[i]!) ** 2, 0) +
          (0.5 * s[0]!) ** 2 +
          (2 * s[2]!) ** 2;
        for (const [j, by] of [
          [0, 1e-3],
          [0, -1e-3],
          [2, 1e-3],
          [2, -1e-3],
        ] as const) {
          expect(value(step.map((s, k) => (k === j ? s + by : s)))).toBeGreaterThan(value(step));
        }
      }),
      { seed: 6 },
    );
  });
});

describe("derivatives by differences", () => {
  it("are exact for parabolas, inside a range and at either end of it", async () => {
    const parabola = async ([x = 0, y = 0]: readonly number[]) => ok([3 * x * x - x, x + 2 * y * y]);
    const range = { lower: -1, upper: 2 };
    for (const [x, y] of [
      [0.5, 0.3],
      [-1, 2],
      [2, -1],
    ] as const) {
      const here = unwrap(await parabola([x, y]));
      const rows = unwrap(await differenceJacobian(parabola, [x, y], here, [1e-2, 1e-2], [range, range]));
      expect(rows[0]![0]).toBeCloseTo(6 * x - 1, 10);
      expect(rows[1]![0]).toBeCloseTo(1, 10);
      expect(rows[1]![1]).toBeCloseTo(4 * y, 10);
    }
  });

  it("never leave the range", async () => {
    const seen: number[] = [];
    const watched = async ([x = 0]: readonly number[]) => {
      seen.push(x);
      return ok([x]);
    };
    for (const x of [0, 0.001, 0.5, 1]) await differenceJacobian(watched, [x], [x], [5], [{ lower: 0, upper: 1 }]);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...seen)).toBeLessThanOrEqual(1);
  });
});

describe("singular values", () => {
  it("of a hand-worked matrix", () => {
    const { values } = singularValues(
      [
        [3, 0],
        [4, 5],
      ],
      2,
    );
    expect(values[0]).toBeCloseTo(Math.sqrt(45), 13);
    expect(values[1]).toBeCloseTo(Math.sqrt(5), 13);
  });

  it("keep the sum of squares, and |A v| = s with orthonormal v", () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const { values, vectors } = singularValues(rows, 3);
        const squares = rows.flat().reduce((sum, a) => sum + a * a, 0);
        expect(Math.abs(values.reduce((sum, s) => sum + s * s, 0) - squares)).toBeLessThan(1e-11 * (1 + squares));
        for (const [k, v] of vectors.entries()) {
          const image = Math.hypot(...rows.map((row) => row.reduce((sum, a, j) => sum + a * v[j]!, 0)));
          expect(Math.abs(image - values[k]!)).toBeLessThan(1e-12 * (1 + Math.sqrt(squares)));
          expect(Math.hypot(...v)).toBeCloseTo(1, 12);
        }
      }),
      { seed: 7 },
    );
  });
});

describe("a covariance", () => {
  it("knows what it does not know: only the combination that no row sees is unbounded", () => {
    const rows = [
      [1, 1, 0],
      [2, 2, 0],
      [0, 0, 5],
    ];
    expect(covarianceOf(rows, 3).standardErrors).toEqual([Infinity, Infinity, 0.2]);
  });
});
