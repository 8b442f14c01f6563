/** One step of an explicit method. Pressures at places without volume are solved for at every stage (free-places.ts). */
import { combineRow } from "./combine.ts";
import { balanceFreePlaces } from "./free-places.ts";
import type { StepStart } from "./start.ts";
import { evaluate, evaluatePressures, isAdmissible, rightHandSide, type System } from "./system.ts";
import type { RungeKuttaMethod } from "./tableau.ts";
import type { Workspace } from "./workspace.ts";

/** Flows at a state whose places without volume have to be balanced first. @returns false when they cannot be. */
export function evaluateBalanced(system: System, state: Float64Array, t: number): boolean {
  if (system.free.cells.length === 0) {
    evaluate(system, state, t, false);
    return true;
  }
  evaluatePressures(system, state, t, false);
  for (const group of system.free.apart) group.evaluate(system.flow, state, false);
  return balanceFreePlaces(system, state);
}

/**
 * As `rosenbrockStep`: new state in `work.next`, error estimates in `work.error` and `work.endError`. After a step of a
 * method whose last stage is the new state, `system` holds the flows there.
 *
 * @returns false if it cannot be taken.
 */
export function rungeKuttaStep(
  system: System,
  method: RungeKuttaMethod,
  work: Workspace,
  start: StepStart,
  state: Float64Array,
  t: number,
  h: number,
): boolean {
  const { stages, passed, trial, next, error, volume, a } = work;
  const { size, ends } = system;
  const { flow, rate, count } = system.flow;
  const { cells } = system.free;
  const last = stages.length - 1;
  for (let i = 0; i <= last; i++) {
    if (i === 0) {
      flow.set(start.flow);
      rate.set(start.rate);
    } else {
      const target = method.lastIsNext === true && i === last ? next : trial;
      combineRow(target, state, a[i]!, h, size);
      if (!isAdmissible(system, target) || !evaluateBalanced(system, target, t + method.nodes[i]! * h)) return false;
    }
    const stage = stages[i]!;
    rightHandSide(system, stage);
    for (let n = 0; n < cells.length; n++) stage[cells[n]!] = 0;
    passed[i]!.set(flow);
  }
  if (method.lastIsNext !== true) combineRow(next, state, work.weights, h, size);
  combineRow(volume, undefined, work.weightsPassed, h, count);
  if (work.errorRow !== undefined && method.error !== undefined) {
    combineRow(error, undefined, work.errorRow, h, size);
    for (let n = 0; n < ends.length; n++) {
      let sum = 0;
      for (let i = 0; i <= last; i++) sum += method.error[i]! * passed[i]![ends[n]!]!;
      work.endError[n] = h * sum;
    }
  }
  return isAdmissible(system, next);
}
