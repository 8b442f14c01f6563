/** From a described network to numbers: numbers the cells and flow paths, fills their arrays, finds the elimination order. */
import { unwrap } from "@openlymph/base";
import { createWalls, setWall, volumeOf, type WallLaw } from "../elements/lymphangion.ts";
import { absorptionZero, nodeResistance } from "../elements/node.ts";
import { refluxResistance } from "../elements/tissue.ts";
import { createValves, setValve, type ValveLaw, valveKinds } from "../elements/valve.ts";
import type { System } from "../solve/system.ts";
import { entryFor, type Network, periodOf } from "./network.ts";
import { vesselsDownstream } from "./topology.ts";

/** What a flow path is. */
export type PathKind = "valve" | "node" | "absorption";

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

/** A system that can be run, with the names of its parts in the order of their numbers. */
export interface Assembly {
  readonly system: System;
  readonly lymphangions: readonly LymphangionName[];
  readonly paths: readonly PathName[];
  /** Junctions, and both sides of nodes (`id`, `id.efferent`), in the order of their cells after the lymphangions. */
  readonly places: readonly string[];
}

interface Cell extends LymphangionName {
  readonly wall: WallLaw;
  readonly diameter: number;
  readonly onset: number;
  /** Way from the most distal lymphangion above, m. */
  readonly position: number;
  readonly massaged: boolean;
}

interface Path extends PathName {
  readonly from: string;
  readonly to: string;
  readonly forward: number;
  readonly backward: number;
  readonly valve?: ValveLaw | undefined;
}

function lagSeconds(network: Network, steps: number, way: number): number {
  const { lag, contraction } = network.pacing;
  if (lag.kind === "conduction") return way / lag.value;
  return steps * (lag.kind === "time" ? lag.value : (lag.value / (2 * Math.PI)) * contraction);
}

function layOut(network: Network): { cells: Cell[]; paths: Path[] } {
  const cells: Cell[] = [];
  const paths: Path[] = [];
  const steps = new Map<string, number>();
  const way = new Map<string, number>();
  for (const [id, vessel] of unwrap(vesselsDownstream(network))) {
    let step = steps.get(vessel.from) ?? 0;
    let position = way.get(vessel.from) ?? 0;
    const count = vessel.lymphangions;
    const inlet = Object.hasOwn(network.inlets, vessel.from) ? network.inlets[vessel.from] : undefined;
    const start = Object.hasOwn(network.nodes, vessel.from) ? `${vessel.from}.efferent` : vessel.from;
    for (let j = 0; j <= count; j++) {
      const law = entryFor(vessel.valves, j);
      const fed = j === 0 ? inlet : undefined;
      paths.push({
        id: `${id}.v${j + 1}`,
        kind: "valve",
        inlet: fed && vessel.from,
        outlet: j === count && Object.hasOwn(network.outlets, vessel.to) ? vessel.to : undefined,
        law: law === "none" ? undefined : law,
        from: j === 0 ? start : `${id}.${j}`,
        to: j === count ? vessel.to : `${id}.${j + 1}`,
        forward: fed?.resistance ?? 0,
        backward: fed === undefined ? 0 : refluxResistance(fed),
        valve: network.valves[law],
      });
      if (j === count) continue;
      const wall = entryFor(vessel.walls, j);
      const length = entryFor(vessel.lengths, j);
      const massaged = network.external.massaged?.includes(id) ?? true;
      cells.push({
        id: `${id}.${j + 1}`,
        vessel: id,
        length,
        wall,
        diameter: vessel.initialDiameters.length === 0 ? wall.referenceDiameter : entryFor(vessel.initialDiameters, j),
        onset: vessel.onset + lagSeconds(network, step, position),
        position,
        massaged,
      });
      step++;
      position += length;
    }
    steps.set(vessel.to, Math.max(step, steps.get(vessel.to) ?? 0));
    way.set(vessel.to, Math.max(position, way.get(vessel.to) ?? 0));
  }
  for (const [id, node] of Object.entries(network.nodes)) {
    const resistance = nodeResistance(node);
    paths.push({ id, kind: "node", from: id, to: `${id}.efferent`, forward: resistance, backward: resistance });
    if (node.absorption === undefined) continue;
    const exchange = 1 / node.absorption.conductance;
    paths.push({
      id: `${id}.blood`,
      kind: "absorption",
      from: id,
      to: `${id}.blood`,
      forward: exchange,
      backward: exchange,
    });
  }
  return { cells, paths };
}

/** Numbers a network. Its shape must be sound (`parseNetwork`, `setParameter` see to that). */
export function assemble(network: Network): Assembly {
  const { cells, paths } = layOut(network);
  const places = [
    ...Object.keys(network.junctions),
    ...Object.keys(network.nodes).flatMap((id) => [id, `${id}.efferent`]),
  ];
  const reservoirs: (readonly [string, number])[] = [
    ...Object.entries(network.inlets).map(([id, inlet]) => [id, inlet.pressure] as const),
    ...Object.entries(network.outlets).map(([id, outlet]) => [id, outlet.pressure] as const),
    ...Object.entries(network.nodes).flatMap(([id, node]) =>
      node.absorption === undefined ? [] : [[`${id}.blood`, absorptionZero(node.absorption)] as const],
    ),
  ];
  const count = cells.length + places.length;
  const slots = count + reservoirs.length;
  const slotOf = new Map<string, number>();
  for (const id of [...cells.map((cell) => cell.id), ...places, ...reservoirs.map(([id]) => id)]) {
    slotOf.set(id, slotOf.size);
  }
  const walls = createWalls(cells.length);
  const valves = createValves(paths.length);
  const stateOf = new Int32Array(paths.length).fill(-1);
  let size = count;
  for (const [e, path] of paths.entries()) {
    if (path.valve === undefined) continue;
    setValve(valves, e, path.valve);
    if (valves.kind[e] === valveKinds.lagging) stateOf[e] = size++;
  }
  const from = Int32Array.from(paths, (path) => slotOf.get(path.from) ?? -1);
  const to = Int32Array.from(paths, (path) => slotOf.get(path.to) ?? -1);
  const mass = new Float64Array(count).fill(1);
  const stiffness = new Float64Array(count).fill(1);
  const scale = new Float64Array(size).fill(100);
  const initial = new Float64Array(size).fill(0.5);
  for (const [j, cell] of cells.entries()) {
    setWall(walls, j, cell.wall, cell.length, network.viscosity);
    scale[j] = volumeOf(cell.wall.referenceDiameter, cell.length);
    initial[j] = volumeOf(cell.diameter, cell.length);
  }
  const pressures = reservoirs.map(([, pressure]) => pressure);
  const spread = Math.max(100, Math.max(...pressures) - Math.min(...pressures));
  const middle = pressures.reduce((sum, pressure) => sum + pressure, 0) / pressures.length;
  for (const [i, id] of places.entries()) {
    const k = cells.length + i;
    const compliance = (Object.hasOwn(network.junctions, id) ? network.junctions[id]?.compliance : undefined) ?? 0;
    mass[k] = compliance > 0 ? 1 : 0;
    stiffness[k] = compliance > 0 ? 1 / compliance : 1;
    scale[k] = (compliance > 0 ? compliance : 1) * spread * 100;
    initial[k] = middle / (stiffness[k] ?? 1);
  }
  const pressure = new Float64Array(slots);
  pressure.set(pressures, count);
  const zeros = (length: number) => new Float64Array(length);
  const system: System = {
    cells: count,
    lymphangions: cells.length,
    slots,
    size,
    walls,
    pacing: {
      period: periodOf(network.pacing),
      contraction: network.pacing.contraction,
      onset: Float64Array.from(cells, (cell) => cell.onset),
    },
    external: externalArrays(network, cells),
    valves,
    mass,
    stiffness,
    from,
    to,
    seriesForward: Float64Array.from(paths, (path) => path.forward),
    seriesBackward: Float64Array.from(paths, (path) => path.backward),
    stateOf,
    ...eliminationOrder(count, from, to),
    scale,
    initial,
    pressure,
    resistance: zeros(slots),
    pressureByVolume: zeros(slots),
    pressureRate: zeros(slots),
    flowByFrom: zeros(paths.length),
    flowByTo: zeros(paths.length),
    flowRate: zeros(paths.length),
    stateByFrom: zeros(paths.length),
    stateByTo: zeros(paths.length),
    stateRate: zeros(paths.length),
  };
  return {
    system,
    lymphangions: cells.map(({ id, vessel, length }) => ({ id, vessel, length })),
    paths: paths.map(({ id, kind, inlet, outlet, law }) => ({ id, kind, inlet, outlet, law })),
    places,
  };
}

function externalArrays(network: Network, cells: readonly Cell[]): System["external"] {
  const { pressure, massage } = network.external;
  const farthest = Math.max(...cells.map((cell) => cell.position));
  return {
    base: new Float64Array(cells.length).fill(pressure),
    amplitude: Float64Array.from(cells, (cell) => (cell.massaged ? (massage?.amplitude ?? 0) : 0)),
    arrival: Float64Array.from(cells, ({ position }) => {
      if (massage === undefined) return 0;
      return (massage.direction === "proximal" ? position : farthest - position) / massage.speed;
    }),
    duration: massage?.duration ?? 1,
    period: massage?.period ?? 1,
  };
}

/** Leaves first; the root of each part is its last cell, downstream by the order of numbering. */
function eliminationOrder(
  count: number,
  from: Int32Array,
  to: Int32Array,
): { readonly order: Int32Array; readonly parent: Int32Array } {
  const neighbours: number[][] = Array.from({ length: count }, () => []);
  for (let e = 0; e < from.length; e++) {
    const a = from[e] ?? -1;
    const b = to[e] ?? -1;
    if (a >= count || b >= count) continue;
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  const parent = new Int32Array(count).fill(-1);
  const seen = new Uint8Array(count);
  const rootsFirst: number[] = [];
  for (let root = count - 1; root >= 0; root--) {
    if (seen[root]) continue;
    seen[root] = 1;
    const waiting = [root];
    while (waiting.length > 0) {
      const k = waiting.pop() as number;
      rootsFirst.push(k);
      for (const next of neighbours[k] ?? []) {
        if (seen[next]) continue;
        seen[next] = 1;
        parent[next] = k;
        waiting.push(next);
      }
    }
  }
  return { order: Int32Array.from(rootsFirst.reverse()), parent };
}
