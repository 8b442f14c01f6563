/**
 * Linear systems with the shape of a network, made ready once and then solved without allocation.
 *
 * Row k is cell k; a flow path e between two cells couples them by two entries:
 *
 *   byFrom[e]: row `from` gets +byFrom on its diagonal and row `to` gets −byFrom in column `from`
 *   byTo[e]:   row `from` gets +byTo in column `to` and row `to` gets −byTo on its diagonal
 *
 * that is, the matrix of  diagonal · u + Σ_e (e_from − e_to)(byFrom u_from + byTo u_to). On a forest the cells are
 * eliminated leaves first in O(n) without fill-in (Hines, Int J Biomed Comput 1984;15:69); a network with loops goes to
 * a sparse LU of fixed pattern, whose fill-in grows with the number of loops, not of cells.
 */
import { sparseLu } from "./sparse-lu.ts";
import { factorForest, solveForest } from "./tree-elimination.ts";

export interface Elimination {
  /** Whether the network has loops. */
  readonly loops: boolean;
  /** Factors the matrix above; `diagonal` is overwritten. @returns false for a vanishing pivot. */
  factor(diagonal: Float64Array, byFrom: Float64Array, byTo: Float64Array): boolean;
  /** The right-hand side becomes the solution. */
  solve(x: Float64Array): void;
}

interface Forest {
  readonly order: Int32Array;
  readonly parent: Int32Array;
  readonly loops: boolean;
}

/** Cells leaves first, with the next cell toward the root; the root of each part is its last cell by number. */
export function findForest(cells: number, from: Int32Array, to: Int32Array): Forest {
  const degree = new Int32Array(cells + 1);
  let links = 0;
  for (let e = 0; e < from.length; e++) {
    if (from[e]! >= cells || to[e]! >= cells) continue;
    degree[from[e]!]!++;
    degree[to[e]!]!++;
    links++;
  }
  const start = new Int32Array(cells + 1);
  for (let k = 0; k < cells; k++) start[k + 1] = start[k]! + degree[k]!;
  const neighbour = new Int32Array(2 * links);
  const filled = start.slice();
  for (let e = 0; e < from.length; e++) {
    const a = from[e]!;
    const b = to[e]!;
    if (a >= cells || b >= cells) continue;
    neighbour[filled[a]!++] = b;
    neighbour[filled[b]!++] = a;
  }
  const parent = new Int32Array(cells).fill(-1);
  const seen = new Uint8Array(cells);
  const rootsFirst: number[] = [];
  let parts = 0;
  for (let root = cells - 1; root >= 0; root--) {
    if (seen[root]) continue;
    parts++;
    seen[root] = 1;
    const waiting = [root];
    while (waiting.length > 0) {
      const k = waiting.pop() as number;
      rootsFirst.push(k);
      for (let i = start[k]!; i < start[k + 1]!; i++) {
        const next = neighbour[i]!;
        if (seen[next]) continue;
        seen[next] = 1;
        parent[next] = k;
        waiting.push(next);
      }
    }
  }
  return { order: Int32Array.from(rootsFirst.reverse()), parent, loops: links > cells - parts };
}

/** Makes ready to solve for the unknowns of `cells` cells joined by paths; ends numbered `cells` or more are reservoirs. */
export function createElimination(cells: number, from: Int32Array, to: Int32Array): Elimination {
  const forest = findForest(cells, from, to);
  return forest.loops ? loopElimination(cells, from, to) : forestElimination(cells, from, to, forest);
}

function forestElimination(cells: number, from: Int32Array, to: Int32Array, { order, parent }: Forest): Elimination {
  const pivots = new Float64Array(cells);
  const up = new Float64Array(cells);
  const down = new Float64Array(cells);
  return {
    loops: false,
    factor(diagonal, byFrom, byTo) {
      pivots.set(diagonal);
      for (let e = 0; e < from.length; e++) {
        const a = from[e]!;
        const b = to[e]!;
        if (a < cells) pivots[a]! += byFrom[e]!;
        if (b < cells) pivots[b]! -= byTo[e]!;
        if (a >= cells || b >= cells) continue;
        if (parent[a] === b) {
          up[a] = byTo[e]!;
          down[a] = -byFrom[e]!;
        } else {
          up[b] = -byFrom[e]!;
          down[b] = byTo[e]!;
        }
      }
      return factorForest(order, parent, pivots, up, down);
    },
    solve(x) {
      solveForest(order, parent, pivots, up, down, x);
    },
  };
}

function loopElimination(cells: number, from: Int32Array, to: Int32Array): Elimination {
  const pattern: [number, number][] = [];
  for (let e = 0; e < from.length; e++) if (from[e]! < cells && to[e]! < cells) pattern.push([from[e]!, to[e]!]);
  const lu = sparseLu(cells, pattern);
  const own = Int32Array.from({ length: cells }, (_, k) => lu.slot(k, k));
  const inside = (e: number) => from[e]! < cells && to[e]! < cells;
  const above = Int32Array.from(from, (a, e) => (inside(e) ? lu.slot(a, to[e]!) : -1));
  const below = Int32Array.from(from, (a, e) => (inside(e) ? lu.slot(to[e]!, a) : -1));
  return {
    loops: true,
    factor(diagonal, byFrom, byTo) {
      const { values } = lu;
      values.fill(0);
      for (let k = 0; k < cells; k++) values[own[k]!] = diagonal[k]!;
      for (let e = 0; e < from.length; e++) {
        const a = from[e]!;
        const b = to[e]!;
        if (a < cells) values[own[a]!]! += byFrom[e]!;
        if (b < cells) values[own[b]!]! -= byTo[e]!;
        if (a >= cells || b >= cells) continue;
        values[above[e]!]! += byTo[e]!;
        values[below[e]!]! -= byFrom[e]!;
      }
      return lu.factorise();
    },
    solve(x) {
      lu.solve(x);
    },
  };
}
