/** Pump function: mean flow of a network against the pressure it has to lift. */
import { ok, type Result, type TaskContext } from "@openlymph/base";
import { type HumanCollectorOptions, humanCollector } from "../network/human-collector.ts";
import type { Network } from "../network/network.ts";
import { type Simulation, simulate } from "./simulate.ts";

export interface PumpPoint {
  /** Outlet minus inlet pressure, Pa. */
  readonly rise: number;
  /** Mean outflow over the last cycle, m³/s. */
  readonly flow: number;
  readonly drift: number | null;
}

export interface PumpCurveOptions {
  /** Pressure rises, Pa. */
  readonly rises: readonly number[];
  /** Default: the network's own number. Near stall a collector fills slowly: 12 and more for a periodic state. */
  readonly cycles?: number | undefined;
  readonly context?: TaskContext | undefined;
}

/** Sets every outlet to the pressure of the first inlet plus a rise, Pa. */
export function withPressureRise(network: Network, rise: number): Network {
  const inlet = Object.values(network.inlets)[0];
  const pressure = (inlet?.pressure ?? 0) + rise;
  return { ...network, outlets: Object.fromEntries(Object.keys(network.outlets).map((id) => [id, { pressure }])) };
}

/** Mean flow at each pressure rise; the first failure ends it. */
export function pumpCurve(network: Network, options: PumpCurveOptions): Result<readonly PumpPoint[]> {
  const points: PumpPoint[] = [];
  for (const rise of options.rises) {
    const result: Result<Simulation> = simulate(withPressureRise(network, rise), {
      cycles: options.cycles,
      context: options.context,
    });
    if (!result.ok) return result;
    points.push({ rise, flow: result.value.outflow, drift: result.value.drift });
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
