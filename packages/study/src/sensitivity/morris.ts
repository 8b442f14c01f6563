/**
 * Elementary effects (Morris, Technometrics 1991;33:161): a cheap look at which parameters matter at all.
 *
 *   trajectory  k + 1 points on a grid of p levels; each step moves one parameter by Δ = p / (2(p − 1)) of its axis
 *   d_j         = (y after − y before) / (± Δ), one per trajectory: the change of y over the whole axis at that slope
 *   μ = ⟨d⟩,  μ* = ⟨|d|⟩ (Campolongo, Environ Model Softw 2007;22:1509),  σ = sd of d
 *
 * μ* large: it matters. σ large beside μ*: its effect bends, or depends on the others. p even; 4 is usual.
 */
import { fail, ok, type Result, uniformAt } from "@openlymph/base";
import { axisValue, findAxesFailure, type RangeAxis } from "../axis.ts";
import { mostPoints } from "../design/design.ts";
import { summarise } from "../ensemble/summary.ts";
import type { PointSource } from "../model.ts";

export interface ElementaryEffect {
  readonly parameter: string;
  readonly mean: number;
  readonly meanAbsolute: number;
  /** Standard error of `meanAbsolute` over the trajectories. */
  readonly standardError: number;
  readonly sd: number;
  /** Trajectories whose step could be computed. */
  readonly count: number;
}

const levels = 4;
const jump = levels / (2 * (levels - 1));

/** Order of the parameters along a trajectory. */
function orderOf(count: number, trajectory: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, j) => j);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(uniformAt(seed, 4 * trajectory + 1, i) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Where parameter j begins on a trajectory, and whether it moves up: both ends stay on the grid. */
function moveOf(j: number, trajectory: number, seed: number): { from: number; up: boolean } {
  const low = Math.floor(uniformAt(seed, 4 * trajectory + 2, j) * (levels / 2)) / (levels - 1);
  const up = uniformAt(seed, 4 * trajectory + 3, j) < 0.5;
  return { from: up ? low : low + jump, up };
}

/** The points of `trajectories` trajectories: trajectories · (axes + 1) in all. */
export function morrisPoints(axes: readonly RangeAxis[], trajectories: number, seed: number): Result<PointSource> {
  const failure = findAxesFailure(axes);
  if (failure !== undefined) return failure;
  const k = axes.length;
  const most = Math.floor(mostPoints / (k + 1));
  if (!(Number.isInteger(trajectories) && trajectories >= 2 && trajectories <= most)) {
    const expected = `a whole number from 2 to ${most}`;
    return fail("param/out-of-range", { path: "trajectories", value: trajectories, expected });
  }
  return ok({
    count: trajectories * (k + 1),
    at: (index) => {
      const trajectory = Math.floor(index / (k + 1));
      const done = new Set(orderOf(k, trajectory, seed).slice(0, index % (k + 1)));
      return axes.map((axis, j) => {
        const { from, up } = moveOf(j, trajectory, seed);
        return axisValue(axis, done.has(j) ? from + (up ? jump : -jump) : from);
      });
    },
  });
}

/** Effects from the values of one output at the points of `morrisPoints`, in their order and with the same seed. */
export function elementaryEffects(
  values: ArrayLike<number>,
  parameters: readonly string[],
  seed: number,
): ElementaryEffect[] {
  const k = parameters.length;
  const trajectories = Math.floor(values.length / (k + 1));
  const effects = parameters.map(() => new Float64Array(trajectories));
  for (let t = 0; t < trajectories; t++) {
    for (const [step, j] of orderOf(k, t, seed).entries()) {
      const at = t * (k + 1) + step;
      const change = values[at + 1]! - values[at]!;
      effects[j]![t] = change / (moveOf(j, t, seed).up ? jump : -jump);
    }
  }
  return parameters.map((parameter, j) => {
    const { mean, sd, count } = summarise(effects[j]!);
    const absolute = summarise(effects[j]!.map(Math.abs));
    return { parameter, mean, sd, count, meanAbsolute: absolute.mean, standardError: absolute.sd / Math.sqrt(count) };
  });
}
