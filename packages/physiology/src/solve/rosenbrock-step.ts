/**
 * One step of a linearly implicit method on a network.
 *
 * Valve states couple to the cells around their path only, so they are condensed path by path; what remains has the shape
 * of the network and is eliminated in O(n). Each stage's flow through a path is carried along (W_i), in the linear form
 * the stage equation itself uses: a cell's increment is then the sum of its paths' volumes to the last bits, whatever
 * the step. Rows of places without volume make the matrix that of the volumes alone (its Schur complement); what the
 * solution says of their pressures is not used, they are found by `evaluate`.
 */
import { combineRow } from "./combine.ts";
import type { StepStart } from "./start.ts";
import { evaluate, isAdmissible, type System } from "./system.ts";
import type { RosenbrockWork } from "./workspace.ts";

/** Growth of a valve state that a step follows, as a share of 1/(hγ); a faster one is followed as if it were this fast. */
const fastestGrowth = 0.75;

/** Builds and factors M/(hγ) − J from the derivatives of the last `evaluate`. @returns false for a vanishing pivot. */
export function factorNetwork(system: System, work: RosenbrockWork, hGamma: number): boolean {
  const { cells, flow, mass, flowByFrom, flowByTo } = system;
  const { stateOf } = flow;
  const { flowByState: byState, stateByState: rateByState } = system;
  const { diagonal, condensedFrom, condensedTo, perStatePivot } = work;
  const inverse = 1 / hGamma;
  for (let k = 0; k < cells; k++) diagonal[k] = mass[k]! * inverse;
  for (let e = 0; e < flow.count; e++) {
    let byFrom = flowByFrom[e]!;
    let byTo = flowByTo[e]!;
    if (stateOf[e]! >= 0) {
      // A valve with hysteresis leaves its threshold in a growing mode; a step that long must not divide by nearly zero.
      const perPivot = 1 / (inverse - Math.min(rateByState[e]!, fastestGrowth * inverse));
      perStatePivot[e] = perPivot;
      byFrom += byState[e]! * system.stateByFrom[e]! * perPivot;
      byTo += byState[e]! * system.stateByTo[e]! * perPivot;
    }
    condensedFrom[e] = byFrom;
    condensedTo[e] = byTo;
  }
  return system.elimination.factor(diagonal, condensedFrom, condensedTo);
}

/**
 * Tries a step of size `h` from `state` at `t`; `system` holds the derivatives there and `start` the flows. Leaves the new
 * state in `work.next`, the error estimates in `work.error` and `work.endError`, the volumes passed in `work.volume`.
 *
 * @returns false when the step cannot be taken: try a smaller one.
 */
export function rosenbrockStep(
  system: System,
  work: RosenbrockWork,
  start: StepStart,
  state: Float64Array,
  t: number,
  h: number,
): boolean {
  const { size, ends, flow } = system;
  const { method, stages, passed, trial, next, error } = work;
  const hGamma = h * method.gamma;
  if (!factorNetwork(system, work, hGamma)) return false;
  for (let i = 0; i < stages.length; i++) {
    if (i > 0) {
      combineRow(trial, state, work.a[i]!, 1, size);
      if (!isAdmissible(system, trial) || !evaluate(system, trial, t + method.alpha[i]! * h, false)) return false;
    }
    const given = i === 0 ? start : flow;
    solveStage(system, work, i, given.flow, given.rate, h, hGamma, h * method.gammas[i]!);
    combineRow(passed[i]!, passed[i]!, work.cPassed[i]!, method.gamma, flow.count);
  }
  combineRow(next, state, work.weights, 1, size);
  combineRow(work.volume, undefined, work.weightsPassed, 1, flow.count);
  if (work.errorRow !== undefined && method.error !== undefined) {
    combineRow(error, undefined, work.errorRow, 1, size);
    for (let n = 0; n < ends.length; n++) {
      let sum = 0;
      for (let i = 0; i < stages.length; i++) sum += method.error[i]! * passed[i]![ends[n]!]!;
      work.endError[n] = sum;
    }
  }
  return isAdmissible(system, next);
}

/** Solves for U_i and, path by path, for W_i without its history. */
function solveStage(
  system: System,
  work: RosenbrockWork,
  i: number,
  flowNow: Float64Array,
  rateNow: Float64Array,
  h: number,
  hGamma: number,
  hGammaI: number,
): void {
  const { cells, lymphangions, size, mass, flow, flowRate } = system;
  const stage = work.stages[i]!;
  const through = work.passed[i]!;
  combineRow(stage, undefined, work.c[i]!, 1 / h, size);
  for (let k = lymphangions; k < cells; k++) stage[k]! *= mass[k]!;
  for (let e = 0; e < flow.count; e++) through[e] = flowNow[e]! + hGammaI * flowRate[e]!;
  if (size > cells) condenseStates(system, work, rateNow, hGammaI, stage, through);
  pour(system, through, stage);
  system.elimination.solve(stage);
  follow(system, work, hGamma, stage, through);
  if (size > cells) solveStates(system, work, stage);
}

/** What is known of the valve states, and what flows because of it. */
function condenseStates(
  { flow, flowByState, stateRate }: System,
  { perStatePivot }: RosenbrockWork,
  rateNow: Float64Array,
  hGammaI: number,
  stage: Float64Array,
  through: Float64Array,
): void {
  const { count, stateOf } = flow;
  for (let e = 0; e < count; e++) {
    const s = stateOf[e]!;
    if (s < 0) continue;
    const known = stage[s]! + rateNow[e]! + hGammaI * stateRate[e]!;
    stage[s] = known;
    through[e]! += flowByState[e]! * known * perStatePivot[e]!;
  }
}

/** Adds what paths carry to the cells at their ends. */
function pour(system: System, through: Float64Array, stage: Float64Array): void {
  const { cells, lymphangions, from, to, inflow, outflow, placed } = system;
  for (let j = 0; j < lymphangions; j++) stage[j]! += through[inflow[j]!]! - through[outflow[j]!]!;
  for (let i = 0; i < placed.length; i++) {
    const e = placed[i]!;
    const f = from[e]!;
    const g = to[e]!;
    if (f >= lymphangions && f < cells) stage[f]! -= through[e]!;
    if (g >= lymphangions && g < cells) stage[g]! += through[e]!;
  }
}

/** What the paths carry once the cells are known. */
function follow(
  { cells, flow, from, to }: System,
  { condensedFrom, condensedTo }: RosenbrockWork,
  hGamma: number,
  stage: Float64Array,
  through: Float64Array,
): void {
  for (let e = 0; e < flow.count; e++) {
    const f = from[e]!;
    const g = to[e]!;
    let sum = through[e]!;
    if (f < cells) sum += condensedFrom[e]! * stage[f]!;
    if (g < cells) sum += condensedTo[e]! * stage[g]!;
    through[e] = hGamma * sum;
  }
}

/** The valve states once the cells are known. */
function solveStates(
  { cells, flow, from, to, stateByFrom, stateByTo }: System,
  { perStatePivot }: RosenbrockWork,
  stage: Float64Array,
): void {
  const { count, stateOf } = flow;
  for (let e = 0; e < count; e++) {
    const s = stateOf[e]!;
    if (s < 0) continue;
    const f = from[e]!;
    const g = to[e]!;
    let sum = stage[s]!;
    if (f < cells) sum += stateByFrom[e]! * stage[f]!;
    if (g < cells) sum += stateByTo[e]! * stage[g]!;
    stage[s] = sum * perStatePivot[e]!;
  }
}
