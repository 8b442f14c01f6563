/** Finds the parameters with which a model meets measured values, and says how well they are known. */
import { FailureError, fail, ok, type Result } from "@openlymph/base";
import type { Calibration, CalibrationOptions, CalibrationProblem } from "./calibration.ts";
import { type Coordinates, coordinatesOf } from "./coordinates.ts";
import { covarianceOf } from "./covariance.ts";
import { identifiabilityOf } from "./identifiability.ts";
import { type EndReason, type LeastSquaresFit, leastSquares } from "./levenberg-marquardt.ts";
import { findProblemFailure } from "./problem-failure.ts";

/** Relative difference between model and measurement that is rounding. */
const exactness = 1e-12;

const converged: readonly EndReason[] = ["offset", "exact"];

function calibrationOf(
  problem: CalibrationProblem,
  { free, ranges, pointAt, count }: Coordinates,
  fit: LeastSquaresFit,
  errors: "known" | "scatter",
): Calibration {
  const point = pointAt(fit.x);
  const open = free.flatMap((_, j) => (fit.held[j] === undefined ? [j] : []));
  const jacobian = fit.jacobian.map((row) => open.map((j) => row[j]!));
  const names = open.map((j) => free[j]!.name);
  const { standardErrors, correlation } = covarianceOf(jacobian, open.length);
  const chiSquare = fit.residuals.reduce((sum, r) => sum + r * r, 0);
  const degreesOfFreedom = problem.targets.length - open.length;
  const scatter = errors === "known" ? 1 : Math.sqrt(chiSquare / degreesOfFreedom);
  const estimates = problem.parameters.map((parameter, i) => {
    const { name, scale } = parameter;
    const value = point[i]!;
    const none = { standardError: Number.NaN, interval: [Number.NaN, Number.NaN] as const };
    if (parameter.fixed) return { name, value, state: "fixed" as const, ...none };
    const bound = fit.held[free.indexOf(parameter)];
    if (bound !== undefined)
      return { name, value, state: bound === "lower" ? ("at min" as const) : ("at max" as const), ...none };
    const own = standardErrors[names.indexOf(name)]! * scatter;
    const reach = 1.96 * own;
    const interval: [number, number] =
      scale === "log" ? [value * Math.exp(-reach), value * Math.exp(reach)] : [value - reach, value + reach];
    return { name, value, state: "free" as const, standardError: scale === "log" ? value * own : own, interval };
  });
  return {
    estimates,
    targets: problem.targets.map((target, i) => {
      const residual = fit.residuals[i]!;
      return { ...target, model: target.value + residual * target.sd, residual };
    }),
    correlation: { names, matrix: correlation },
    chiSquare,
    degreesOfFreedom,
    converged: converged.includes(fit.reason),
    reason: fit.reason,
    offset: fit.offset,
    iterations: fit.iterations,
    evaluations: count(),
    identifiability: identifiabilityOf(
      jacobian,
      names,
      open.map((j) => ranges[j]!.upper - ranges[j]!.lower),
    ),
  };
}

/**
 * Calibrates the free parameters of a model against its targets by bounded least squares, from `start` to the nearest
 * minimum. Derivatives are the models' own where every model has them, else differences; points are asked for together,
 * so that a pool of workers is used.
 *
 * @returns estimates with errors, correlation and what cannot be told apart. `param/out-of-range` for a range, start or
 * sd that cannot be, or fewer targets than free parameters; `reference/unknown` for a scenario or output that does not
 * exist; the failure of the start when that cannot be computed; `task/cancelled`.
 * @example
 * const fit = unwrap(await calibrate({ parameters, targets, models: { rest } }, { tolerance: 1e-3, step: 1e-2 }));
 */
export async function calibrate(
  problem: CalibrationProblem,
  options: CalibrationOptions = {},
): Promise<Result<Calibration>> {
  const failure = findProblemFailure(problem);
  if (failure !== undefined) return failure;
  const { step = 1e-5, errors = "known" } = options;
  if (!(step > 0 && step <= 0.1))
    return fail("param/out-of-range", { path: "step", value: step, expected: "above 0 up to 0.1" });
  const space = coordinatesOf(problem, step);
  try {
    const fit = await leastSquares(
      {
        start: space.start,
        sd: errors === "known" ? 1 : 0,
        exactBelow: problem.targets.reduce((sum, { value, sd }) => sum + (exactness * (value / sd)) ** 2, 0),
        lower: space.ranges.map(({ lower }) => lower),
        upper: space.ranges.map(({ upper }) => upper),
        residuals: space.residuals,
        jacobian: space.jacobian,
      },
      options,
    );
    return fit.ok ? ok(calibrationOf(problem, space, fit.value, errors)) : fit;
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
}
