/** Nodes and tissues at the end of a run and over its window. */
import type { Assembly } from "../network/assemble.ts";
import type { Network } from "../network/network.ts";
import type { Integrator } from "../solve/integrate.ts";
import type { PathObservation } from "./simulation.ts";
import type { ValveStatistics } from "./valve-statistics.ts";

export interface NodeObservation extends PathObservation {
  /** Swelling at the end: its resistance over that of a node at rest, − 1. */
  readonly swelling: number;
}

export interface TissueObservation {
  readonly id: string;
  /** Fluid at the end, m³, and its pressure, Pa. */
  readonly volume: number;
  readonly pressure: number;
  /** Mean over the window, m³/s: from its capillaries, and into initial lymphatics. */
  readonly filtration: number;
  readonly drainage: number;
}

export function observeNodes(network: Network, assembly: Assembly, flows: ValveStatistics): NodeObservation[] {
  const { seriesForward } = assembly.system;
  return assembly.paths.flatMap(({ id, kind }, e) => {
    const node = network.nodes[id];
    if (kind !== "node" || node === undefined) return [];
    const swelling = seriesForward[e]! / node.resistance - 1;
    return [{ id, mean: flows.mean(e), flow: flows.range(e), swelling }];
  });
}

export function observeTissues(
  network: Network,
  assembly: Assembly,
  integrator: Integrator,
  flows: ValveStatistics,
): TissueObservation[] {
  const { system, places, paths, lymphangions } = assembly;
  return Object.keys(network.tissues ?? {}).map((id) => {
    const cell = lymphangions.length + places.indexOf(id);
    const sum = (chosen: (e: number) => boolean) =>
      paths.reduce((total, _, e) => (chosen(e) ? total + flows.mean(e) : total), 0);
    return {
      id,
      volume: integrator.state[cell]!,
      pressure: system.pressure[cell]!,
      filtration: sum((e) => system.to[e] === cell && paths[e]?.kind === "filtration"),
      drainage: sum((e) => system.from[e] === cell),
    };
  });
}
