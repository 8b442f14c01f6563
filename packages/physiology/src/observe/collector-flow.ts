/**
 * Mean flow of one human limb collector at one working point, run until periodic: what the averaged body's pump law is
 * tabulated from (averaged/pump-table.ts) and held against.
 *
 *   F(filling, strength, afterload, frequency) = mean outflow of `humanCollector`
 *   inlet = filling, T₀ = strength · 1 N/m, outlet = inlet + afterload, outside = 0
 *
 * Filling is therefore the pressure at the inlet above the pressure outside the vessel.
 */
import type { Result, TaskContext } from "@openlymph/base";
import { humanCollector } from "../network/human-collector.ts";
import type { Network } from "../network/network.ts";
import { type PumpPoint, pumpPoint, usualSettling } from "./pump-point.ts";

export interface WorkingPoint {
  /** Inlet pressure above the pressure outside, Pa. */
  readonly filling: number;
  /** T₀ over that of health (1 N/m). */
  readonly strength: number;
  /** Outlet minus inlet pressure, Pa. */
  readonly afterload: number;
  /** Contractions per second; default 1/60. */
  readonly frequency?: number | undefined;
}

/** Ten lymphangions at this filling, strength and frequency. */
export function collectorAt({ filling, strength, frequency = 1 / 60 }: Omit<WorkingPoint, "afterload">): Network {
  return humanCollector({ inletPressure: filling, activeTension: strength, frequency });
}

/**
 * Runs the collector at a working point until its mean flow is periodic (`usualSettling`).
 *
 * @returns the flow in m³/s, negative where leak beats pumping, with its drift; failures of `simulate`.
 * @example
 * collectorFlow({ filling: 2 * mmHg, strength: 1, afterload: 5 * mmHg }) // 0.89 mL/h
 */
export function collectorFlow(point: WorkingPoint, context?: TaskContext): Result<PumpPoint> {
  return pumpPoint(collectorAt(point), point.afterload, { settling: usualSettling, context });
}
