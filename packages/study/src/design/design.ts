/** Which points of parameter space a study visits: a grid, a Latin hypercube or a Sobol sequence. */
import { type Failure, fail, ok, type Result } from "@openlymph/base";
import { type Axis, axisValue, findAxesFailure } from "../axis.ts";
import type { PointSource } from "../model.ts";
import { gridPosition } from "./grid.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { type Scramble, sobolSequence } from "./sobol.ts";
import { mostSobolAxes } from "./sobol-directions.ts";

export type Design =
  /** Every combination; `counts[j]` positions on axis j (not read where the axis is a list: all its values). */
  | { readonly kind: "grid"; readonly counts: readonly number[] }
  | { readonly kind: "latin-hypercube"; readonly points: number; readonly seed: number }
  | { readonly kind: "sobol"; readonly points: number; readonly seed: number; readonly scramble: Scramble };

/** Most points a design may have. */
export const mostPoints = 10_000_000;

function gridCounts(axes: readonly Axis[], counts: readonly number[]): number[] {
  return axes.map((axis, j) => (axis.scale === "list" ? axis.values.length : (counts[j] ?? Number.NaN)));
}

function findDesignFailure(axes: readonly Axis[], design: Design): Failure | undefined {
  const axesFailure = findAxesFailure(axes);
  if (axesFailure !== undefined) return axesFailure;
  if (design.kind === "grid") {
    const counts = gridCounts(axes, design.counts);
    const wrong = counts.findIndex((count) => !(Number.isInteger(count) && count >= 1));
    if (wrong >= 0) {
      const expected = "a whole number, 1 or more, for every axis";
      return fail("param/out-of-range", { path: `design.counts[${wrong}]`, value: design.counts[wrong], expected });
    }
    const total = counts.reduce((product, count) => product * count, 1);
    if (total <= mostPoints) return undefined;
    return fail("param/out-of-range", {
      path: "design.counts",
      value: total,
      expected: `at most ${mostPoints} points`,
    });
  }
  const { points, seed } = design;
  if (!(Number.isInteger(points) && points >= 1 && points <= mostPoints)) {
    const expected = `a whole number from 1 to ${mostPoints}`;
    return fail("param/out-of-range", { path: "design.points", value: points, expected });
  }
  if (!Number.isInteger(seed))
    return fail("field/invalid", { path: "design.seed", value: seed, expected: "a whole number" });
  if (design.kind === "sobol" && axes.length > mostSobolAxes) {
    const hint = "A Latin hypercube takes any number.";
    return fail("param/out-of-range", { path: "axes", value: axes.length, expected: `at most ${mostSobolAxes}`, hint });
  }
  return undefined;
}

function positions(axes: readonly Axis[], design: Design): { count: number; at: (index: number) => readonly number[] } {
  switch (design.kind) {
    case "grid": {
      const counts = gridCounts(axes, design.counts);
      const onList = axes.map(({ scale }) => scale === "list");
      const count = counts.reduce((product, n) => product * n, 1);
      return { count, at: (index) => gridPosition(counts, onList, index) };
    }
    case "latin-hypercube":
      return { count: design.points, at: latinHypercube(design.points, axes.length, design.seed) };
    case "sobol":
      return { count: design.points, at: sobolSequence(axes.length, design.scramble, design.seed) };
  }
}

/**
 * The points of a design in SI, one value per axis in the order of `axes`. Point `i` is a function of (axes, design, i).
 *
 * @returns `param/out-of-range` for an axis without width, a logarithmic one that reaches zero, a count that is no
 * number of points, or more axes than the Sobol sequence has (40); `field/invalid` for a name used twice.
 * @example
 * const axes = [{ name: "outlet.pressure", scale: "log", min: 500, max: 4000 }] as const;
 * const points = unwrap(pointsOf(axes, { kind: "sobol", points: 64, seed: 1, scramble: "owen" }));
 * points.at(0); // [some pressure in Pa]
 */
export function pointsOf(axes: readonly Axis[], design: Design): Result<PointSource> {
  const failure = findDesignFailure(axes, design);
  if (failure !== undefined) return failure;
  const { count, at } = positions(axes, design);
  return ok({
    count,
    at: (index) => {
      const position = at(index);
      return axes.map((axis, j) => axisValue(axis, position[j] ?? Number.NaN));
    },
  });
}
