import { fail, ok, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RangeAxis } from "../axis.ts";
import type { Model, PointSource } from "../model.ts";
import { type LocalParameter, localPoints, localSensitivities } from "./local.ts";
import { elementaryEffects, morrisPoints } from "./morris.ts";
import { richardson } from "./richardson.ts";
import { saltelliPoints } from "./saltelli.ts";
import { sobolIndices } from "./sobol-indices.ts";

const axis = (name: string, min: number, max: number): RangeAxis => ({ name, scale: "linear", min, max });
const valuesAt = ({ count, at }: PointSource, f: (point: readonly number[]) => number) =>
  Float64Array.from({ length: count }, (_, index) => f(at(index)));

describe("a derivative by Richardson's table", () => {
  const ladder = (f: (x: number) => number, x: number, step: number, rungs: number) => ({
    step,
    above: Array.from({ length: rungs }, (_, l) => f(x + step / 2 ** l)),
    below: Array.from({ length: rungs }, (_, l) => f(x - step / 2 ** l)),
  });

  it("gains two orders with every rung", () => {
    const errors = [2, 3, 4].map((rungs) =>
      Math.abs(richardson(ladder(Math.sin, 0.7, 0.8, rungs)).value - Math.cos(0.7)),
    );
    for (const [coarse, fine] of [
      [errors[0]!, errors[1]!],
      [errors[1]!, errors[2]!],
    ] as const) {
      expect(fine).toBeLessThan(coarse / 50);
    }
    expect(errors[2]).toBeLessThan(1e-9);
  });

  it("knows its error, and chooses the rung where noise and curvature meet", () => {
    const phases = fc.double({ min: 0, max: 6, noNaN: true });
    fc.assert(
      fc.property(phases, (phase) => {
        const noisy = (x: number) => Math.exp(x) + 1e-6 * Math.sin(1e5 * x + phase);
        const found = richardson(ladder(noisy, 0.3, 0.2, 8));
        expect(Math.abs(found.value - Math.exp(0.3))).toBeLessThan(3e-4);
        expect(Math.abs(found.value - Math.exp(0.3))).toBeLessThan(3 * found.error);
      }),
      { seed: 12 },
    );
  });

  it("is NaN without two rungs", () => {
    expect(richardson({ step: 1, above: [1, Number.NaN], below: [0, 0] })).toEqual({
      value: Number.NaN,
      error: Number.NaN,
    });
  });
});

describe("local sensitivities", () => {
  const parameters: LocalParameter[] = [
    { name: "a", scale: "log", min: 0.1, max: 100, value: 3 },
    { name: "b", scale: "linear", min: -10, max: 10, value: 2 },
  ];
  const model: Model = {
    parameters: ["a", "b"],
    outputs: ["power", "sum"],
    evaluate: async ([a = 0, b = 0]) => ok([a ** 2.5 * b ** -1, a + b - 5]),
  };

  it("of a power law are its exponents, of a sum its terms", async () => {
    const found = unwrap(await localSensitivities(model, parameters));
    expect(found.map(({ output, parameter }) => `${output} ${parameter}`)).toEqual([
      "power a",
      "power b",
      "sum a",
      "sum b",
    ]);
    expect(found[0]!.normalised).toBeCloseTo(2.5, 7);
    expect(found[1]!.normalised).toBeCloseTo(-1, 5);
    expect(found[2]!.derivative).toBeCloseTo(1, 7);
    expect(found[2]!.normalised).toBeNaN();
    for (const { normalised, normalisedError, derivative, error } of found) {
      expect(error / Math.abs(derivative)).toBeLessThan(1e-3);
      if (!Number.isNaN(normalised)) expect(normalisedError / Math.abs(normalised)).toBeLessThan(1e-3);
    }
  });

  it("stand beside the model's own, and catch a wrong one", async () => {
    const gradient = async ([a = 0, b = 0]: readonly number[]) =>
      ok([
        [(2.5 * a ** 1.5) / b, (-1.02 * a ** 2.5) / b ** 2],
        [1, 1],
      ]);
    const found = unwrap(await localSensitivities({ ...model, gradient }, parameters));
    expect(found.map(({ exact }) => exact?.agrees)).toEqual([true, false, true, true]);
    expect(found[0]!.exact?.normalised).toBeCloseTo(2.5, 12);
    expect(found[2]!.exact?.derivative).toBe(1);
  });

  it("never leave the range", () => {
    const places = fc.double({ min: 0.11, max: 99, noNaN: true });
    fc.assert(
      fc.property(places, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (value, step) => {
        const { count, at } = unwrap(localPoints([{ ...parameters[0]!, value }], { step }));
        for (let index = 0; index < count; index++) {
          expect(at(index)[0]).toBeGreaterThanOrEqual(0.1 * (1 - 1e-12));
          expect(at(index)[0]).toBeLessThanOrEqual(100 * (1 + 1e-12));
        }
      }),
      { seed: 5 },
    );
  });

  it("are refused at the end of a range, and without a centre", async () => {
    const atEnd = [{ ...parameters[0]!, value: 100 }, parameters[1]!];
    expect(await localSensitivities(model, atEnd)).toMatchObject({
      code: "param/out-of-range",
      path: "parameters.a.value",
    });
    const broken: Model = { ...model, evaluate: async () => fail("solver/no-convergence") };
    expect(await localSensitivities(broken, parameters)).toMatchObject({ code: "solver/no-convergence" });
  });
});

describe("Sobol's indices", () => {
  // Ishigami and Homma 1990, a = 7, b = 0.1: V, S and T in closed form.
  const ishigami = ([x = 0, y = 0, z = 0]: readonly number[]) =>
    Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
  const axes = ["x", "y", "z"].map((name) => axis(name, -Math.PI, Math.PI));
  const first = 0.5 * (1 + (0.1 * Math.PI ** 4) / 5) ** 2;
  const second = 49 / 8;
  const both = 0.01 * Math.PI ** 8 * (1 / 18 - 1 / 50);
  const variance = first + second + both;
  const found = sobolIndices(valuesAt(unwrap(saltelliPoints(axes, 4096, 1)), ishigami), ["x", "y", "z"], {
    resamples: 200,
  });

  it("are those of the Ishigami function, interactions included", () => {
    expect(found.mean).toBeCloseTo(3.5, 2);
    expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.01);
    const [x, y, z] = found.indices;
    expect(Math.abs(x!.first - first / variance)).toBeLessThan(0.02);
    expect(Math.abs(y!.first - second / variance)).toBeLessThan(0.02);
    expect(Math.abs(z!.first)).toBeLessThan(0.02);
    expect(Math.abs(x!.total - (first + both) / variance)).toBeLessThan(0.02);
    expect(Math.abs(y!.total - second / variance)).toBeLessThan(0.02);
    expect(Math.abs(z!.total - both / variance)).toBeLessThan(0.02);
  });

  it("have intervals that hold the truth and narrow with more blocks", () => {
    const coarse = sobolIndices(valuesAt(unwrap(saltelliPoints(axes, 256, 1)), ishigami), ["x", "y", "z"], {
      resamples: 200,
    });
    const width = ([low, high]: readonly [number, number]) => high - low;
    for (const [j, index] of found.indices.entries()) {
      expect(width(index.totalInterval)).toBeLessThan(width(coarse.indices[j]!.totalInterval) / 2);
    }
    const [low, high] = found.indices[0]!.totalInterval;
    expect(low).toBeLessThan((first + both) / variance);
    expect(high).toBeGreaterThan((first + both) / variance);
  });

  it("leave out the blocks of failed points, and are the same each time", () => {
    const values = valuesAt(unwrap(saltelliPoints(axes, 64, 1)), ishigami);
    values[7] = Number.NaN;
    values[8] = Number.NaN;
    const holed = sobolIndices(values, ["x", "y", "z"], { resamples: 20 });
    expect(holed).toMatchObject({ blocks: 63, dropped: 1 });
    expect(sobolIndices(values, ["x", "y", "z"], { resamples: 20 })).toEqual(holed);
  });

  it("do not exist for what does not vary", () => {
    expect(sobolIndices(new Float64Array(50).fill(2), ["x", "y", "z"]).indices[0]!.first).toBeNaN();
  });

  it("take twenty parameters and no more", () => {
    const many = (count: number) => Array.from({ length: count }, (_, j) => axis(`p${j}`, 0, 1));
    expect(saltelliPoints(many(20), 4, 1).ok).toBe(true);
    expect(saltelliPoints(many(21), 4, 1)).toMatchObject({ path: "axes" });
    expect(saltelliPoints(many(2), 1, 1)).toMatchObject({ path: "blocks" });
  });
});

describe("elementary effects", () => {
  const axes = [axis("a", 0, 2), axis("b", 0, 1), axis("c", -1, 1), axis("none", 0, 1)];
  const names = axes.map(({ name }) => name);
  const points = unwrap(morrisPoints(axes, 40, 3));

  it("of a linear model are its coefficients over the axes, each time alike", () => {
    const effects = elementaryEffects(
      valuesAt(points, ([a = 0, b = 0]) => 3 * a - 5 * b),
      names,
      3,
    );
    expect(effects.map(({ mean }) => mean)).toEqual([expect.closeTo(6, 12), expect.closeTo(-5, 12), 0, 0]);
    expect(effects[1]!.meanAbsolute).toBeCloseTo(5, 12);
    for (const { sd } of effects) expect(sd).toBeLessThan(1e-12);
  });

  it("spread where a parameter bends or meets another, and have no sign of their own there", () => {
    const [a, , c] = elementaryEffects(
      valuesAt(points, ([a = 0, , c = 0]) => a * c + 4 * a),
      names,
      3,
    );
    expect(a!.sd).toBeGreaterThan(0.3);
    expect(a!.mean).toBeCloseTo(a!.meanAbsolute, 9);
    expect(c!.sd).toBeGreaterThan(0.3);
  });

  it("move one parameter per step, on the grid and inside the ranges", () => {
    for (let t = 0; t < 40; t++) {
      for (let s = 0; s < 4; s++) {
        const [before, after] = [points.at(5 * t + s), points.at(5 * t + s + 1)];
        expect(before.filter((value, j) => value !== after[j])).toHaveLength(1);
      }
    }
    for (let index = 0; index < points.count; index++) {
      for (const [j, value] of points.at(index).entries()) {
        const u = (3 * (value - axes[j]!.min)) / (axes[j]!.max - axes[j]!.min);
        expect(Math.abs(u - Math.round(u))).toBeLessThan(1e-12);
        expect(u).toBeGreaterThan(-1e-12);
        expect(u).toBeLessThan(3 + 1e-12);
      }
    }
  });

  it("leave out the steps of failed points", () => {
    const values = valuesAt(points, ([a = 0]) => a);
    values[2] = Number.NaN;
    expect(
      elementaryEffects(values, names, 3)
        .map(({ count }) => count)
        .toSorted(),
    ).toEqual([39, 39, 40, 40]);
  });
});
