/**
 * Local sensitivities: how much each output changes with each parameter, around one point.
 *
 *   derivative   ∂y/∂p, SI
 *   normalised   (p / y) ∂y/∂p: per cent of y for one per cent of p
 *
 * By central differences with Richardson's table; differences run in the parameter's scale (ln p on a log scale). Where
 * the model has exact derivatives of its own both are given, so that each checks the other.
 */
import { type Failure, fail, ok, type Result } from "@openlymph/base";
import type { RangeAxis } from "../axis.ts";
import type { Model, Point, PointSource } from "../model.ts";
import { runSweep, type SweepOptions, type SweepRow } from "../sweep/run-sweep.ts";
import { type Derivative, richardson } from "./richardson.ts";

/** A parameter with its value; differences stay within its range. */
export interface LocalParameter extends RangeAxis {
  readonly value: number;
}

export interface LocalOptions extends SweepOptions {
  /** Longest step as a share of the range (of its logarithm on a log scale); shorter near an end. Default 0.05. */
  readonly step?: number | undefined;
  /** Steps, each half the one before; 2 to 10, default 4. A parameter costs twice as many points. */
  readonly levels?: number | undefined;
}

export interface LocalSensitivity {
  readonly output: string;
  readonly parameter: string;
  readonly derivative: number;
  /** Estimated error of `derivative`. */
  readonly error: number;
  /** NaN where the output is zero. */
  readonly normalised: number;
  readonly normalisedError: number;
  /** The model's own derivative where it has one; `agrees` when the difference is within three errors and a millionth. */
  readonly exact?: { readonly derivative: number; readonly normalised: number; readonly agrees: boolean } | undefined;
}

const noRoom = 1e-6;

function stepOf({ scale, value, min, max }: LocalParameter, share: number): number {
  const x = (p: number) => (scale === "log" ? Math.log(p) : p);
  return Math.min(share * (x(max) - x(min)), x(max) - x(value), x(value) - x(min));
}

function moved({ scale, value }: LocalParameter, by: number): number {
  return scale === "log" ? value * Math.exp(by) : value + by;
}

function findLocalFailure(parameters: readonly LocalParameter[], step: number, levels: number): Failure | undefined {
  if (!(step > 0 && step <= 0.5))
    return fail("param/out-of-range", { path: "step", value: step, expected: "above 0 up to 0.5" });
  if (!(Number.isInteger(levels) && levels >= 2 && levels <= 10)) {
    return fail("param/out-of-range", { path: "levels", value: levels, expected: "a whole number from 2 to 10" });
  }
  for (const parameter of parameters) {
    const { name, min, max, value, scale } = parameter;
    if (scale === "log" && !(min > 0))
      return fail("param/out-of-range", { path: `parameters.${name}.min`, value: min, expected: "> 0" });
    const share =
      stepOf(parameter, 1) /
      stepOf({ ...parameter, value: scale === "log" ? Math.sqrt(min * max) : (min + max) / 2 }, 1);
    if (share >= noRoom) continue;
    const expected = `a value inside ${min} to ${max}`;
    const hint = "Differences are taken on both sides of it.";
    return fail("param/out-of-range", { path: `parameters.${name}.value`, value, expected, hint });
  }
  return undefined;
}

/** The points around the centre: the centre itself, then per parameter and level the one above and the one below. */
export function localPoints(
  parameters: readonly LocalParameter[],
  { step = 0.05, levels = 4 }: LocalOptions = {},
): Result<PointSource> {
  const failure = findLocalFailure(parameters, step, levels);
  if (failure !== undefined) return failure;
  const at = (index: number): Point => {
    const centre = parameters.map(({ value }) => value);
    if (index === 0) return centre;
    const j = Math.floor((index - 1) / (2 * levels));
    const rung = (index - 1) % (2 * levels);
    const parameter = parameters[j]!;
    const by = stepOf(parameter, step) / 2 ** Math.floor(rung / 2);
    return centre.map((value, k) => (k === j ? moved(parameter, rung % 2 === 0 ? by : -by) : value));
  };
  return ok({ count: 1 + 2 * levels * parameters.length, at });
}

function derivativeAt(
  parameter: LocalParameter,
  rows: readonly SweepRow[],
  first: number,
  output: number,
  options: LocalOptions,
): Derivative {
  const { step = 0.05, levels = 4 } = options;
  const value = (l: number, side: 0 | 1) => rows[first + 2 * l + side]?.outputs[output] ?? Number.NaN;
  const rungs = Array.from({ length: levels }, (_, l) => l);
  const found = richardson({
    step: stepOf(parameter, step),
    above: rungs.map((l) => value(l, 0)),
    below: rungs.map((l) => value(l, 1)),
  });
  const chain = parameter.scale === "log" ? parameter.value : 1;
  return { value: found.value / chain, error: found.error / Math.abs(chain) };
}

/** Share by which an exact derivative and one by differences may be apart, beside the error of the differences. */
const agreement = 0.01;

/**
 * Local sensitivities of every output to every parameter.
 *
 * @returns one entry per output and parameter, outputs first; NaN where the model failed beside the point.
 * `param/out-of-range` for a value at the end of its range; the failure of the centre when that cannot be computed;
 * `task/cancelled`.
 */
export async function localSensitivities(
  model: Model,
  parameters: readonly LocalParameter[],
  options: LocalOptions = {},
): Promise<Result<readonly LocalSensitivity[]>> {
  const points = localPoints(parameters, options);
  if (!points.ok) return points;
  const swept = await runSweep(points.value, model.evaluate, { task: "local sensitivities", ...options });
  if (!swept.ok) return swept;
  const rows = swept.value;
  const centre = rows[0]!;
  if (centre.failure !== undefined) return centre.failure;
  const exact = await model.gradient?.(centre.point);
  if (exact !== undefined && !exact.ok) return exact;
  const { levels = 4 } = options;
  return ok(
    model.outputs.flatMap((output, o) =>
      parameters.map((parameter, j): LocalSensitivity => {
        const { value: derivative, error } = derivativeAt(parameter, rows, 1 + 2 * levels * j, o, options);
        const y = centre.outputs[o] ?? Number.NaN;
        const ratio = y === 0 ? Number.NaN : parameter.value / y;
        const own = exact?.value[o]?.[j];
        const normalised = { normalised: ratio * derivative, normalisedError: Math.abs(ratio) * error };
        const entry = { output, parameter: parameter.name, derivative, error, ...normalised };
        if (own === undefined || Number.isNaN(own)) return entry;
        const agrees = Math.abs(own - derivative) <= 3 * error + agreement * Math.abs(own);
        return { ...entry, exact: { derivative: own, normalised: ratio * own, agrees } };
      }),
    ),
  );
}
