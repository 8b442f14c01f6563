/** The slow processes a network asks for, and the links they need: who lies beside whom, what follows from protein. */
import { type CalciumProcess, calciumProcess } from "../elements/calcium.ts";
import { type LoadAdaptationProcess, loadAdaptationProcess } from "../elements/load-adaptation.ts";
import { nodeResistance } from "../elements/node.ts";
import { stepSwelling } from "../elements/node-swelling.ts";
import { oncoticLaws, oncoticPressure } from "../elements/oncotic.ts";
import { type PacemakerProcess, pacemakerProcess, type WallNeighbours } from "../elements/pacemaker.ts";
import { shearProcess, type ThroughPaths } from "../elements/wall-shear.ts";
import type { SlowProcess } from "../solve/slow.ts";
import type { Cell, Path } from "./lay-out.ts";
import type { Network } from "./network.ts";
import type { SoluteState } from "./solute-state.ts";
import { filtrationPressure, type PlacedTissue } from "./tissues.ts";

/** The path into and the path out of every lymphangion. */
export function throughPaths(count: number, from: Int32Array, to: Int32Array): ThroughPaths {
  const into = new Int32Array(count);
  const out = new Int32Array(count);
  for (let e = 0; e < from.length; e++) {
    if (from[e]! < count) out[from[e]!] = e;
    if (to[e]! < count) into[to[e]!] = e;
  }
  return { into, out };
}

/** Lymphangions joined along a wall: in a vessel, and across the named joints (junctions and nodes), centre to centre. */
export function wallNeighbours(
  cells: readonly Cell[],
  paths: readonly Path[],
  from: Int32Array,
  to: Int32Array,
  joints: ReadonlySet<string>,
): WallNeighbours {
  const lists: Map<number, number>[] = cells.map(() => new Map());
  const join = (a: number, b: number) => {
    const distance = 0.5 * (cells[a]!.length + cells[b]!.length);
    lists[a]!.set(b, distance);
    lists[b]!.set(a, distance);
  };
  const around = new Map<string, number[]>();
  for (let e = 0; e < paths.length; e++) {
    const a = from[e]!;
    const b = to[e]!;
    if (a < cells.length && b < cells.length) join(a, b);
    else if (a < cells.length) around.set(paths[e]!.to, [...(around.get(paths[e]!.to) ?? []), a]);
    else if (b < cells.length) {
      const place = paths[e]!.from.replace(/\.efferent$/, "");
      around.set(place, [...(around.get(place) ?? []), b]);
    }
  }
  for (const [place, beside] of around) {
    // Vessels that begin in one tissue, or end in one vein, share no wall.
    if (!joints.has(place)) continue;
    for (const [i, a] of beside.entries()) for (const b of beside.slice(i + 1)) join(a, b);
  }
  const start = new Int32Array(cells.length + 1);
  for (const [j, list] of lists.entries()) start[j + 1] = start[j]! + list.size;
  return {
    start,
    cells: Int32Array.from(lists.flatMap((list) => [...list.keys()])),
    distance: Float64Array.from(lists.flatMap((list) => [...list.values()])),
  };
}

/** What paces a network by itself; `undefined` where contractions are prescribed. */
export function pacingProcess(
  network: Network,
  cells: readonly Cell[],
  paths: readonly Path[],
  from: Int32Array,
  to: Int32Array,
): PacemakerProcess | CalciumProcess | undefined {
  const { source, contraction } = network.pacing;
  if (source === undefined) return undefined;
  if (source.kind === "calcium") {
    return calciumProcess(source.calcium, throughPaths(cells.length, from, to), network.viscosity);
  }
  const joints = new Set([...Object.keys(network.junctions), ...Object.keys(network.nodes)]);
  return pacemakerProcess(source.pacemaker, contraction, wallNeighbours(cells, paths, from, to, joints));
}

/** Filtered wall shear, where the network asks for it. */
export function shearOf(
  network: Network,
  cells: number,
  from: Int32Array,
  to: Int32Array,
  full: Float64Array | undefined,
): SlowProcess | undefined {
  const { shear } = network.pacing;
  return shear === undefined ? undefined : shearProcess(shear, throughPaths(cells, from, to), network.viscosity, full);
}

/** Adaptation of strength to load, where the network asks for it. It comes before the shear, which weakens what it gives. */
export function adaptationOf({ pacing }: Network, cells: number): LoadAdaptationProcess | undefined {
  return pacing.adaptation === undefined ? undefined : loadAdaptationProcess(pacing.adaptation, cells);
}

/** Reservoirs behind capillaries of tissue and nodes follow the protein on this side of them. */
export function oncoticProcess(
  network: Network,
  protein: SoluteState | undefined,
  tissues: readonly PlacedTissue[],
  slotOf: ReadonlyMap<string, number>,
): SlowProcess | undefined {
  if (protein === undefined) return undefined;
  const open = tissues.filter(({ plasma }) => plasma >= 0);
  const nodes = Object.entries(network.nodes).flatMap(([id, { absorption }]) =>
    absorption === undefined ? [] : [{ absorption, cell: slotOf.get(id)!, blood: slotOf.get(`${id}.blood`)! }],
  );
  if (open.length + nodes.length === 0) return undefined;
  // One protein, one law: that of the first tissue with capillaries.
  const law = oncoticLaws[open[0]?.tissue.capillary?.oncotic ?? "landis-pappenheimer"];
  const apply: NonNullable<SlowProcess["apply"]> = ({ pressure }) => {
    for (const { tissue, cell, plasma } of open) {
      pressure[plasma] = filtrationPressure(tissue, protein.concentration[cell]!);
    }
    for (const { absorption, cell, blood } of nodes) {
      const pull = oncoticPressure(protein.concentration[cell]!, law) - absorption.bloodOncotic;
      pressure[blood] = absorption.capillaryPressure + absorption.reflection * pull;
    }
  };
  return { name: "oncotic pressure", memory: [], apply, advance: (system) => apply(system) };
}

/** Nodes that swell with what they hold of a solute they capture: their resistance grows. */
export function swellingProcess(
  network: Network,
  solutes: readonly SoluteState[],
  paths: readonly Path[],
): SlowProcess | undefined {
  const ids = Object.keys(network.nodes);
  const swelling = ids.flatMap((id, n) => {
    const node = network.nodes[id]!;
    const captured = solutes.find(({ solute }) => Object.hasOwn(solute.nodes, id));
    if (node.response === undefined || captured === undefined) return [];
    const path = paths.findIndex((each) => each.kind === "node" && each.id === id);
    return [{ node, law: node.response, captured, held: 5 * n, path }];
  });
  if (swelling.length === 0) return undefined;
  const size = Float64Array.from(swelling, ({ node }) => node.swelling);
  const apply: NonNullable<SlowProcess["apply"]> = ({ seriesForward, seriesBackward }) => {
    for (const [i, { node, path }] of swelling.entries()) {
      const resistance = nodeResistance({ ...node, swelling: size[i]! });
      seriesForward[path] = resistance;
      seriesBackward[path] = resistance;
    }
  };
  return {
    name: "node swelling",
    memory: [size],
    apply,
    advance(system, _t, h) {
      for (const [i, { law, captured, held }] of swelling.entries()) {
        size[i] = stepSwelling(law, size[i]!, captured.nodes[held]!, h);
      }
      apply(system);
    },
  };
}
