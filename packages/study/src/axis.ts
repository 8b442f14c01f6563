/**
 * One parameter of a study with the values it may take. A design works in [0, 1]; an axis turns that into SI.
 *
 *   linear: p = min + u (max − min)      log: p = min (max / min)^u      list: p = values[⌊u n⌋]
 */
import { type Failure, fail } from "@openlymph/base";

/** Values between two ends, SI. Equal steps of `u` are equal differences (linear) or equal ratios (log). */
export interface RangeAxis {
  readonly name: string;
  readonly scale: "linear" | "log";
  readonly min: number;
  readonly max: number;
}

/** A few values to choose from, SI, such as numbers of lymphangions. */
export interface ListAxis {
  readonly name: string;
  readonly scale: "list";
  readonly values: readonly number[];
}

export type Axis = RangeAxis | ListAxis;

/** The value of an axis at `u` in [0, 1]; the ends are met exactly. */
export function axisValue(axis: Axis, u: number): number {
  if (axis.scale === "list") {
    const { values } = axis;
    return values[Math.min(values.length - 1, Math.max(0, Math.floor(u * values.length)))] ?? Number.NaN;
  }
  const { min, max, scale } = axis;
  if (u <= 0) return min;
  if (u >= 1) return max;
  return scale === "linear" ? min + u * (max - min) : min * (max / min) ** u;
}

function findAxisFailure(axis: Axis, path: string): Failure | undefined {
  if (axis.scale === "list") {
    if (axis.values.length > 0 && axis.values.every(Number.isFinite)) return undefined;
    return fail("field/invalid", {
      path: `${path}.values`,
      value: axis.values,
      expected: "one or more finite numbers",
    });
  }
  const { min, max, scale } = axis;
  for (const [end, value] of [
    ["min", min],
    ["max", max],
  ] as const) {
    if (!Number.isFinite(value)) return fail("param/not-finite", { path: `${path}.${end}`, value });
  }
  if (!(min < max))
    return fail("param/out-of-range", { path: `${path}.max`, value: max, expected: `more than ${min}` });
  if (scale === "log" && min <= 0) {
    const hint = "A logarithmic axis has no zero; take a linear one, or begin above zero.";
    return fail("param/out-of-range", { path: `${path}.min`, value: min, expected: "> 0", hint });
  }
  return undefined;
}

/** The first thing wrong with a list of axes: none at all, a name used twice, an empty or unordered range. */
export function findAxesFailure(axes: readonly Axis[]): Failure | undefined {
  if (axes.length === 0) return fail("field/missing", { path: "axes", expected: "one parameter or more" });
  const seen = new Set<string>();
  for (const axis of axes) {
    const path = `axes.${axis.name}`;
    if (seen.has(axis.name)) return fail("field/invalid", { path, value: axis.name, expected: "each parameter once" });
    seen.add(axis.name);
    const failure = findAxisFailure(axis, path);
    if (failure !== undefined) return failure;
  }
  return undefined;
}
