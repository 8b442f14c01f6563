/**
 * Full grid: every combination of the chosen positions of every axis.
 *
 *   index = ((i₁ n₂ + i₂) n₃ + i₃) …      u_j = i_j / (n_j − 1)
 *
 * The last axis runs fastest. A single position lies in the middle; positions of a list fall on its values.
 */

/** Position of point `index` along every axis, in [0, 1]; `onList[j]` where axis j is a list. */
export function gridPosition(counts: readonly number[], onList: readonly boolean[], index: number): number[] {
  const position = new Array<number>(counts.length);
  let rest = index;
  for (let j = counts.length - 1; j >= 0; j--) {
    const n = counts[j] ?? 1;
    const i = rest % n;
    rest = Math.floor(rest / n);
    position[j] = onList[j] || n === 1 ? (i + 0.5) / n : i / (n - 1);
  }
  return position;
}
