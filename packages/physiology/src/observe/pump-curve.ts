/** Pump function: mean flow of a network against the pressure it has to lift, its stall and its linear law. */
import { ok, type Result } from "@openlymph/base";
import { type HumanCollectorOptions, humanCollector } from "../network/human-collector.ts";
import type { Network } from "../network/network.ts";
import { partOf } from "./part-of-work.ts";
import { type PumpPoint, type PumpPointOptions, pumpPoint } from "./pump-point.ts";

export * from "./linear-pump-law.ts";
export * from "./pump-point.ts";
export * from "./stall-pressure.ts";

export interface PumpCurveOptions extends PumpPointOptions {
  /** Pressure rises, Pa. */
  readonly rises: readonly number[];
}

/** Mean flow at each pressure rise; the first failure ends it. */
export function pumpCurve(network: Network, options: PumpCurveOptions): Result<readonly PumpPoint[]> {
  const points: PumpPoint[] = [];
  const all = options.rises.length;
  for (const rise of options.rises) {
    const message = `point ${points.length + 1} of ${all}`;
    const point = pumpPoint(network, rise, {
      ...options,
      context: partOf(options.context, points.length, all, message),
    });
    if (!point.ok) return point;
    points.push(point.value);
  }
  return ok(points);
}

/**
 * Pump function of the human collector (10 lymphangions, T₀ = 1 N/m unless told), run until periodic.
 *
 * @param rises pressure rises, Pa.
 */
export function humanPumpCurve(
  rises: readonly number[],
  collector: HumanCollectorOptions = {},
  cycles = 12,
): Result<readonly PumpPoint[]> {
  return pumpCurve(humanCollector(collector), { rises, cycles });
}
