/**
 * One step of an explicit method.
 *
 *   W_i = h Σ_j a_ij Q_j,   y_i = y + div W_i       volumes passed by each path on the way to stage i, and the state there
 *
 * Only flows are kept, not rates of cells: a cell changes by exactly what its paths passed.
 */
import { combineRow, copy } from "./combine.ts";
import type { StepStart } from "./start.ts";
import { deliver, evaluate, isAdmissible, type System } from "./system.ts";
import type { RowPair, RungeKuttaWork } from "./workspace.ts";

/**
 * As `rosenbrockStep`: new state in `work.next`, error estimates in `work.error` and `work.endError`. After a step of a
 * method whose last stage is the new state, `system` holds the flows there.
 *
 * @returns false if it cannot be taken.
 */
export function rungeKuttaStep(
  system: System,
  work: RungeKuttaWork,
  start: StepStart,
  state: Float64Array,
  t: number,
  h: number,
): boolean {
  const { method, flows, rates, trial, next, error, endError, volume, through, a } = work;
  const { ends } = system;
  const { flow, rate } = system.flow;
  const last = flows.length - 1;
  for (let i = 0; i <= last; i++) {
    const isNext = method.lastIsNext === true && i === last;
    if (i > 0) {
      const target = isNext ? next : trial;
      advance(system, work, a[i]!, h, state, isNext ? volume : through, target);
      if (!isAdmissible(system, target) || !evaluate(system, target, t + method.nodes[i]! * h, false)) return false;
    }
    copy(flows[i]!, i === 0 ? start.flow : flow);
    if (rates.length > 0) copy(rates[i]!, i === 0 ? start.rate : rate);
  }
  if (method.lastIsNext !== true) advance(system, work, work.weights, h, state, volume, next);
  if (work.errorRow !== undefined) {
    advance(system, work, work.errorRow, h, undefined, through, error);
    for (let n = 0; n < ends.length; n++) endError[n] = through[ends[n]!]!;
  }
  return isAdmissible(system, next);
}

/** target = base + h Σ row: `passed` gets the volumes of the paths, `base` is absent for zero. */
function advance(
  system: System,
  work: RungeKuttaWork,
  row: RowPair,
  h: number,
  base: Float64Array | undefined,
  passed: Float64Array,
  target: Float64Array,
): void {
  const { count } = system.flow;
  combineRow(passed, undefined, row.flows, h, count);
  if (row.rates !== undefined) combineRow(work.turned, undefined, row.rates, h, count);
  deliver(system, base, passed, work.turned, target);
}
