/**
 * The human collector that the published results are compared with: one vessel for all of them, so that no result has a
 * parameter of its own.
 *
 * | symbol      | value            | source                                                                                |
 * | ----------- | ---------------- | ------------------------------------------------------------------------------------- |
 * | T₀          | 0.97 ± 0.28 N/m  | calibrated once, on mean and spread of the arms of Modi 2007; all else is a prediction |
 * | N, arm      | 40               | hand to upper arm, 1 cm each, all acting together; *assumed*                          |
 * | N, leg      | 20               | foot to lower leg, the same; *assumed*                                                |
 * | f, arm      | 0.9 ± 0.4 /min   | near-infrared imaging, Lymphat Res Biol 2020;18:226: an input                         |
 * | f, leg      | 0.59 ± 0.13 /min | Groenlund 2017: an input                                                              |
 * | r_in        | 1e12 Pa·s/m³     | initial lymphatics; *assumed*                                                         |
 *
 * The rest is `humanCollector`. Rings of the human thoracic duct scaled to 0.5 mm would give T₀ = 1.4 N/m (Telinius 2010).
 * Runs are made with rodas3 at 1e-3: mean flows within 0.1 % of rodas4 at 1e-4.
 */
import { minute, mLPerHour, unwrap } from "@openlymph/base";
import {
  type HumanCollectorOptions,
  humanCollector,
  type Network,
  type Simulation,
  simulate,
} from "@openlymph/physiology";

export interface Spread {
  readonly mean: number;
  readonly sd: number;
}

/** T₀ over people, N/m. */
export const tension: Spread = { mean: 0.97, sd: 0.28 };
/** Contractions per second over people. */
export const armFrequency: Spread = { mean: 0.9 / minute, sd: 0.4 / minute };
export const legFrequency: Spread = { mean: 0.59 / minute, sd: 0.13 / minute };

export const arm: HumanCollectorOptions = {
  lymphangions: 40,
  frequency: armFrequency.mean,
  activeTension: tension.mean,
  inletResistance: 1e12,
};

export const leg: HumanCollectorOptions = { ...arm, lymphangions: 20, frequency: legFrequency.mean };

/** A collector with the fast solver. */
export function collector(options: HumanCollectorOptions): Network {
  const network = humanCollector(options);
  return { ...network, solver: { ...network.solver, method: "rodas3", tolerance: 1e-3 } };
}

/** The last of `cycles` cycles. */
export function settled(network: Network, cycles = 8, trace = false): Simulation {
  return unwrap(simulate(network, { cycles, trace }));
}

/** Mean outflow of the last cycle, mL/h. */
export function flowOf(network: Network, cycles = 8): number {
  return settled(network, cycles).outflow / mLPerHour;
}
