/**
 * How fast the fastest mode of a network may be, and which kind of method that asks for.
 *
 *   λ ≤ max_k 2 Σ_e |∂Q_e/∂V_k|,   and max |∂ξ̇/∂ξ| of the valve states          1/s (column sums of the Jacobian)
 *
 * dopri5 is stable for h λ up to 3.3 on the negative real axis and dopri5s up to 5.7 (Dormand & Prince, J Comput Appl Math
 * 1980;6:19), some 4 and 7 of this bound. Where steps come near that, accuracy might allow longer ones: the next kind takes
 * over. `extended` costs the same and errs a little more, so it stays while its steps are longer than dopri5 could take.
 * `implicit` costs twice as much a step and comes for a trial: it stays only while its steps are more than twice as long, h λ
 * above 8. After a trial that did not pay it is left alone twice as long as before.
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

/** By how long a step they are stable: dopri5, dopri5s, and rodas4 or rodas3. */
export type MethodKind = "explicit" | "extended" | "implicit";

/** What has been seen of the stiffness so far. */
export interface StiffnessWatch {
  kind: MethodKind;
  /** Steps since λ was last looked at. */
  sinceLook: number;
  /** Looks in a row that spoke for the stiffer kind; below zero, for the milder one. */
  votes: number;
  /** Looks since the kind last changed, and how many votes it takes to try the implicit method. */
  looks: number;
  patience: number;
}

/** At the start of a run. */
export function createStiffnessWatch(kind: MethodKind): StiffnessWatch {
  return { kind, sinceLook: 0, votes: 0, looks: 0, patience: leastPatience };
}

/** Explicit steps between two looks, each of which costs about two evaluations: fewer when the last one gave a vote. */
const stepsBetweenLooks = 25;
const stepsBetweenVotes = 10;
const explicitLimit = 3;
const extendedLimit = 5;
const extendedLeast = 2;
const implicitLimit = 8;
const votesToExtend = 2;
const votesToLeaveExtended = 4;
const votesToLeaveImplicit = 20;
const leastPatience = 2;
const mostPatience = 32;
/** An implicit phase of more looks than this has paid. */
const longPhase = 40;

/** The kind to begin with: implicit where the longest wanted step would be far outside the explicit limit. */
export function firstKind(rate: number, longestStep: number): MethodKind {
  return rate * longestStep > 40 ? "implicit" : "explicit";
}

/** Counts a step of an explicit method; @returns true when it is time to look at λ again. */
export function isTimeToLook(watch: StiffnessWatch): boolean {
  watch.sinceLook++;
  return watch.sinceLook >= (watch.votes === 0 ? stepsBetweenLooks : stepsBetweenVotes);
}

/** Counts one look at λ after a step of size h; @returns true when another kind should take over. */
export function lookAtStiffness(watch: StiffnessWatch, rate: number, h: number): boolean {
  watch.sinceLook = 0;
  watch.looks++;
  const before = watch.kind;
  if (before === "explicit") lookAtExplicit(watch, rate * h);
  else if (before === "extended") lookAtExtended(watch, rate * h);
  else lookAtImplicit(watch, rate * h);
  return watch.kind !== before;
}

function changeTo(watch: StiffnessWatch, kind: MethodKind): void {
  watch.kind = kind;
  watch.votes = 0;
  watch.looks = 0;
}

function lookAtExplicit(watch: StiffnessWatch, reach: number): void {
  watch.votes = reach > explicitLimit ? watch.votes + 1 : 0;
  if (watch.votes >= votesToExtend) changeTo(watch, "extended");
}

function lookAtExtended(watch: StiffnessWatch, reach: number): void {
  if (reach > extendedLimit) watch.votes = Math.max(watch.votes, 0) + 1;
  else watch.votes = reach < extendedLeast ? Math.min(watch.votes, 0) - 1 : 0;
  if (watch.votes >= watch.patience) changeTo(watch, "implicit");
  else if (watch.votes <= -votesToLeaveExtended) changeTo(watch, "explicit");
}

function lookAtImplicit(watch: StiffnessWatch, reach: number): void {
  watch.votes = reach < implicitLimit ? watch.votes + 1 : Math.max(0, watch.votes - 2);
  if (watch.votes < votesToLeaveImplicit) return;
  watch.patience = watch.looks > longPhase ? leastPatience : Math.min(2 * watch.patience, mostPatience);
  changeTo(watch, "extended");
}
