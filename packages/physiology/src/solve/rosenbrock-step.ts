/**
 * One step of a linearly implicit method on a network.
 *
 * Valve states couple to their two neighbours only, so they are condensed path by path; what remains has the shape of
 * the tree and is eliminated in O(n). Each stage's flow through a path is carried along (W_i), in the linear form the
 * stage equation itself uses: a cell's increment is then the sum of its paths' volumes to the last bits, whatever the step.
 */
import { evaluate, isAdmissible, type System } from "./system.ts";
import type { RosenbrockMethod } from "./tableau.ts";
import { factorForest, solveForest } from "./tree-elimination.ts";
import type { Workspace } from "./workspace.ts";

/** Builds and factors M/(hγ) − J from the derivatives of the last `evaluate`. @returns false for a vanishing pivot. */
export function factorNetwork(system: System, work: Workspace, hGamma: number): boolean {
  const { cells, from, to, parent, valves, stateOf, mass } = system;
  const { diagonal, up, down, condensedFrom, condensedTo, statePivot } = work;
  const inverse = 1 / hGamma;
  for (let k = 0; k < cells; k++) diagonal[k] = mass[k]! * inverse;
  for (let e = 0; e < valves.count; e++) {
    const a = from[e]!;
    const b = to[e]!;
    let byFrom = system.flowByFrom[e]!;
    let byTo = system.flowByTo[e]!;
    if (stateOf[e]! >= 0) {
      const pivot = inverse - valves.rateByState[e]!;
      if (pivot === 0) return false;
      statePivot[e] = pivot;
      byFrom += (valves.byState[e]! * system.stateByFrom[e]!) / pivot;
      byTo += (valves.byState[e]! * system.stateByTo[e]!) / pivot;
    }
    condensedFrom[e] = byFrom;
    condensedTo[e] = byTo;
    if (a < cells) diagonal[a]! += byFrom;
    if (b < cells) diagonal[b]! -= byTo;
    if (a >= cells || b >= cells) continue;
    if (parent[a] === b) {
      up[a] = byTo;
      down[a] = -byFrom;
    } else {
      up[b] = -byFrom;
      down[b] = byTo;
    }
  }
  return factorForest(system.order, parent, diagonal, up, down);
}

/**
 * Tries a step of size `h` from `state` at `t`; `system` holds the flows and derivatives there and `work` a copy of them
 * in `startFlow`, `startRate`. Leaves the new state in `work.next`, the error estimate in `work.error`.
 *
 * @returns false when the step cannot be taken: halve it.
 */
export function rosenbrockStep(
  system: System,
  method: RosenbrockMethod,
  work: Workspace,
  state: Float64Array,
  t: number,
  h: number,
): boolean {
  const { size, cells, valves, from, to, stateOf, mass } = system;
  const { stages, passed, trial, next, error } = work;
  const hGamma = h * method.gamma;
  if (!factorNetwork(system, work, hGamma)) return false;
  for (let i = 0; i < stages.length; i++) {
    const stage = stages[i]!;
    const through = passed[i]!;
    const a = method.a[i]!;
    const c = method.c[i]!;
    const hGammaI = h * method.gammas[i]!;
    if (i > 0) {
      trial.set(state);
      for (let j = 0; j < i; j++) addScaled(trial, a[j]!, stages[j]!, size);
      if (!isAdmissible(system, trial)) return false;
      evaluate(system, trial, t + method.alpha[i]! * h, false);
    }
    const flow = i === 0 ? work.startFlow : valves.flow;
    const rate = i === 0 ? work.startRate : valves.rate;
    stage.fill(0);
    for (let j = 0; j < i; j++) addScaled(stage, c[j]! / h, stages[j]!, size);
    for (let k = 0; k < cells; k++) stage[k]! *= mass[k]!;
    for (let e = 0; e < valves.count; e++) {
      let known = flow[e]! + hGammaI * system.flowRate[e]!;
      const s = stateOf[e]!;
      if (s >= 0) {
        const knownState = stage[s]! + rate[e]! + hGammaI * system.stateRate[e]!;
        stage[s] = knownState;
        known += (valves.byState[e]! * knownState) / work.statePivot[e]!;
      }
      through[e] = known;
      const f = from[e]!;
      const g = to[e]!;
      if (f < cells) stage[f]! -= known;
      if (g < cells) stage[g]! += known;
    }
    solveForest(system.order, system.parent, work.diagonal, work.up, work.down, stage);
    for (let e = 0; e < valves.count; e++) {
      const f = from[e]!;
      const g = to[e]!;
      const atFrom = f < cells ? stage[f]! : 0;
      const atTo = g < cells ? stage[g]! : 0;
      const s = stateOf[e]!;
      if (s >= 0) {
        stage[s] = (stage[s]! + system.stateByFrom[e]! * atFrom + system.stateByTo[e]! * atTo) / work.statePivot[e]!;
      }
      let volume = hGamma * (through[e]! + work.condensedFrom[e]! * atFrom + work.condensedTo[e]! * atTo);
      for (let j = 0; j < i; j++) volume += method.gamma * c[j]! * passed[j]![e]!;
      through[e] = volume;
    }
  }
  next.set(state);
  error.fill(0);
  work.volume.fill(0);
  for (let i = 0; i < stages.length; i++) {
    addScaled(next, method.weights[i]!, stages[i]!, size);
    addScaled(work.volume, method.weights[i]!, passed[i]!, valves.count);
    if (method.error !== undefined) addScaled(error, method.error[i]!, stages[i]!, size);
  }
  return isAdmissible(system, next);
}

function addScaled(target: Float64Array, factor: number, source: Float64Array, count: number): void {
  if (factor === 0) return;
  for (let k = 0; k < count; k++) target[k]! += factor * source[k]!;
}
