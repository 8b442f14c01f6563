/**
 * The human collector that the published results are compared with: one vessel for all of them, so that no result has a
 * parameter of its own.
 *
 * | symbol      | value            | source                                                                                |
 * | ----------- | ---------------- | ------------------------------------------------------------------------------------- |
 * | T₀          | 0.73 ± 0.42 N/m  | calibrated once, on mean and spread of the arms of Modi 2007; all else is a prediction |
 * | N, arm      | 40               | hand to upper arm, 1 cm each, all acting together; *assumed*                          |
 * | N, leg      | 20               | foot to lower leg, the same; *assumed*                                                |
 * | f, arm      | 0.9 ± 0.4 /min   | near-infrared imaging, Lymphat Res Biol 2020;18:226: an input                         |
 * | f, leg      | 0.59 ± 0.13 /min | Groenlund 2017: an input                                                              |
 * | r_in        | 1e12 Pa·s/m³     | initial lymphatics; *assumed*                                                         |
 * | collapse    | `usualCollapse`  | walls fold when pressed flat: packages/physiology/src/elements/collapse.ts             |
 * | f₀          | 4.4 /min at 37 °C | distended vessel left to its pacemakers; calibrated on isolated vessels (Majgaard 2022) |
 * | T − T₀      | −7 K             | a superficial collector at 30 °C, 10 below the warmed leg of Groenlund 2017; *assumed*  |
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
  usualCollapse,
} from "@openlymph/physiology";
import { type Pacemaker, usualPacemaker } from "../packages/physiology/src/elements/pacemaker.ts";

export interface Spread {
  readonly mean: number;
  readonly sd: number;
}

/** T₀ over people, N/m. */
export const tension: Spread = { mean: 0.73, sd: 0.42 };
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

/** Pacemakers of the collector: in a warm bath, and in a limb. */
export const bathPacemaker: Pacemaker = { ...usualPacemaker, frequency: 4.4 / minute };
export const limbPacemaker: Pacemaker = { ...bathPacemaker, warming: -7 };

/** A collector whose walls fold, with the fast solver. */
export function collector(options: HumanCollectorOptions): Network {
  const network = humanCollector(options);
  const vessel = network.vessels["collector"]!;
  const walls = vessel.walls.map((wall) => ({ ...wall, collapse: usualCollapse }));
  return {
    ...network,
    vessels: { collector: { ...vessel, walls } },
    solver: { ...network.solver, method: "rodas3", tolerance: 1e-3 },
  };
}

/** The last of `cycles` cycles. */
export function settled(network: Network, cycles = 8, trace = false): Simulation {
  return unwrap(simulate(network, { cycles, trace }));
}

/** Mean outflow of the last cycle, mL/h. */
export function flowOf(network: Network, cycles = 8): number {
  return settled(network, cycles).outflow / mLPerHour;
}
