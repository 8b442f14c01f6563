/** From a described network to its parts: the lymphangions and flow paths in the order of their numbers. */
import type { WallLaw } from "../elements/lymphangion.ts";
import { nodeResistance } from "../elements/node.ts";
import { refluxResistance } from "../elements/tissue.ts";
import type { ValveLaw } from "../elements/valve-laws.ts";
import { entryFor, type Network, periodOf, type Vessel } from "./network.ts";
import { vesselsDownstream } from "./topology.ts";

/** What a flow path is. */
export type PathKind = "valve" | "node" | "absorption" | "filtration";

export interface PathName {
  readonly id: string;
  readonly kind: PathKind;
  /** Name of the inlet or outlet at its end, if it has one. */
  readonly inlet?: string | undefined;
  readonly outlet?: string | undefined;
  readonly law?: string | undefined;
}

export interface LymphangionName {
  readonly id: string;
  readonly vessel: string;
  /** m. */
  readonly length: number;
}

export interface Cell extends LymphangionName {
  readonly wall: WallLaw;
  /** At the start of a run, m. */
  readonly diameter: number;
  /** s. */
  readonly onset: number;
  /** Way from the most distal lymphangion above, m. */
  readonly position: number;
}

export interface Path extends PathName {
  readonly from: string;
  readonly to: string;
  /** Fixed series resistance forward and backward, Pa·s/m³. */
  readonly forward: number;
  readonly backward: number;
  /** How much higher its end lies than its start, m. */
  readonly rise: number;
  readonly valve?: ValveLaw | undefined;
}

export interface LayOut {
  readonly cells: readonly Cell[];
  readonly paths: readonly Path[];
}

/** Delay of the contraction after `steps` lymphangions and `way` m, s. */
function lagSeconds(network: Network, steps: number, way: number): number {
  const { lag, contraction } = network.pacing;
  if (lag.kind === "conduction") return way / lag.value;
  return steps * (lag.kind === "time" ? lag.value : (lag.value / (2 * Math.PI)) * contraction);
}

/** Height gained over the path before lymphangion `j` of `count`: half a lymphangion at either end, a whole one between. */
function riseOf(vessel: Vessel, j: number): number {
  const part = j === 0 || j === vessel.lymphangions ? 0.5 : 1;
  return ((vessel.rise ?? 0) * part) / vessel.lymphangions;
}

/** Numbers the parts of a network; its shape must be sound. Upstream vessels come first. */
export function layOut(network: Network): LayOut {
  const cells: Cell[] = [];
  const paths: Path[] = [];
  const steps = new Map<string, number>();
  const way = new Map<string, number>();
  const period = periodOf(network.pacing);
  for (const [id, vessel] of vesselsDownstream(network)) {
    let step = steps.get(vessel.from) ?? 0;
    let position = way.get(vessel.from) ?? 0;
    const count = vessel.lymphangions;
    const inlet = Object.hasOwn(network.inlets, vessel.from) ? network.inlets[vessel.from] : undefined;
    const tissue = network.tissues?.[vessel.from]?.drain;
    const initial = inlet ?? tissue;
    const start = Object.hasOwn(network.nodes, vessel.from) ? `${vessel.from}.efferent` : vessel.from;
    for (let j = 0; j <= count; j++) {
      const law = entryFor(vessel.valves, j);
      const fed = j === 0 ? initial : undefined;
      paths.push({
        id: `${id}.v${j + 1}`,
        kind: "valve",
        inlet: j === 0 && inlet !== undefined ? vessel.from : undefined,
        outlet: j === count && Object.hasOwn(network.outlets, vessel.to) ? vessel.to : undefined,
        law: law === "none" ? undefined : law,
        from: j === 0 ? start : `${id}.${j}`,
        to: j === count ? vessel.to : `${id}.${j + 1}`,
        forward: fed?.resistance ?? 0,
        backward: fed === undefined ? 0 : refluxResistance(fed),
        rise: riseOf(vessel, j),
        valve: network.valves[law],
      });
      if (j === count) continue;
      const wall = entryFor(vessel.walls, j);
      const length = entryFor(vessel.lengths, j);
      const onset = vessel.onset + lagSeconds(network, step, position);
      cells.push({
        id: `${id}.${j + 1}`,
        vessel: id,
        length,
        wall,
        diameter: vessel.initialDiameters.length === 0 ? wall.referenceDiameter : entryFor(vessel.initialDiameters, j),
        onset: onset % period,
        position,
      });
      step++;
      // To the nanometre, so that ten lengths of a centimetre end at ten centimetres.
      position = Math.round((position + length) * 1e9) / 1e9;
    }
    steps.set(vessel.to, Math.max(step, steps.get(vessel.to) ?? 0));
    way.set(vessel.to, Math.max(position, way.get(vessel.to) ?? 0));
  }
  for (const [id, { capillary }] of Object.entries(network.tissues ?? {})) {
    if (capillary === undefined) continue;
    const wall = 1 / capillary.wall.conductance;
    const ends = { from: `${id}.plasma`, to: id };
    paths.push({ id: ends.from, kind: "filtration", ...ends, forward: wall, backward: wall, rise: 0 });
  }
  for (const [id, node] of Object.entries(network.nodes)) {
    const resistance = nodeResistance(node);
    const inside = { forward: resistance, backward: resistance, rise: 0 };
    paths.push({ id, kind: "node", from: id, to: `${id}.efferent`, ...inside });
    if (node.absorption === undefined) continue;
    const exchange = 1 / node.absorption.conductance;
    const blood = `${id}.blood`;
    paths.push({ id: blood, kind: "absorption", from: id, to: blood, forward: exchange, backward: exchange, rise: 0 });
  }
  return { cells, paths };
}
