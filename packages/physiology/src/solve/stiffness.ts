/**
 * How fast the fastest mode of a network may be, and which kind of method that asks for.
 *
 *   λ ≤ max_k 2 Σ_e |∂Q_e/∂V_k|,   and max |∂ξ̇/∂ξ| of the valve states          1/s (column sums of the Jacobian)
 *
 * An explicit method is stable for h λ up to about 3.3 on the negative real axis (Dormand & Prince), and 4 of this bound.
 * Where its steps come near that, accuracy might allow longer ones: a linearly implicit method takes over for a trial. A step
 * of it costs twice as much, so it stays only while its steps are more than twice as long, h λ above 8. After a trial that did
 * not pay, the explicit method is left alone twice as long as before.
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
  /** Steps since λ was last looked at, and how many looks spoke for the other kind. */
  sinceLook: number;
  votes: number;
  /** Looks since the kind last changed, and how many votes it takes to leave an explicit method. */
  looks: number;
  patience: number;
}

/** At the start of a run. */
export function createStiffnessWatch(kind: MethodKind): StiffnessWatch {
  return { kind, sinceLook: 0, votes: 0, looks: 0, patience: leastPatience };
}

/** Explicit steps between two looks: each costs about two evaluations. */
export const stepsBetweenLooks = 10;
const explicitLimit = 3;
const implicitLimit = 8;
const votesToLeaveImplicit = 20;
const leastPatience = 2;
const mostPatience = 32;
/** An implicit phase of more looks than this has paid. */
const longPhase = 40;

/** The kind to begin with: implicit where the longest wanted step would be far outside the explicit limit. */
export function firstKind(rate: number, longestStep: number): MethodKind {
  return rate * longestStep > 40 ? "implicit" : "explicit";
}

/** Counts one look at λ after a step of size h; @returns true when the other kind should take over. */
export function lookAtStiffness(watch: StiffnessWatch, rate: number, h: number): boolean {
  watch.sinceLook = 0;
  watch.looks++;
  const explicit = watch.kind === "explicit";
  const other = explicit ? rate * h > explicitLimit : rate * h < implicitLimit;
  const setBack = explicit ? 0 : Math.max(0, watch.votes - 2);
  watch.votes = other ? watch.votes + 1 : setBack;
  if (watch.votes < (explicit ? watch.patience : votesToLeaveImplicit)) return false;
  if (!explicit) watch.patience = watch.looks > longPhase ? leastPatience : Math.min(2 * watch.patience, mostPatience);
  watch.kind = explicit ? "implicit" : "explicit";
  watch.votes = 0;
  watch.looks = 0;
  return true;
}
