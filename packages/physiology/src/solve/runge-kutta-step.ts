/** One step of an explicit method. */
import { combineRow } from "./combine.ts";
import type { StepStart } from "./start.ts";
import { evaluate, isAdmissible, rightHandSide, type System } from "./system.ts";
import type { RungeKuttaMethod } from "./tableau.ts";
import type { Workspace } from "./workspace.ts";

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
  const last = stages.length - 1;
  for (let i = 0; i <= last; i++) {
    if (i === 0) {
      flow.set(start.flow);
      rate.set(start.rate);
    } else {
      const target = method.lastIsNext === true && i === last ? next : trial;
      combineRow(target, state, a[i]!, h, size);
      if (!isAdmissible(system, target) || !evaluate(system, target, t + method.nodes[i]! * h, false)) return false;
    }
    rightHandSide(system, stages[i]!);
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
