/** Where in a body a solute can be, and by which ways it moves: cells and paths, laid out once per body. */
import { createElimination, type Elimination } from "../solve/elimination.ts";
import type { WholeBody } from "./invert.ts";
import { checkSpaces, type LymphSpaces } from "./lymph-space.ts";

/**
 * Cells: tissue of each compartment, lymph of each junction, the bundles, edges and anastomoses in pieces along the flow,
 * and what node groups hold back. Ways out come after the last cell: each outlet, then the blood of nodes and capillaries.
 */
export interface SoluteLayout {
  readonly body: WholeBody;
  readonly cells: number;
  /** First cell of each kind; tissue begins at 0. `store[n]` is −1 where junction n is no node group. */
  readonly junction: number;
  readonly drain: number;
  readonly edge: number;
  /** First cell of each anastomosis, and one more entry for where the last ends. */
  readonly anastomosis: Int32Array;
  readonly store: Int32Array;
  readonly pieces: LymphSpaces["cells"];
  /** m³; 1 for what nodes hold (an amount), 0 for tissue, whose volume is told at each step. */
  readonly volume: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Per path that fluid takes: its conduit, counted through drains, edges, anastomoses and links. */
  readonly conduit: Int32Array;
  /** Per path: whether it is the last of its conduit, so that what passes it has arrived. */
  readonly arrives: Uint8Array;
  /** First path of those without a conduit: water absorbed by junctions, capillaries, exchange of groups with their store. */
  readonly absorption: number;
  readonly capillary: number;
  readonly exchange: number;
  /** Number of conduits: drains, edges, anastomoses, links in this order. */
  readonly conduits: number;
  readonly outlets: number;
  readonly elimination: Elimination;
}

/** Index of the ways out behind the outlets. */
export const bloodOfNodes = 0;
export const bloodOfCapillaries = 1;

/** Lays out the cells of a body. Raises `param/out-of-range` for spaces that do not fit it. */
export function layOutSolutes(body: WholeBody, spaces: LymphSpaces): SoluteLayout {
  checkSpaces(body, spaces);
  const { compartmentCount: tissues, unknownCount: junctions } = body;
  const outlets = body.junctionIds.length - junctions;
  const { drain: drainPieces, edge: edgePieces, anastomosis: anastomosisPieces } = spaces.cells;
  const drains = body.drainTo.length;
  const edges = body.edgeFrom.length;
  const anastomoses = body.anastomosisA.length;
  const junction = tissues;
  const drain = junction + junctions;
  const edge = drain + drains * drainPieces;
  const anastomosis = new Int32Array(anastomoses + 1);
  anastomosis[0] = edge + edges * edgePieces;
  for (let n = 0; n < anastomoses; n++) anastomosis[n + 1] = anastomosis[n]! + anastomosisPieces[n]!;
  let cells = anastomosis[anastomoses]!;
  const store = new Int32Array(junctions).fill(-1);
  for (let n = 0; n < junctions; n++) if (body.isGroup[n]) store[n] = cells++;

  const volume = new Float64Array(cells).fill(1);
  volume.fill(0, 0, tissues);
  const from: number[] = [];
  const to: number[] = [];
  const conduit: number[] = [];
  const arrives: number[] = [];
  const cellOf = (n: number) => (n < junctions ? junction + n : cells + n - junctions);
  const way = (a: number, first: number, pieces: number, b: number, which: number, space: number) => {
    for (let piece = 0; piece <= pieces; piece++) {
      from.push(piece === 0 ? a : first + piece - 1);
      to.push(piece === pieces ? b : first + piece);
      conduit.push(which);
      arrives.push(piece === pieces ? 1 : 0);
      if (piece < pieces) volume[first + piece] = space / pieces;
    }
  };
  for (let k = 0; k < tissues; k++) {
    for (let d = body.drainStart[k]!; d < body.drainStart[k + 1]!; d++) {
      way(k, drain + d * drainPieces, drainPieces, cellOf(body.drainTo[d]!), d, spaces.drain[d]!);
    }
  }
  for (let e = 0; e < edges; e++) {
    const first = edge + e * edgePieces;
    way(cellOf(body.edgeFrom[e]!), first, edgePieces, cellOf(body.edgeTo[e]!), drains + e, spaces.edge[e]!);
  }
  for (let n = 0; n < anastomoses; n++) {
    const ends = [cellOf(body.anastomosisA[n]!), cellOf(body.anastomosisB[n]!)] as const;
    way(ends[0], anastomosis[n]!, anastomosisPieces[n]!, ends[1], drains + edges + n, spaces.anastomosis[n]!);
  }
  for (let n = 0; n < body.linkA.length; n++) {
    way(body.linkA[n]!, 0, 0, body.linkB[n]!, drains + edges + anastomoses + n, 0);
  }
  const absorption = from.length;
  for (let n = 0; n < junctions; n++) {
    volume[junction + n] = spaces.junction[n]!;
    from.push(junction + n);
    to.push(cells + outlets + bloodOfNodes);
  }
  const capillary = from.length;
  for (let k = 0; k < tissues; k++) {
    from.push(k);
    to.push(cells + outlets + bloodOfCapillaries);
  }
  const exchange = from.length;
  for (let n = 0; n < junctions; n++) {
    if (store[n]! < 0) continue;
    from.push(junction + n);
    to.push(store[n]!);
  }
  const fromCells = Int32Array.from(from);
  const toCells = Int32Array.from(to);
  return {
    body,
    cells,
    junction,
    drain,
    edge,
    anastomosis,
    store,
    pieces: spaces.cells,
    volume,
    from: fromCells,
    to: toCells,
    conduit: Int32Array.from(conduit),
    arrives: Uint8Array.from(arrives),
    absorption,
    capillary,
    exchange,
    conduits: drains + edges + anastomoses + body.linkA.length,
    outlets,
    elimination: createElimination(cells, fromCells, toCells),
  };
}
