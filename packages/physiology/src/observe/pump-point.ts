/**
 * One point of a pump function: mean flow of a network against one pressure rise.
 *
 * Near stall a collector fills for many cycles, so a point may be run until it is periodic: the number of cycles doubles
 * until the mean outflow changes by less than a tolerance from one cycle to the next (`drift` of `simulate`). What the run
 * has moved in and out is the measure of the change, so a point near stall settles although its mean flow is almost zero.
 */
import { ok, type Result, type TaskContext } from "@openlymph/base";
import type { Network } from "../network/network.ts";
import { simulate } from "./simulate.ts";

export interface PumpPoint {
  /** Outlet minus inlet pressure, Pa. */
  readonly rise: number;
  /** Mean outflow over the last cycle, m³/s. */
  readonly flow: number;
  /** Change of the mean outflow over the last two cycles, as `simulate` gives it. */
  readonly drift: number | null;
  /** How many cycles were run. */
  readonly cycles: number;
  /** False when the drift was still above the tolerance; undefined when none was asked for. */
  readonly settled?: boolean | undefined;
}

/** When a point counts as periodic. */
export interface Settling {
  /** Largest drift between the last two cycles. */
  readonly tolerance: number;
  /** Most cycles to run for it. */
  readonly mostCycles: number;
}

/** 0.1 % per cycle, at most 96 cycles (*assumed*: human collectors of ten lymphangions need 24 near stall). */
export const usualSettling: Settling = { tolerance: 1e-3, mostCycles: 96 };

/** How each point is run. */
export interface PumpPointOptions {
  /** Cycles to begin with. Default: the network's own number. */
  readonly cycles?: number | undefined;
  /** Run more cycles until a point is periodic; absent: only `cycles`. */
  readonly settling?: Settling | undefined;
  readonly context?: TaskContext | undefined;
}

/** Sets every outlet to the pressure of the first inlet plus a rise, Pa. */
export function withPressureRise(network: Network, rise: number): Network {
  const inlet = Object.values(network.inlets)[0];
  const pressure = (inlet?.pressure ?? 0) + rise;
  return { ...network, outlets: Object.fromEntries(Object.keys(network.outlets).map((id) => [id, { pressure }])) };
}

/** Mean flow at one pressure rise, Pa. */
export function pumpPoint(network: Network, rise: number, options: PumpPointOptions): Result<PumpPoint> {
  const { settling, context } = options;
  const lifting = withPressureRise(network, rise);
  const most = settling?.mostCycles ?? 0;
  let cycles = options.cycles ?? network.solver.cycles;
  if (settling !== undefined) cycles = Math.min(Math.max(2, cycles), most);
  while (true) {
    const result = simulate(lifting, { cycles, context });
    if (!result.ok) return result;
    const { outflow: flow, drift } = result.value;
    if (settling === undefined) return ok({ rise, flow, drift, cycles });
    const settled = drift !== null && drift < settling.tolerance;
    if (settled || cycles >= most) return ok({ rise, flow, drift, cycles, settled });
    cycles = Math.min(2 * cycles, most);
  }
}
