/**
 * A calibration as a least-squares problem in the coordinates of its free parameters:
 *
 *   x_j = p_j (linear) or ln p_j (log),   r_i = (model_i(p) − value_i) / sd_i,   ∂r_i/∂x_j = ∂model_i/∂p_j · (1 or p_j) / sd_i
 */
import { type Failure, ok, type Result } from "@openlymph/base";
import type { CalibrationParameter, CalibrationProblem } from "./calibration.ts";
import type { Matrix } from "./damped-step.ts";
import { differenceJacobian } from "./difference-jacobian.ts";

const inScale = ({ scale }: CalibrationParameter, value: number) => (scale === "log" ? Math.log(value) : value);

function fromScale({ scale, min, max }: CalibrationParameter, x: number): number {
  return Math.min(max, Math.max(min, scale === "log" ? Math.exp(x) : x));
}

/**
 * The problem in the coordinates of its free parameters, each in its scale. `step` is that of the differences, which are
 * taken unless every model of a target has a gradient that knows all that is asked of it.
 */
export function coordinatesOf(problem: CalibrationProblem, step: number) {
  const { parameters, targets, models } = problem;
  const free = parameters.filter((parameter) => !parameter.fixed);
  const used = [...new Set(targets.map(({ scenario }) => scenario))];
  const places = targets.map(({ scenario, output }) => models[scenario]!.outputs.indexOf(output));
  let evaluations = 0;
  const pointAt = (x: readonly number[]) => {
    let next = 0;
    return parameters.map((parameter) => (parameter.fixed ? parameter.start : fromScale(parameter, x[next++]!)));
  };
  const residuals = async (x: readonly number[]): Promise<Result<readonly number[]>> => {
    const point = pointAt(x);
    evaluations += used.length;
    const results = await Promise.all(used.map((scenario) => models[scenario]!.evaluate(point)));
    const failed = results.find((result) => !result.ok);
    if (failed !== undefined) return failed as Failure;
    return ok(
      targets.map(({ scenario, value, sd }, i) => {
        const result = results[used.indexOf(scenario)]!;
        return ((result.ok ? result.value[places[i]!]! : Number.NaN) - value) / sd;
      }),
    );
  };
  const ranges = free.map((parameter) => ({
    lower: inScale(parameter, parameter.min),
    upper: inScale(parameter, parameter.max),
  }));
  const sizeOf = (parameter: CalibrationParameter, x: number) => {
    if (parameter.scale === "log") return step;
    const size = Math.max(Math.abs(x), Math.abs(parameter.start));
    return step * (size === 0 ? 0.01 * (parameter.max - parameter.min) : size);
  };
  const exact = async (x: readonly number[]): Promise<Result<Matrix>> => {
    const point = pointAt(x);
    const gradients = await Promise.all(used.map((scenario) => models[scenario]!.gradient!(point)));
    const failed = gradients.find((gradient) => !gradient.ok);
    if (failed !== undefined) return failed as Failure;
    return ok(
      targets.map(({ scenario, sd }, i) => {
        const gradient = gradients[used.indexOf(scenario)]!;
        const row = gradient.ok ? gradient.value[places[i]!]! : [];
        return parameters.flatMap(({ fixed, scale }, j) =>
          fixed ? [] : [(row[j]! * (scale === "log" ? point[j]! : 1)) / sd],
        );
      }),
    );
  };
  const hasGradients = used.every((scenario) => models[scenario]!.gradient !== undefined);
  const differences = (x: readonly number[], r: readonly number[]) =>
    differenceJacobian(
      residuals,
      x,
      r,
      x.map((value, j) => sizeOf(free[j]!, value)),
      ranges,
    );
  let follows = hasGradients;
  /** Exact where the models know every derivative that is asked; by differences from the first time one is not known. */
  const known = async (x: readonly number[], r: readonly number[]): Promise<Result<Matrix>> => {
    if (!follows) return differences(x, r);
    const found = await exact(x);
    if (!found.ok || found.value.every((row) => row.every((entry) => !Number.isNaN(entry)))) return found;
    follows = false;
    return differences(x, r);
  };
  return {
    free,
    ranges,
    start: free.map((parameter) => inScale(parameter, parameter.start)),
    pointAt,
    residuals,
    jacobian: known,
    count: () => evaluations,
  };
}

export type Coordinates = ReturnType<typeof coordinatesOf>;
