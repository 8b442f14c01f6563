/** One step of an explicit method. Every cell must store volume: there is no unknown pressure to solve for. */
import { evaluate, isAdmissible, rightHandSide, type System } from "./system.ts";
import type { RungeKuttaMethod } from "./tableau.ts";
import type { Workspace } from "./workspace.ts";

/** As `rosenbrockStep`: new state in `work.next`, error estimate in `work.error`. @returns false if it cannot be taken. */
export function rungeKuttaStep(
  system: System,
  method: RungeKuttaMethod,
  work: Workspace,
  state: Float64Array,
  t: number,
  h: number,
): boolean {
  const { stages, passed, trial, next, error, volume } = work;
  for (let i = 0; i < stages.length; i++) {
    const through = passed[i]!;
    if (i === 0) {
      system.valves.flow.set(work.startFlow);
      system.valves.rate.set(work.startRate);
    } else {
      trial.set(state);
      for (let j = 0; j < i; j++) addScaled(trial, h * method.a[i]![j]!, stages[j]!);
      if (!isAdmissible(system, trial)) return false;
      evaluate(system, trial, t + method.nodes[i]! * h, false);
    }
    rightHandSide(system, stages[i]!);
    through.set(system.valves.flow);
  }
  next.set(state);
  error.fill(0);
  volume.fill(0);
  for (let i = 0; i < stages.length; i++) {
    addScaled(next, h * method.weights[i]!, stages[i]!);
    addScaled(volume, h * method.weights[i]!, passed[i]!);
    if (method.error !== undefined) addScaled(error, h * method.error[i]!, stages[i]!);
  }
  return isAdmissible(system, next);
}

function addScaled(target: Float64Array, factor: number, source: Float64Array): void {
  if (factor === 0) return;
  for (let k = 0; k < target.length; k++) target[k]! += factor * source[k]!;
}
