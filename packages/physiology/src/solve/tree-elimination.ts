/**
 * Linear systems whose matrix has the shape of a forest, solved in O(n) without fill-in.
 *
 * Row k has a diagonal and one pair of off-diagonals with its parent: up[k] = A[k][parent], down[k] = A[parent][k].
 * Eliminating leaves first, then substituting from the roots back; on a chain this is the Thomas algorithm, on a
 * tree the Hines algorithm (Hines, Int J Biomed Comput 1984;15:69). No pivoting: a vanishing pivot is reported.
 */

/** Factors in place: the diagonal becomes one over the pivots, `down` the multipliers. @returns false for a vanishing pivot. */
export function factorForest(
  order: Int32Array,
  parent: Int32Array,
  diagonal: Float64Array,
  up: Float64Array,
  down: Float64Array,
): boolean {
  for (let i = 0; i < order.length; i++) {
    const k = order[i]!;
    const pivot = diagonal[k]!;
    if (pivot === 0 || pivot - pivot !== 0) return false;
    const inverse = 1 / pivot;
    diagonal[k] = inverse;
    const p = parent[k]!;
    if (p < 0) continue;
    const multiplier = down[k]! * inverse;
    down[k] = multiplier;
    diagonal[p]! -= multiplier * up[k]!;
  }
  return true;
}

/** Solves with factors from `factorForest`; the right-hand side becomes the solution. */
export function solveForest(
  order: Int32Array,
  parent: Int32Array,
  diagonal: Float64Array,
  up: Float64Array,
  down: Float64Array,
  x: Float64Array,
): void {
  for (let i = 0; i < order.length; i++) {
    const k = order[i]!;
    const p = parent[k]!;
    if (p >= 0) x[p]! -= down[k]! * x[k]!;
  }
  for (let i = order.length - 1; i >= 0; i--) {
    const k = order[i]!;
    const p = parent[k]!;
    x[k] = (p < 0 ? x[k]! : x[k]! - up[k]! * x[p]!) * diagonal[k]!;
  }
}
