/**
 * How fast the fastest mode of a network may be, and which kind of method that asks for.
 *
 *   λ ≤ max_k 2 Σ_e |∂Q_e/∂V_k|,   and max |∂ξ̇/∂ξ| of the valve states          1/s (column sums of the Jacobian)
 *
 * An explicit method is stable for h λ up to about 3.3 on the negative real axis (Dormand & Prince); where its steps come
 * near that, accuracy would allow longer ones and a linearly implicit method takes over. It gives back when its own
 * steps have become so short that stability would not matter. Both decisions wait for several steps to agree.
 */
import type { System } from "./system.ts";

/** Bound of λ, 1/s, from the derivatives of the last `evaluate`; `columns` is room for one number per cell. */
export function fastestRate(system: System, columns: Float64Array): number {
  const { cells, flow, from, to, mass, flowByFrom, flowByTo } = system;
  const { stateOf, rateByState } = flow;
  columns.fill(0);
  let fastest = 0;
  for (let e = 0; e < flow.count; e++) {
    const a = from[e]!;
    const b = to[e]!;
    if (a < cells) columns[a]! += Math.abs(flowByFrom[e]!);
    if (b < cells) columns[b]! += Math.abs(flowByTo[e]!);
    if (stateOf[e]! >= 0) fastest = Math.max(fastest, Math.abs(rateByState[e]!));
  }
  for (let k = 0; k < cells; k++) fastest = Math.max(fastest, 2 * mass[k]! * columns[k]!);
  return fastest;
}

export type MethodKind = "explicit" | "implicit";

/** What has been seen of the stiffness so far. */
export interface StiffnessWatch {
  kind: MethodKind;
  /** Steps since λ was last looked at, and how many looks in a row spoke for the other kind. */
  sinceLook: number;
  votes: number;
}

/** Explicit steps between two looks: each costs about two evaluations. */
export const stepsBetweenLooks = 10;
const explicitLimit = 2.5;
const implicitLimit = 1;
const votesToLeaveExplicit = 2;
const votesToLeaveImplicit = 20;

/** The kind to begin with: implicit where the longest wanted step would be far outside the explicit limit. */
export function firstKind(rate: number, longestStep: number): MethodKind {
  return rate * longestStep > 20 ? "implicit" : "explicit";
}

/** Counts one look at λ after a step of size h; @returns true when the other kind should take over. */
export function lookAtStiffness(watch: StiffnessWatch, rate: number, h: number): boolean {
  watch.sinceLook = 0;
  const explicit = watch.kind === "explicit";
  const other = explicit ? rate * h > explicitLimit : rate * h < implicitLimit;
  watch.votes = other ? watch.votes + 1 : 0;
  if (watch.votes < (explicit ? votesToLeaveExplicit : votesToLeaveImplicit)) return false;
  watch.kind = explicit ? "implicit" : "explicit";
  watch.votes = 0;
  return true;
}
