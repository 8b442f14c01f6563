/**
 * Stall: the pressure rise at which the mean outflow of a pump is zero.
 *
 * The points of the pump curve bracket it; the Illinois variant of false position closes in on it (Dowell and Jarratt,
 * BIT 1971;11:168): a secant step, and the flow kept at an end that stays twice is halved. The flow of a competent collector
 * falls off ever more slowly toward stall, so the stall rise hangs on how well the valves close: read it beside the curve.
 */
import { fail, ok, type Result } from "@openlymph/base";
import type { Network } from "../network/network.ts";
import { partOf } from "./part-of-work.ts";
import { type PumpPoint, type PumpPointOptions, pumpPoint } from "./pump-point.ts";

/** Where a pump stalls; `above` and `below`: not within the pressures looked at, whose end is `rise`. */
export interface Stall {
  readonly kind: "found" | "above" | "below";
  /** Pressure rise, Pa. */
  readonly rise: number;
  /** Width of the bracket the root was closed into, Pa; 0 unless found. */
  readonly width: number;
}

export interface StallOptions extends PumpPointOptions {
  /** Width to close the root into, Pa. */
  readonly width: number;
  /** Highest rise to look at, Pa. */
  readonly highest: number;
}

const mostTries = 60;

/**
 * The pressure rise at which the mean outflow becomes zero.
 *
 * @param points the pump curve at rising pressures, at least two. Where its last point still flows, the search goes on
 * above it in steps of the last interval that double, up to `highest`.
 * @returns `solver/no-convergence` when the root cannot be closed in; failures of `simulate`.
 */
export function stallPressure(network: Network, points: readonly PumpPoint[], options: StallOptions): Result<Stall> {
  const { width, highest } = options;
  const flowAt = (rise: number): Result<number> => {
    const context = partOf(options.context, 0, 1, "looking for the stall pressure");
    const point = pumpPoint(network, rise, { ...options, context });
    return point.ok ? ok(point.value.flow) : point;
  };
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < 2) {
    return fail("param/out-of-range", { path: "points", value: points.length, expected: "two or more points" });
  }
  if (first.flow <= 0) return ok({ kind: "below", rise: first.rise, width: 0 });
  const after = points.findIndex(({ flow }) => flow <= 0);
  let step = last.rise - (points.at(-2)?.rise ?? last.rise);
  let low = points[(after < 0 ? points.length : after) - 1]?.rise ?? first.rise;
  let high = points[after]?.rise ?? Math.min(highest, low + step);
  let below = flowAt(low);
  let above = flowAt(high);
  for (let tries = 0; tries < mostTries; tries++) {
    if (!below.ok) return below;
    if (!above.ok) return above;
    if (below.value <= 0) {
      // Run longer than the points were, the network stalls earlier than they say.
      if (low <= first.rise) return ok({ kind: "below", rise: first.rise, width: 0 });
      [high, above] = [low, below];
      low = Math.max(first.rise, low - step);
      below = flowAt(low);
      continue;
    }
    if (above.value <= 0) return closeIn(flowAt, [low, below.value], [high, above.value], width);
    if (high >= highest) return ok({ kind: "above", rise: high, width: 0 });
    [low, below] = [high, above];
    step *= 2;
    high = Math.min(highest, low + step);
    above = flowAt(high);
  }
  return fail("solver/no-convergence", { path: "stall", expected: "a flow that falls with the pressure to lift" });
}

type At = readonly [rise: number, flow: number];

/** Illinois: false position that halves the flow kept at an end that has not moved twice. */
function closeIn(flowAt: (rise: number) => Result<number>, start: At, end: At, width: number): Result<Stall> {
  let [[low, below], [high, above]] = [start, end];
  let kept = 0;
  for (let tries = 0; tries < mostTries && high - low > width; tries++) {
    const secant = (low * above - high * below) / (above - below);
    const rise = Math.min(Math.max(secant, low + 0.25 * width), high - 0.25 * width);
    const flow = flowAt(rise);
    if (!flow.ok) return flow;
    if (flow.value > 0) {
      [low, below] = [rise, flow.value];
      if (kept > 0) above /= 2;
      kept = 1;
    } else {
      [high, above] = [rise, flow.value];
      if (kept < 0) below /= 2;
      kept = -1;
    }
  }
  if (high - low > width) {
    return fail("solver/no-convergence", { path: "stall", expected: `a root within ${mostTries} tries` });
  }
  return ok({ kind: "found", rise: (low + high) / 2, width: high - low });
}
