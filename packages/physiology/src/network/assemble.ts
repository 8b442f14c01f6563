/** From a described network to numbers: fills the arrays of a system, finds its order of elimination. */
import { activatePrescribed } from "../elements/activation.ts";
import { createFlowPaths, type PathGroup, tubeGroup } from "../elements/flow-paths.ts";
import { createWalls, setWall, volumeOf } from "../elements/lymphangion.ts";
import { absorptionZero } from "../elements/node.ts";
import { hasState, type ValvedPath, valveGroups } from "../elements/valve-laws.ts";
import { createElimination } from "../solve/elimination.ts";
import type { FreePlaces } from "../solve/free-places.ts";
import type { System } from "../solve/system.ts";
import { type Cell, type LymphangionName, layOut, type Path, type PathName } from "./lay-out.ts";
import { type Network, periodOf } from "./network.ts";
import { outsidePressure } from "./outside-pressure.ts";

/** A system that can be run, with the names of its parts in the order of their numbers. */
export interface Assembly {
  readonly system: System;
  readonly lymphangions: readonly LymphangionName[];
  readonly paths: readonly PathName[];
  /** Junctions, and both sides of nodes (`id`, `id.efferent`), in the order of their cells after the lymphangions. */
  readonly places: readonly string[];
}

/** Standard gravity times the density of lymph, Pa/m; *textbook*. */
const weightPerMetre = 9.80665 * 1010;

/** The passes over all paths, or over those chosen. */
function groupsOf(paths: readonly Path[], chosen: (e: number) => boolean, viscosity: number): PathGroup[] {
  const open: number[] = [];
  const valved: ValvedPath[] = [];
  for (const [e, path] of paths.entries()) {
    if (!chosen(e)) continue;
    if (path.valve === undefined) open.push(e);
    else valved.push({ path: e, law: path.valve });
  }
  return [...(open.length > 0 ? [tubeGroup(Int32Array.from(open))] : []), ...valveGroups(valved, viscosity)];
}

/** Places without volume, with the paths at each. */
function freePlaces(
  paths: readonly Path[],
  mass: Float64Array,
  from: Int32Array,
  to: Int32Array,
  slots: number,
  viscosity: number,
): FreePlaces {
  const cells = Array.from(mass.keys()).filter((k) => mass[k] === 0);
  const isFree = (slot: number) => slot < mass.length && mass[slot] === 0;
  const at = new Map<number, { path: number; sign: number }[]>(cells.map((k) => [k, []]));
  let joined: string | undefined;
  for (let e = 0; e < paths.length; e++) {
    if (isFree(from[e]!)) at.get(from[e]!)?.push({ path: e, sign: -1 });
    if (isFree(to[e]!)) at.get(to[e]!)?.push({ path: e, sign: 1 });
    if (isFree(from[e]!) && isFree(to[e]!)) joined ??= paths[e]!.id;
  }
  const lists = cells.map((k) => at.get(k) ?? []);
  const start = new Int32Array(cells.length + 1);
  for (const [i, list] of lists.entries()) start[i + 1] = start[i]! + list.length;
  const flat = lists.flat();
  const touches = new Uint8Array(paths.length);
  for (const { path } of flat) touches[path] = 1;
  const some = cells.length > 0;
  return {
    cells: Int32Array.from(cells),
    start,
    paths: Int32Array.from(flat, ({ path }) => path),
    sign: Int8Array.from(flat, ({ sign }) => sign),
    beside: some ? groupsOf(paths, (e) => touches[e] === 1, viscosity) : [],
    apart: some ? groupsOf(paths, (e) => touches[e] === 0, viscosity) : [],
    joined,
    seriesByVolume: new Float64Array(slots),
    low: new Float64Array(cells.length),
    high: new Float64Array(cells.length),
    guess: new Float64Array(cells.length),
  };
}

/** The lymphangion whose distension a valve feels: the one upstream, else the one downstream. */
function distendedBy(paths: readonly Path[], from: Int32Array, to: Int32Array, count: number): Int32Array | undefined {
  if (!paths.some(({ valve }) => valve?.law === "hysteretic")) return undefined;
  return Int32Array.from(paths, ({ valve }, e) => {
    if (valve?.law !== "hysteretic") return -1;
    if (from[e]! < count) return from[e]!;
    return to[e]! < count ? to[e]! : -1;
  });
}

/** Places after the lymphangions, and reservoirs with their pressures after these. */
function placesOf(network: Network): { places: string[]; reservoirs: (readonly [string, number])[] } {
  const nodes = Object.entries(network.nodes);
  return {
    places: [...Object.keys(network.junctions), ...nodes.flatMap(([id]) => [id, `${id}.efferent`])],
    reservoirs: [
      ...Object.entries(network.inlets).map(([id, inlet]) => [id, inlet.pressure] as const),
      ...Object.entries(network.outlets).map(([id, outlet]) => [id, outlet.pressure] as const),
      ...nodes.flatMap(([id, { absorption }]) =>
        absorption === undefined ? [] : [[`${id}.blood`, absorptionZero(absorption)] as const],
      ),
    ],
  };
}

/** Numbers a network. Its shape must be sound (`parseNetwork`, `setParameter` see to that). */
export function assemble(network: Network): Assembly {
  const { cells, paths } = layOut(network);
  const { places, reservoirs } = placesOf(network);
  const count = cells.length + places.length;
  const slots = count + reservoirs.length;
  const slotOf = new Map<string, number>();
  for (const { id } of cells) slotOf.set(id, slotOf.size);
  for (const id of places) slotOf.set(id, slotOf.size);
  for (const [id] of reservoirs) slotOf.set(id, slotOf.size);
  const flow = createFlowPaths(paths.length);
  let size = count;
  for (const [e, { valve }] of paths.entries()) if (valve !== undefined && hasState(valve)) flow.stateOf[e] = size++;
  const from = Int32Array.from(paths, (path) => slotOf.get(path.from) ?? -1);
  const to = Int32Array.from(paths, (path) => slotOf.get(path.to) ?? -1);
  const zeros = (length: number) => new Float64Array(length);
  const unknowns = unknownsOf(network, cells, places, reservoirs, size);
  const pressure = zeros(slots);
  for (const [i, [, value]] of reservoirs.entries()) pressure[count + i] = value;
  const lie = (network.upright ?? 0) * weightPerMetre;
  const outside = outsidePressure(network, cells, slots);
  const system: System = {
    cells: count,
    lymphangions: cells.length,
    slots,
    size,
    ...unknowns,
    ...drive(network, cells),
    ...outside,
    flow,
    groups: groupsOf(paths, () => true, network.viscosity),
    from,
    to,
    head: Float64Array.from(paths, ({ rise }) => -lie * rise),
    seriesForward: Float64Array.from(paths, (path) => path.forward),
    seriesBackward: Float64Array.from(paths, (path) => path.backward),
    distendedBy: distendedBy(paths, from, to, cells.length),
    elimination: createElimination(count, from, to),
    free: freePlaces(paths, unknowns.mass, from, to, slots, network.viscosity),
    ends: Int32Array.from(Array.from(from.keys()).filter((e) => from[e]! >= count || to[e]! >= count)),
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
    slow: [],
    nameOf: (k) => nameOf(k, cells, places, paths, flow.stateOf),
  };
  return {
    system,
    lymphangions: cells.map(({ id, vessel, length }) => ({ id, vessel, length })),
    paths: paths.map(({ id, kind, inlet, outlet, law }) => ({ id, kind, inlet, outlet, law })),
    places,
  };
}

/** Name of unknown `k`: a lymphangion, a place or the path of a valve state. */
function nameOf(
  k: number,
  cells: readonly Cell[],
  places: readonly string[],
  paths: readonly Path[],
  stateOf: Int32Array,
): string {
  return cells[k]?.id ?? places[k - cells.length] ?? paths[stateOf.indexOf(k)]?.id ?? `unknown ${k}`;
}

function drive(network: Network, cells: readonly Cell[]): Pick<System, "activation" | "pace"> {
  const pacing = {
    period: periodOf(network.pacing),
    contraction: network.pacing.contraction,
    onset: Float64Array.from(cells, (cell) => cell.onset),
  };
  const activation = {
    level: new Float64Array(cells.length),
    rate: new Float64Array(cells.length),
    strength: new Float64Array(cells.length).fill(1),
  };
  return {
    activation,
    pace: (t, derivatives) => activatePrescribed(pacing, t, derivatives, activation),
  };
}

/** Walls, and for each unknown its kind, scale and start. */
function unknownsOf(
  network: Network,
  cells: readonly Cell[],
  places: readonly string[],
  reservoirs: readonly (readonly [string, number])[],
  size: number,
): Pick<System, "walls" | "mass" | "stiffness" | "scale" | "initial"> {
  const count = cells.length + places.length;
  const walls = createWalls(cells.length);
  const mass = new Float64Array(count).fill(1);
  const stiffness = new Float64Array(count).fill(1);
  const scale = new Float64Array(size).fill(100);
  const initial = new Float64Array(size).fill(0.5);
  for (const [j, cell] of cells.entries()) {
    setWall(walls, j, cell.wall, cell.length, network.viscosity);
    scale[j] = volumeOf(cell.wall.referenceDiameter, cell.length);
    initial[j] = volumeOf(cell.diameter, cell.length);
  }
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const [, pressure] of reservoirs) {
    low = Math.min(low, pressure);
    high = Math.max(high, pressure);
    sum += pressure;
  }
  const spread = Math.max(100, high - low);
  const middle = sum / reservoirs.length;
  for (const [i, id] of places.entries()) {
    const k = cells.length + i;
    const compliance = (Object.hasOwn(network.junctions, id) ? network.junctions[id]?.compliance : undefined) ?? 0;
    mass[k] = compliance > 0 ? 1 : 0;
    stiffness[k] = compliance > 0 ? 1 / compliance : 1;
    scale[k] = (compliance > 0 ? compliance : 1) * spread * 100;
    initial[k] = middle / (stiffness[k] ?? 1);
  }
  return { walls, mass, stiffness, scale, initial };
}
