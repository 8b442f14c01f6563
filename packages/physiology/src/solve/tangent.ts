/**
 * Tangent: how the state of a run answers to a parameter, carried along the run itself.
 *
 *   M ṡ = J s + ∂f/∂p,   s = ∂u/∂p,      δQ = ∂Q/∂u s + ∂Q/∂p
 *   BDF2 with the steps of the run:   α₀ s⁺ + α₁ s + α₂ s⁻ = h (J⁺ s⁺ + ∂f/∂p⁺),   ω = h/h⁻
 *   α₀ = (1 + 2ω)/(1 + ω),  α₁ = −(1 + ω),  α₂ = ω²/(1 + ω);   backward Euler at the start and for ω > 2
 *
 * J is the analytic Jacobian at the run's own states, and the same elimination solves for s. ∂f/∂p is a central
 * difference of the right-hand side at one state (of flows, not of runs): the system is evaluated with the parameter a
 * little more and a little less. L-stable, order 2 (Hairer & Wanner, Solving ODEs I, 1993, III.5). Meant for prescribed
 * pacing without slow processes: there every event falls at a time that does not depend on the state.
 */

import { factorNetwork } from "./rosenbrock-step.ts";
import type { System } from "./system.ts";
import { evaluate } from "./system.ts";
import type { Workspace } from "./workspace.ts";

/** The same network with the parameter a little more and a little less. */
export interface Nudged {
  readonly more: System;
  readonly less: System;
  /** Difference of the parameter between the two, in its unit. */
  readonly difference: number;
}

export interface Tangent {
  readonly nudged: Nudged;
  /** ∂u/∂p now and one step earlier. */
  now: Float64Array;
  before: Float64Array;
  lastStep: number;
  /** ∂Q/∂p at fixed state, and δQ along the run, by path. */
  readonly direct: Float64Array;
  readonly flow: Float64Array;
  readonly right: Float64Array;
  readonly more: Float64Array;
  readonly less: Float64Array;
}

/** Begins at the start of a run; the initial state may itself depend on the parameter. */
export function createTangent(system: System, nudged: Nudged): Tangent {
  const size = () => new Float64Array(system.size);
  const paths = () => new Float64Array(system.flow.count);
  const now = nudged.more.initial.map((value, k) => (value - nudged.less.initial[k]!) / nudged.difference);
  for (let k = 0; k < system.cells; k++) now[k]! *= system.mass[k]!;
  return {
    nudged,
    now,
    before: size(),
    lastStep: 0,
    direct: paths(),
    flow: paths(),
    right: size(),
    more: size(),
    less: size(),
  };
}

/** ∂Q/∂p at the state, into `direct`; ∂ξ̇/∂p into `right` at the valve states. */
function nudge({ nudged, direct, right, more, less }: Tangent, system: System, state: Float64Array, t: number): void {
  const { cells, size, flow } = system;
  more.set(state);
  less.set(state);
  evaluate(nudged.more, more, t, false);
  evaluate(nudged.less, less, t, false);
  const per = 1 / nudged.difference;
  right.fill(0, cells, size);
  for (let e = 0; e < flow.count; e++) {
    direct[e] = (nudged.more.flow.flow[e]! - nudged.less.flow.flow[e]!) * per;
    const s = flow.stateOf[e]!;
    if (s >= 0) right[s] = (nudged.more.flow.rate[e]! - nudged.less.flow.rate[e]!) * per;
  }
}

/** δQ of every path from the present s; `system` holds the derivatives there. */
function followFlows({ now, direct, flow }: Tangent, system: System): void {
  const { cells, from, to, flowByFrom, flowByTo } = system;
  const { stateOf, count } = system.flow;
  const byState = system.flowByState;
  for (let e = 0; e < count; e++) {
    const a = from[e]!;
    const b = to[e]!;
    const s = stateOf[e]!;
    flow[e] =
      direct[e]! +
      (a < cells ? flowByFrom[e]! * now[a]! : 0) +
      (b < cells ? flowByTo[e]! * now[b]! : 0) +
      (s >= 0 ? byState[e]! * now[s]! : 0);
  }
}

/** δQ at the start, before the first step. */
export function beginTangent(tangent: Tangent, system: System, state: Float64Array): void {
  nudge(tangent, system, state, 0);
  followFlows(tangent, system);
}

/**
 * Follows an accepted step of size h that ended at `t` in `state`; `system` holds the derivatives there.
 *
 * @returns false when the matrix of the step could not be factored, or the method has none: the sensitivity is lost.
 */
export function followStep(
  tangent: Tangent,
  system: System,
  work: Workspace,
  state: Float64Array,
  t: number,
  h: number,
): boolean {
  if (!("stages" in work)) return false;
  const { cells, from, to, mass, flow, stateByFrom, stateByTo } = system;
  const { stateOf } = flow;
  const byState = system.flowByState;
  nudge(tangent, system, state, t);
  const ratio = tangent.lastStep > 0 ? h / tangent.lastStep : Number.POSITIVE_INFINITY;
  const twoSteps = ratio <= 2;
  const lead = twoSteps ? (1 + 2 * ratio) / (1 + ratio) : 1;
  const second = twoSteps ? 1 + ratio : 1;
  const third = twoSteps ? -(ratio * ratio) / (1 + ratio) : 0;
  if (!factorNetwork(system, work, h / lead)) return false;
  const { now, before, direct, right } = tangent;
  for (let k = 0; k < system.size; k++) {
    const history = (second * now[k]! + third * before[k]!) / h;
    right[k] = k < cells ? mass[k]! * history : history + right[k]!;
  }
  for (let e = 0; e < flow.count; e++) {
    const s = stateOf[e]!;
    const known = direct[e]! + (s >= 0 ? byState[e]! * right[s]! * work.perStatePivot[e]! : 0);
    if (from[e]! < cells) right[from[e]!]! -= known;
    if (to[e]! < cells) right[to[e]!]! += known;
  }
  system.elimination.solve(right);
  for (let e = 0; e < flow.count; e++) {
    const s = stateOf[e]!;
    if (s < 0) continue;
    const atFrom = from[e]! < cells ? right[from[e]!]! : 0;
    const atTo = to[e]! < cells ? right[to[e]!]! : 0;
    right[s] = (right[s]! + stateByFrom[e]! * atFrom + stateByTo[e]! * atTo) * work.perStatePivot[e]!;
  }
  tangent.before = now;
  tangent.now = Float64Array.from(right);
  tangent.lastStep = h;
  followFlows(tangent, system);
  return true;
}
