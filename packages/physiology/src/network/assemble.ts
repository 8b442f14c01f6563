/** From a described network to numbers: fills the arrays of a system, finds its order of elimination. */
import { activatePrescribed, createPrescribedPacing } from "../elements/activation.ts";
import type { CalciumProcess } from "../elements/calcium.ts";
import { type CollapsingWalls, collapsingWalls } from "../elements/collapse.ts";
import { createFlowPaths } from "../elements/flow-paths.ts";
import { createWalls, setWall, volumeOf } from "../elements/lymphangion.ts";
import { absorptionZero } from "../elements/node.ts";
import type { PacemakerProcess } from "../elements/pacemaker.ts";
import { hasState, hasTangent } from "../elements/valve-laws.ts";
import { lymphDensity } from "../elements/valve-mynard.ts";
import { createElimination } from "../solve/elimination.ts";
import type { System } from "../solve/system.ts";
import { type Cell, type LymphangionName, layOut, type Path, type PathName } from "./lay-out.ts";
import { type PartNames, partNames } from "./names.ts";
import { type Network, periodOf } from "./network.ts";
import { outsidePressure } from "./outside-pressure.ts";
import { findFreePlaces, groupsOf } from "./path-groups.ts";
import { adaptationOf, oncoticProcess, pacingProcess, shearOf, swellingProcess } from "./slow-processes.ts";
import type { SoluteState } from "./solute-state.ts";
import { soluteTransport } from "./solutes.ts";
import { filtrationPressure, initialProtein, type PlacedTissue, tissueParts } from "./tissues.ts";

/** A system that can be run, with the names of its parts in the order of their numbers. */
export interface Assembly {
  readonly system: System;
  readonly lymphangions: readonly LymphangionName[];
  readonly paths: readonly PathName[];
  /** Junctions, and both sides of nodes (`id`, `id.efferent`), in the order of their cells after the lymphangions. */
  readonly places: readonly string[];
  /** Where solutes are; empty without any. */
  readonly solutes: readonly SoluteState[];
  /** Onset of the last contraction of each lymphangion, s, where pacing is not prescribed. */
  readonly onset?: Float64Array | undefined;
}

/** Standard gravity times the density of lymph, Pa/m; *textbook*. */
const weightPerMetre = 9.80665 * lymphDensity;

/** The lymphangion whose distension a valve feels: the one upstream, else the one downstream. */
function distendedBy(paths: readonly Path[], from: Int32Array, to: Int32Array, count: number): Int32Array | undefined {
  if (!paths.some(({ valve }) => valve?.law === "hysteretic")) return undefined;
  return Int32Array.from(paths, ({ valve }, e) => {
    if (valve?.law !== "hysteretic") return -1;
    if (from[e]! < count) return from[e]!;
    return to[e]! < count ? to[e]! : -1;
  });
}

/** Tissues with their cells and the reservoirs they filter from. */
function placedTissues(network: Network, slotOf: ReadonlyMap<string, number>): readonly PlacedTissue[] {
  return Object.entries(network.tissues ?? {}).map(([id, tissue]) => ({
    id,
    tissue,
    cell: slotOf.get(id) ?? -1,
    plasma: slotOf.get(`${id}.plasma`) ?? -1,
  }));
}

/** Places after the lymphangions, and reservoirs with their pressures after these. */
function placesOf(network: Network): { places: string[]; reservoirs: (readonly [string, number])[] } {
  const nodes = Object.entries(network.nodes);
  return {
    places: [
      ...Object.keys(network.junctions),
      ...nodes.flatMap(([id]) => [id, `${id}.efferent`]),
      ...Object.keys(network.tissues ?? {}),
    ],
    reservoirs: [
      ...Object.entries(network.inlets).map(([id, inlet]) => [id, inlet.pressure] as const),
      ...Object.entries(network.outlets).map(([id, outlet]) => [id, outlet.pressure] as const),
      ...nodes.flatMap(([id, { absorption }]) =>
        absorption === undefined ? [] : [[`${id}.blood`, absorptionZero(absorption)] as const],
      ),
      ...Object.entries(network.tissues ?? {}).flatMap(([id, tissue]) =>
        tissue.capillary === undefined
          ? []
          : [[`${id}.plasma`, filtrationPressure(tissue, initialProtein(network, id))] as const],
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
  const laws = new Set(paths.map(({ valve }) => valve));
  const tangents = [...laws].some((law) => law !== undefined && hasTangent(law));
  const flow = createFlowPaths(paths.length, tangents);
  let size = count;
  for (const [e, { valve }] of paths.entries()) if (valve !== undefined && hasState(valve)) flow.stateOf[e] = size++;
  const from = Int32Array.from(paths, (path) => slotOf.get(path.from) ?? -1);
  const to = Int32Array.from(paths, (path) => slotOf.get(path.to) ?? -1);
  const zeros = (length: number) => new Float64Array(length);
  const tissues = placedTissues(network, slotOf);
  const unknowns = unknownsOf(network, cells, places, reservoirs, size);
  const pressure = zeros(slots);
  for (const [i, [, value]] of reservoirs.entries()) pressure[count + i] = value;
  const lie = (network.upright ?? 0) * weightPerMetre;
  const outside = outsidePressure(network, cells, slots, slotOf);
  const names = partNames(network, places, flow.stateOf);
  const lymphangions = cells.length;
  const transport = soluteTransport({
    network,
    paths,
    names: [...cells.map(({ id }) => id), ...places],
    from,
    to,
    lymphangions,
    pressure,
    tissues,
    mass: unknowns.mass,
    stiffness: unknowns.stiffness,
    initial: unknowns.initial,
  });
  const solutes = transport?.solutes ?? [];
  const tissue = tissues.length === 0 ? undefined : tissueParts(tissues);
  const pacing = pacingProcess(network, cells, paths, from, to);
  const adaptation = adaptationOf(network, lymphangions);
  const protein = solutes.find((state) => state.solute.protein);
  const slow = [
    adaptation,
    shearOf(network, lymphangions, from, to, adaptation?.strength),
    pacing,
    tissue?.relaxation,
    oncoticProcess(network, protein, tissues, slotOf),
    swellingProcess(network, solutes, paths),
  ].filter((process) => process !== undefined);
  const system: System = {
    cells: count,
    lymphangions,
    slots,
    size,
    ...unknowns,
    ...drive(network, cells, pacing),
    ...outside,
    compartments: tissue?.compartments,
    tissues: tissues.length === 0 ? undefined : Int32Array.from(tissues, ({ cell }) => cell),
    flow,
    groups: groupsOf(paths, () => true, network.viscosity),
    from,
    to,
    ...pathsAt(from, to, lymphangions, count),
    head: Float64Array.from(paths, ({ rise }) => -lie * rise),
    seriesForward: Float64Array.from(paths, (path) => path.forward),
    seriesBackward: Float64Array.from(paths, (path) => path.backward),
    directed: Int32Array.from(Array.from(paths.keys()).filter((e) => paths[e]!.forward !== paths[e]!.backward)),
    distendedBy: distendedBy(paths, from, to, cells.length),
    elimination: createElimination(count, from, to),
    free: findFreePlaces(paths, unknowns.mass, from, to, network.viscosity),
    ends: Int32Array.from(Array.from(from.keys()).filter((e) => from[e]! >= count || to[e]! >= count)),
    pressure,
    resistance: zeros(slots),
    pressureByVolume: zeros(slots),
    pressureRate: zeros(slots),
    resistanceByVolume: zeros(slots),
    resistanceRate: unknowns.walls.collapsing === undefined ? undefined : zeros(slots),
    flowByFrom: zeros(paths.length),
    flowByTo: zeros(paths.length),
    flowRate: zeros(paths.length),
    flowByState: zeros(paths.length),
    stateByState: zeros(paths.length),
    stateByFrom: zeros(paths.length),
    stateByTo: zeros(paths.length),
    stateRate: zeros(paths.length),
    slow,
    transport,
    nameOf: names.nameOf,
  };
  return named({ system, places, solutes, onset: pacing?.onset }, names);
}

/** Names as they are asked for. Not written in `assemble`, all of whose lists would then live as long as the names. */
function named(parts: Omit<Assembly, "lymphangions" | "paths">, names: PartNames): Assembly {
  return {
    ...parts,
    get lymphangions() {
      return names.lymphangions;
    },
    get paths() {
      return names.paths;
    },
  };
}

function drive(
  network: Network,
  cells: readonly Cell[],
  source: PacemakerProcess | CalciumProcess | undefined,
): Pick<System, "activation" | "pace"> {
  const activation = {
    level: new Float64Array(cells.length),
    rate: new Float64Array(cells.length),
    strength: new Float64Array(cells.length).fill(1),
    tempo: new Float64Array(cells.length).fill(1),
  };
  if (source !== undefined) {
    return { activation, pace: (t, derivatives) => source.pace(t, derivatives, activation) };
  }
  const onset = Float64Array.from(cells, (cell) => cell.onset);
  const pacing = createPrescribedPacing(periodOf(network.pacing), network.pacing.contraction, onset);
  return {
    activation,
    pace: (t, derivatives) => activatePrescribed(pacing, t, derivatives, activation),
  };
}

/** The walls that fold flat. */
function collapsingOf(cells: readonly Cell[]): CollapsingWalls | undefined {
  return collapsingWalls(
    cells.flatMap(({ wall: { collapse, referenceDiameter }, length }, cell) =>
      collapse === undefined ? [] : [{ cell, collapse, volume: volumeOf(referenceDiameter, length) }],
    ),
  );
}

/** The paths at each lymphangion, and those at other cells. */
function pathsAt(
  from: Int32Array,
  to: Int32Array,
  lymphangions: number,
  cells: number,
): Pick<System, "inflow" | "outflow" | "placed"> {
  const inflow = new Int32Array(lymphangions);
  const outflow = new Int32Array(lymphangions);
  for (const [e, k] of to.entries()) if (k < lymphangions) inflow[k] = e;
  for (const [e, k] of from.entries()) if (k < lymphangions) outflow[k] = e;
  const isPlace = (k: number) => k >= lymphangions && k < cells;
  const placed = Int32Array.from(Array.from(from.keys()).filter((e) => isPlace(from[e]!) || isPlace(to[e]!)));
  return { inflow, outflow, placed };
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
  const walls = { ...createWalls(cells.length), collapsing: collapsingOf(cells) };
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
    const tissue = network.tissues?.[id];
    if (tissue !== undefined) {
      initial[k] = tissue.volume * tissue.initialFilling;
      scale[k] = 1e-2 * tissue.volume;
      continue;
    }
    const compliance = (Object.hasOwn(network.junctions, id) ? network.junctions[id]?.compliance : undefined) ?? 0;
    mass[k] = compliance > 0 ? 1 : 0;
    stiffness[k] = compliance > 0 ? 1 / compliance : 1;
    // The pressure of a place without volume follows from the volumes around; its linear estimate is no error.
    scale[k] = compliance > 0 ? compliance * spread * 100 : Number.POSITIVE_INFINITY;
    initial[k] = middle / (stiffness[k] ?? 1);
  }
  return { walls, mass, stiffness, scale, initial };
}
