/**
 * The longest step a run may take where its author does not say.
 *
 *   h ≤ t_c / 4
 *
 * The error decides how long a step is; this only keeps one that begins in a rest from leaping over a contraction of
 * duration t_c: whatever the onset, at least three steps begin within it. *Assumed*; with t_c/20 as with t_c/4 outflows
 * of the benchmark family agree to the tolerance (*computed*).
 */
export function longestStepFor(contraction: number): number {
  return contraction / 4;
}
