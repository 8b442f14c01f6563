/**
 * Singular values and right singular vectors of a small matrix by one-sided Jacobi rotations (Hestenes, J SIAM
 * 1958;6:51): columns are turned in pairs until all stand at right angles; their lengths are the singular values.
 */
import type { Matrix } from "./damped-step.ts";

export interface SingularValues {
  /** In falling order. */
  readonly values: readonly number[];
  /** `vectors[k]` belongs to `values[k]`; one entry per column of the matrix. */
  readonly vectors: readonly (readonly number[])[];
}

/** Below this share of the largest, a singular value counts as none: derivatives by differences carry no more digits. */
export const noSingularValue = 1e-7;

const mostSweeps = 60;

/** Turns two columns (and the same two of V) until they stand at right angles; false when they did already. */
function rotate(x: Float64Array, y: Float64Array, vx: Float64Array, vy: Float64Array): boolean {
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    xx += x[i]! * x[i]!;
    yy += y[i]! * y[i]!;
    xy += x[i]! * y[i]!;
  }
  if (Math.abs(xy) <= 1e-15 * Math.sqrt(xx * yy)) return false;
  const zeta = (yy - xx) / (2 * xy);
  const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const c = 1 / Math.hypot(1, t);
  const s = c * t;
  for (const [p, q] of [
    [x, y],
    [vx, vy],
  ] as const) {
    for (let i = 0; i < p.length; i++) {
      const kept = p[i]!;
      p[i] = c * kept - s * q[i]!;
      q[i] = s * kept + c * q[i]!;
    }
  }
  return true;
}

/** Singular values of a matrix given by rows; `columns` says how many it has, so that it may have no rows. */
export function singularValues(matrix: Matrix, columns: number): SingularValues {
  const a = Array.from({ length: columns }, (_, j) => Float64Array.from(matrix, (row) => row[j] ?? 0));
  const v = a.map((_, j) => Float64Array.from(a, (_column, i) => (i === j ? 1 : 0)));
  for (let sweep = 0, turned = true; turned && sweep < mostSweeps; sweep++) {
    turned = false;
    for (let p = 0; p < columns - 1; p++) {
      for (let q = p + 1; q < columns; q++) turned = rotate(a[p]!, a[q]!, v[p]!, v[q]!) || turned;
    }
  }
  const lengths = a.map((column) => Math.hypot(...column));
  const order = lengths.map((_, j) => j).sort((p, q) => lengths[q]! - lengths[p]!);
  return { values: order.map((j) => lengths[j]!), vectors: order.map((j) => Array.from(v[j]!)) };
}
