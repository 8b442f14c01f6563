import { fail, ok, type Result, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { levenbergMarquardt } from "ml-levenberg-marquardt";
import { describe, expect, it } from "vitest";
import type { Model } from "../model.ts";
import { calibrate } from "./calibrate.ts";
import type { CalibrationParameter, CalibrationProblem, Estimate } from "./calibration.ts";
import { misra1a, thurber } from "./nist-reference.ts";

type Curve = (point: readonly number[], x: number) => number;

/** A curve measured at places x: one output per place. */
function curveModel(parameters: readonly string[], xs: readonly number[], curve: Curve): Model {
  return {
    parameters,
    outputs: xs.map((_, i) => `y${i}`),
    evaluate: async (point) => ok(xs.map((x) => curve(point, x))),
  };
}

function curveProblem(
  parameters: readonly CalibrationParameter[],
  { xs, ys }: { readonly xs: readonly number[]; readonly ys: readonly number[] },
  curve: Curve,
  sd = 1,
): CalibrationProblem {
  const names = parameters.map(({ name }) => name);
  return {
    parameters,
    models: { curve: curveModel(names, xs, curve) },
    targets: ys.map((value, i) => ({ scenario: "curve", output: `y${i}`, value, sd })),
  };
}

const free = (name: string, start: number, min: number, max: number, scale: "linear" | "log" = "linear") =>
  ({ name, start, min, max, scale }) satisfies CalibrationParameter;
const off = (found: number, known: number) => Math.abs(found / known - 1);
const valuesOf = (estimates: readonly Estimate[]) => estimates.map(({ value }) => value);

const decay: Curve = ([size = 0, rate = 0, rest = 0], x) => size * Math.exp(-rate * x) + rest;
const times = Array.from({ length: 30 }, (_, i) => i / 5);
/** A decay with a fixed, rough disturbance of about one unit of the third digit. */
const measured = { xs: times, ys: times.map((t, i) => decay([2, 0.7, 0.3], t) + 0.004 * Math.sin(17 * i)) };

describe("calibration against certified values (NIST StRD)", () => {
  it.each([
    ["misra1a, start 1, linear", misra1a, misra1a.starts[0], "linear"],
    ["misra1a, start 2, linear", misra1a, misra1a.starts[1], "linear"],
    ["misra1a, start 1, log", misra1a, misra1a.starts[0], "log"],
    ["thurber, start 1, linear", thurber, thurber.starts[0], "linear"],
    ["thurber, start 2, log", thurber, thurber.starts[1], "log"],
  ] as const)("%s: seven digits of the estimates, five of their errors", async (_name, set, starts, scale) => {
    const parameters = set.certified.map(({ value }, j) =>
      free(`b${j + 1}`, starts![j]!, value / 50, value * 50, scale),
    );
    const problem = curveProblem(parameters, set, set.curve);
    const fit = unwrap(await calibrate(problem, { errors: "scatter", tolerance: 3e-7 }));
    expect(fit.converged).toBe(true);
    expect(off(fit.chiSquare, set.sumOfSquares)).toBeLessThan(1e-9);
    for (const [j, { value, standardError }] of set.certified.entries()) {
      expect(off(fit.estimates[j]!.value, value)).toBeLessThan(1e-7);
      expect(off(fit.estimates[j]!.standardError, standardError)).toBeLessThan(1e-5);
    }
  });
});

describe("calibration", () => {
  it("finds what an independent implementation finds", async () => {
    const start = [1, 1, 0];
    const peer = levenbergMarquardt(
      { x: measured.xs, y: measured.ys },
      ([size = 0, rate = 0, rest = 0]) =>
        (x) =>
          decay([size, rate, rest], x),
      {
        initialValues: start,
        damping: 0.01,
        gradientDifference: 1e-6,
        centralDifference: true,
        maxIterations: 1000,
        errorTolerance: 0,
      },
    );
    const parameters = [free("size", 1, 0, 10), free("rate", 1, 0.01, 10, "log"), free("rest", 0, -5, 5)];
    const fit = unwrap(await calibrate(curveProblem(parameters, measured, decay)));
    for (const [j, value] of valuesOf(fit.estimates).entries()) {
      expect(value).toBeCloseTo(peer.parameterValues[j] ?? Number.NaN, 6);
    }
  });

  it("finds the parameters that made the data, from anywhere in their ranges", async () => {
    const size = fc.double({ min: 0.5, max: 5, noNaN: true });
    const rate = fc.double({ min: 0.2, max: 2, noNaN: true });
    const start = fc.tuple(size, rate);
    await fc.assert(
      fc.asyncProperty(size, rate, start, async (a, b, [from, fromRate]) => {
        const data = { xs: times, ys: times.map((t) => decay([a, b, 0], t)) };
        const parameters = [free("size", from, 0.5, 5, "log"), free("rate", fromRate, 0.2, 2, "log")];
        const fit = unwrap(await calibrate(curveProblem(parameters, data, decay, 0.01)));
        expect(fit.converged).toBe(true);
        expect(off(fit.estimates[0]!.value, a)).toBeLessThan(1e-6);
        expect(off(fit.estimates[1]!.value, b)).toBeLessThan(1e-6);
      }),
      { seed: 21, numRuns: 40 },
    );
  });

  it("gives the textbook error and correlation of a straight line", async () => {
    // y = a + b x at x = 0 … 4 with sd 0.5: var b = sd²/Σ(x − x̄)² = 0.025, var a = sd² Σx²/(n Σ(x − x̄)²) = 0.15, r = −x̄√n/√Σx².
    const data = { xs: [0, 1, 2, 3, 4], ys: [1.1, 2.9, 5.2, 6.8, 9.1] };
    const parameters = [free("a", 0, -9, 9), free("b", 1, -9, 9)];
    const problem = curveProblem(parameters, data, ([a = 0, b = 0], x) => a + b * x, 0.5);
    const fit = unwrap(await calibrate(problem, { tolerance: 1e-7 }));
    expect(valuesOf(fit.estimates)[0]).toBeCloseTo(1.04, 7);
    expect(valuesOf(fit.estimates)[1]).toBeCloseTo(1.99, 7);
    expect(fit.estimates[0]!.standardError).toBeCloseTo(Math.sqrt(0.15), 8);
    expect(fit.estimates[1]!.standardError).toBeCloseTo(Math.sqrt(0.025), 8);
    expect(fit.correlation.matrix[0]![1]).toBeCloseTo(-2 * Math.sqrt(5 / 30), 8);
    expect(fit.targets[2]!.residual).toBeCloseTo((1.04 + 2 * 1.99 - 5.2) / 0.5, 8);
    expect(fit.degreesOfFreedom).toBe(3);
  });

  it("never accepts a step that makes it worse", async () => {
    // From x = 5 the undamped step on atan x lands at −31, farther from the root at 0.
    const bent: Curve = ([x = 0]) => Math.atan(x);
    const problem = curveProblem([free("x", 5, -100, 100)], { xs: [0], ys: [0] }, bent);
    let before = Math.atan(5) ** 2;
    for (const mostIterations of [1, 2, 3]) {
      const { chiSquare } = unwrap(await calibrate(problem, { mostIterations }));
      expect(chiSquare).toBeLessThan(before);
      before = chiSquare;
    }
    expect(unwrap(await calibrate(problem)).estimates[0]!.value).toBeCloseTo(0, 6);
  });

  it("knows that it is done where targets are met to within the noise of the model", async () => {
    const noisy: Curve = ([a = 0, b = 0], x) => (a + b * x) * (1 + 1e-6 * Math.sin(1e7 * (a + 3 * b)));
    const parameters = [free("a", 1, 0.1, 10), free("b", 1, 0.1, 10)];
    const problem = curveProblem(parameters, { xs: [0, 1], ys: [2, 5] }, noisy, 0.05);
    const fit = unwrap(await calibrate(problem, { tolerance: 1e-3, step: 1e-2 }));
    expect(fit).toMatchObject({ converged: true, reason: "offset" });
    expect(fit.chiSquare).toBeGreaterThan(0);
    expect(off(fit.estimates[1]!.value, 3)).toBeLessThan(1e-4);
  });

  it("holds a parameter at its bound, says so, and fits the others there", async () => {
    const parameters = [free("size", 1, 0, 1.5), free("rate", 1, 0.01, 10, "log"), free("rest", 0, -5, 5)];
    const fit = unwrap(await calibrate(curveProblem(parameters, measured, decay)));
    expect(fit.converged).toBe(true);
    expect(fit.estimates[0]).toMatchObject({ value: 1.5, state: "at max", standardError: Number.NaN });
    const fixed = [{ ...parameters[0]!, start: 1.5, fixed: true }, parameters[1]!, parameters[2]!];
    const beside = unwrap(await calibrate(curveProblem(fixed, measured, decay)));
    expect(beside.estimates[0]).toMatchObject({ value: 1.5, state: "fixed" });
    expect(fit.estimates[1]!.value).toBeCloseTo(beside.estimates[1]!.value, 6);
    expect(fit.estimates[1]!.standardError).toBeCloseTo(beside.estimates[1]!.standardError, 6);
  });

  it("leaves a bound that it started on when the way leads inward", async () => {
    const parameters = [free("size", 0, 0, 10), free("rate", 10, 0.01, 10, "log"), free("rest", 0, -5, 5)];
    const fit = unwrap(await calibrate(curveProblem(parameters, measured, decay)));
    expect(fit.estimates.map(({ state }) => state)).toEqual(["free", "free", "free"]);
    expect(off(fit.estimates[0]!.value, 2)).toBeLessThan(0.01);
  });

  it("draws on several scenarios and weighs every target by its sd", async () => {
    const line = (at: number): Model => ({
      parameters: ["level", "slope"],
      outputs: ["height", "steepness"],
      evaluate: async ([level = 0, slope = 0]) => ok([level + slope * at, slope]),
    });
    const parameters = [free("level", 0, -9, 9), free("slope", 0, -9, 9)];
    const targets = [
      { scenario: "near", output: "height", value: 1, sd: 0.1 },
      { scenario: "far", output: "height", value: 5, sd: 0.1 },
      { scenario: "far", output: "steepness", value: 3, sd: 100 },
    ];
    const problem = { parameters, targets, models: { near: line(0), far: line(2) } };
    const fit = unwrap(await calibrate(problem));
    expect(fit.estimates[0]!.value).toBeCloseTo(1, 4);
    expect(fit.estimates[1]!.value).toBeCloseTo(2, 4);
  });

  it("uses the model's own derivatives, with far fewer points and the same result", async () => {
    const parameters = [free("size", 1, 0.1, 10, "log"), free("rate", 1, 0.01, 10, "log"), free("rest", 0, -5, 5)];
    const problem = curveProblem(parameters, measured, decay);
    const gradient = async ([size = 0, rate = 0]: readonly number[]) =>
      ok(times.map((t) => [Math.exp(-rate * t), -size * t * Math.exp(-rate * t), 1]));
    const withGradient = { ...problem, models: { curve: { ...problem.models["curve"]!, gradient } } };
    const plain = unwrap(await calibrate(problem));
    const exact = unwrap(await calibrate(withGradient));
    for (const j of [0, 1, 2]) expect(exact.estimates[j]!.value).toBeCloseTo(plain.estimates[j]!.value, 7);
    expect(exact.evaluations).toBeLessThan(plain.evaluations / 3);
  });

  it("takes differences where a derivative is not known, with the same result", async () => {
    const parameters = [free("size", 1, 0.1, 10, "log"), free("rate", 1, 0.01, 10, "log"), free("rest", 0, -5, 5)];
    const problem = curveProblem(parameters, measured, decay);
    const gradient = async () => ok(times.map(() => [Number.NaN, 0, 1]));
    const partly = { ...problem, models: { curve: { ...problem.models["curve"]!, gradient } } };
    const plain = unwrap(await calibrate(problem));
    expect(unwrap(await calibrate(partly)).estimates).toEqual(plain.estimates);
  });

  it("steps back from points that cannot be computed", async () => {
    const parameters = [free("size", 1, 0, 10), free("rate", 3, 0.01, 10, "log"), free("rest", 0, -5, 5)];
    const problem = curveProblem(parameters, measured, decay);
    const evaluate = async (point: readonly number[]): Promise<Result<readonly number[]>> =>
      (point[1] ?? 0) < 0.6 ? fail("solver/no-convergence") : problem.models["curve"]!.evaluate(point);
    const fragile = { ...problem, models: { curve: { ...problem.models["curve"]!, evaluate } } };
    const fit = unwrap(await calibrate(fragile));
    expect(off(fit.estimates[1]!.value, 0.7)).toBeLessThan(0.01);
  });

  it("warns of two parameters that cannot be told apart, and of one that nothing sees", async () => {
    const product: Curve = ([a = 0, b = 0], x) => a * b * x;
    const parameters = [free("a", 1, 0.1, 10, "log"), free("b", 1, 0.1, 10, "log"), free("unused", 1, 0.1, 10, "log")];
    const data = { xs: [1, 2, 3], ys: [6, 12, 18] };
    const fit = unwrap(await calibrate(curveProblem(parameters, data, product, 0.1)));
    expect(fit.identifiability.conditionNumber).toBe(Number.POSITIVE_INFINITY);
    expect(fit.identifiability.warnings.join("\n")).toMatch(/unused moves none.*\n.*a and b cannot be told apart/);
    for (const j of [0, 1, 2]) expect(fit.estimates[j]!.standardError).toBe(Number.POSITIVE_INFINITY);
  });

  it("says what makes a problem impossible", async () => {
    const problem = curveProblem(
      [free("a", 1, 0, 2), free("b", 1, 0, 2)],
      { xs: [1, 2], ys: [1, 2] },
      ([a = 0], x) => a * x,
    );
    const [first, second] = problem.targets;
    const cases = [
      [{ ...problem, targets: [first!] }, "targets"],
      [{ ...problem, parameters: [free("a", 3, 0, 2)] }, "parameters.a.start"],
      [{ ...problem, parameters: [free("a", 1, 0, 2, "log")] }, "parameters.a.min"],
      [{ ...problem, targets: [{ ...first!, scenario: "nowhere" }, second!] }, "targets[0].scenario"],
      [{ ...problem, targets: [{ ...first!, output: "z" }, second!] }, "targets[0].output"],
      [{ ...problem, targets: [{ ...first!, sd: 0 }, second!] }, "targets[0].sd"],
      [{ ...problem, parameters: problem.parameters.map((p) => ({ ...p, fixed: true })) }, "parameters"],
    ] as const;
    for (const [broken, path] of cases) expect(await calibrate(broken)).toMatchObject({ ok: false, path });
    const gone = {
      ...problem,
      models: { curve: { ...problem.models["curve"]!, evaluate: async () => fail("graph/cycle") } },
    };
    expect(await calibrate(gone)).toMatchObject({ ok: false, code: "graph/cycle" });
  });

  it("stops when it is cancelled", async () => {
    const problem = curveProblem([free("a", 1, 0, 2)], { xs: [1], ys: [1.5] }, ([a = 0], x) => a * x);
    const signal = AbortSignal.abort();
    expect(await calibrate(problem, { context: { signal } })).toMatchObject({ code: "task/cancelled" });
  });
});
