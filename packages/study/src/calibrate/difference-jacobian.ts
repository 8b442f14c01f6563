/**
 * Derivatives of a vector of residuals by differences of second order, all points at once.
 *
 *   inside:    (r(x + h) − r(x − h)) / 2h
 *   at an end: ±(−3 r(x) + 4 r(x ± h) − r(x ± 2h)) / 2h, inward
 */
import { fail, ok, type Result } from "@openlymph/base";
import type { Matrix } from "./damped-step.ts";
import type { LeastSquaresProblem } from "./levenberg-marquardt.ts";

type Residuals = LeastSquaresProblem["residuals"];

interface Range {
  readonly lower: number;
  readonly upper: number;
}

async function columnAt(
  evaluate: Residuals,
  x: readonly number[],
  residuals: readonly number[],
  j: number,
  size: number,
  range: Range,
): Promise<Result<readonly number[]>> {
  const here = x[j]!;
  const room = Math.max(range.upper - here, here - range.lower);
  const h = Math.min(size, room / 2);
  const at = (offset: number) => evaluate(x.map((value, k) => (k === j ? value + offset : value)));
  const inside = here - h >= range.lower && here + h <= range.upper;
  const inward = range.upper - here >= here - range.lower ? h : -h;
  const [one, two] = await Promise.all(inside ? [at(h), at(-h)] : [at(inward), at(2 * inward)]);
  if (!one.ok) return one;
  if (!two.ok) return two;
  const column = residuals.map((r, i) => {
    const a = one.value[i]!;
    const b = two.value[i]!;
    return inside ? (a - b) / (2 * h) : (-3 * r + 4 * a - b) / (2 * inward);
  });
  if (column.every(Number.isFinite)) return ok(column);
  return fail("param/not-finite", { path: "derivatives", value: column, expected: "finite numbers beside the point" });
}

/**
 * The Jacobian of `evaluate` at `x`, where it gave `residuals`.
 *
 * @param sizes step of each coordinate; halved where the range has no room for it.
 * @returns rows per residual; the first failure of a point beside x.
 */
export async function differenceJacobian(
  evaluate: Residuals,
  x: readonly number[],
  residuals: readonly number[],
  sizes: readonly number[],
  ranges: readonly Range[],
): Promise<Result<Matrix>> {
  const columns = await Promise.all(x.map((_, j) => columnAt(evaluate, x, residuals, j, sizes[j]!, ranges[j]!)));
  const values: (readonly number[])[] = [];
  for (const column of columns) {
    if (!column.ok) return column;
    values.push(column.value);
  }
  return ok(residuals.map((_, i) => values.map((column) => column[i]!)));
}
