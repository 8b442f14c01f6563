/** What a run does with its fluid: stored volume − net inflow must be nothing but rounding. */
import type { Integrator } from "../solve/integrate.ts";

/** Total volume in cells that store any, m³. */
export function storedVolume({ system, state }: Pick<Integrator, "system" | "state">): number {
  let sum = 0;
  for (let k = 0; k < system.cells; k++) sum += system.mass[k] === 0 ? 0 : state[k]!;
  return sum;
}

/** All volume that passed the ends of the network, and what of it the stored volume does not account for, m³. */
export function balanceOf(integrator: Integrator, before: number): { throughput: number; imbalance: number } {
  const { system, passed, throughput } = integrator;
  let all = 0;
  let net = 0;
  for (const e of system.ends) {
    all += throughput[e]!;
    net += system.from[e]! >= system.cells ? passed[e]! : -passed[e]!;
  }
  return { throughput: all, imbalance: storedVolume(integrator) - before - net };
}
