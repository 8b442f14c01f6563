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

/**
 * Cells leaves first, with the next cell toward the root, far ones before near ones. The root of each part is its middle:
 * neighbours in this order lie on different branches and wait for each other as little as may be.
 */
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
  /** Marks the cells that the present walk has reached. */
  const seen = new Int32Array(cells);
  let walks = 0;
  const walk = (root: number): readonly number[] => {
    walks++;
    seen[root] = walks;
    parent[root] = -1;
    const reached = [root];
    for (const k of reached) {
      for (let i = start[k]!; i < start[k + 1]!; i++) {
        const next = neighbour[i]!;
        if (seen[next] === walks) continue;
        seen[next] = walks;
        parent[next] = k;
        reached.push(next);
      }
    }
    return reached;
  };
  const order = new Int32Array(cells);
  let placed = 0;
  let parts = 0;
  for (let k = cells - 1; k >= 0; k--) {
    if (seen[k] !== 0) continue;
    parts++;
    const part = walk(middleOf(walk(walk(k).at(-1)!).at(-1)!, parent));
    for (let i = part.length - 1; i >= 0; i--) order[placed++] = part[i]!;
  }
  return { order, parent, loops: links > cells - parts };
}

/** Half the way from a cell to the root of the present walk. */
function middleOf(cell: number, parent: Int32Array): number {
  let middle = cell;
  let odd = false;
  for (let k = cell; parent[k]! >= 0; k = parent[k]!) {
    if (odd) middle = parent[middle]!;
    odd = !odd;
  }
  return middle;
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
