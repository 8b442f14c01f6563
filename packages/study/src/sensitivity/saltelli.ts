/**
 * Points for the variance-based indices (Saltelli et al., Comput Phys Commun 2010;181:259).
 *
 *   block i of k + 2 points:  A_i,  B_i,  and for each parameter j  AB_i^j = A_i with coordinate j taken from B_i
 *
 * A and B are the first and the last k coordinates of one Owen-scrambled Sobol sequence in 2k dimensions, k ≤ 20. Blocks
 * follow each other, so that a longer design continues a shorter one.
 */
import { fail, ok, type Result } from "@openlymph/base";
import { type Axis, axisValue, findAxesFailure } from "../axis.ts";
import { mostPoints } from "../design/design.ts";
import { sobolSequence } from "../design/sobol.ts";
import { mostSobolAxes } from "../design/sobol-directions.ts";
import type { PointSource } from "../model.ts";

/**
 * The points of `blocks` blocks: blocks · (axes + 2) in all.
 *
 * @param blocks a power of two gives the best balance.
 */
export function saltelliPoints(axes: readonly Axis[], blocks: number, seed: number): Result<PointSource> {
  const failure = findAxesFailure(axes);
  if (failure !== undefined) return failure;
  const k = axes.length;
  if (2 * k > mostSobolAxes) {
    return fail("param/out-of-range", { path: "axes", value: k, expected: `at most ${mostSobolAxes / 2}` });
  }
  const most = Math.floor(mostPoints / (k + 2));
  if (!(Number.isInteger(blocks) && blocks >= 2 && blocks <= most)) {
    return fail("param/out-of-range", { path: "blocks", value: blocks, expected: `a whole number from 2 to ${most}` });
  }
  const position = sobolSequence(2 * k, "owen", seed);
  return ok({
    count: blocks * (k + 2),
    at: (index) => {
      const u = position(Math.floor(index / (k + 2)));
      const role = index % (k + 2);
      return axes.map((axis, j) => axisValue(axis, u[role === 1 || role === j + 2 ? k + j : j]!));
    },
  });
}
