/**
 * The step of a damped linear least-squares problem, by Householder reflections (never JᵀJ, which squares the condition):
 *
 *   minimise |J s + r|² + Σ d_j² s_j²      as      [ J ; diag(d) ] s = [ −r ; 0 ]
 *
 * Columns that are not free keep s_j = 0.
 */

/** Rows of J: one per residual, one entry per parameter. */
export type Matrix = readonly (readonly number[])[];

/** The minimising s, one entry per column. Every free column needs d_j > 0, which also makes the problem solvable. */
export function dampedStep(
  jacobian: Matrix,
  residuals: readonly number[],
  damping: readonly number[],
  free: readonly boolean[],
): number[] {
  const columns = free.flatMap((isFree, j) => (isFree ? [j] : []));
  const n = columns.length;
  const m = residuals.length + n;
  const a = columns.map((j, k) => {
    const column = new Float64Array(m);
    for (let i = 0; i < residuals.length; i++) column[i] = jacobian[i]?.[j] ?? 0;
    column[residuals.length + k] = damping[j] ?? 0;
    return column;
  });
  const b = new Float64Array(m);
  for (let i = 0; i < residuals.length; i++) b[i] = -(residuals[i] ?? 0);
  for (let k = 0; k < n; k++) reflect(a, b, k);
  const solution = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    let sum = b[k]!;
    for (let c = k + 1; c < n; c++) sum -= a[c]![k]! * solution[c]!;
    solution[k] = sum / a[k]![k]!;
  }
  const step = new Array<number>(free.length).fill(0);
  for (const [k, j] of columns.entries()) step[j] = solution[k]!;
  return step;
}

/** Turns the part of column k below its diagonal to zero, in all later columns and the right-hand side alike. */
function reflect(a: readonly Float64Array[], b: Float64Array, k: number): void {
  const column = a[k]!;
  let norm = 0;
  for (let i = k; i < column.length; i++) norm = Math.hypot(norm, column[i]!);
  if (norm === 0) return;
  const alpha = column[k]! > 0 ? -norm : norm;
  const v = column.slice(k);
  v[0] = v[0]! - alpha;
  const squared = v.reduce((sum, value) => sum + value * value, 0);
  for (const target of [...a.slice(k), b]) {
    let dot = 0;
    for (let i = 0; i < v.length; i++) dot += v[i]! * target[k + i]!;
    const factor = (2 * dot) / squared;
    for (let i = 0; i < v.length; i++) target[k + i] = target[k + i]! - factor * v[i]!;
  }
}
