/** All buffers of a time-stepping method, made once per run. A step allocates nothing. */
import { type ReadyRow, readyRow } from "./combine.ts";
import type { System } from "./system.ts";
import type { Method } from "./tableau.ts";

export interface Workspace {
  readonly method: Method;
  /** Rosenbrock increments U_i, or Runge–Kutta slopes. */
  readonly stages: readonly Float64Array[];
  /** Volume passed by each path, split over the stages: Σ m_i W_i (times h for Runge–Kutta) is the volume of a step. */
  readonly passed: readonly Float64Array[];
  readonly trial: Float64Array;
  readonly next: Float64Array;
  readonly error: Float64Array;
  /** Error of the volume passed by each path at an end, in the order of `system.ends`. */
  readonly endError: Float64Array;
  /** Volume passed by each path in the last step, m³. */
  readonly volume: Float64Array;
  /** Rows of the tableau over the stages, and over what the paths passed. */
  readonly a: readonly ReadyRow[];
  readonly c: readonly ReadyRow[];
  readonly cPassed: readonly ReadyRow[];
  readonly weights: ReadyRow;
  readonly weightsPassed: ReadyRow;
  readonly errorRow: ReadyRow | undefined;
  /** The matrix of a linearly implicit method: its diagonal, the condensed valve states. */
  readonly diagonal: Float64Array;
  readonly condensedFrom: Float64Array;
  readonly condensedTo: Float64Array;
  readonly statePivot: Float64Array;
}

/** Buffers for one method on one system. */
export function createWorkspace(system: System, method: Method): Workspace {
  const implicit = method.kind === "rosenbrock";
  const size = () => new Float64Array(system.size);
  const paths = () => new Float64Array(system.flow.count);
  const some = (wanted: boolean, make: () => Float64Array) => (wanted ? make() : new Float64Array(0));
  const stages = method.weights.map(size);
  const passed = method.weights.map(paths);
  const rows = (list: readonly (readonly number[])[], terms: readonly Float64Array[]) =>
    list.map((row) => readyRow(row, terms));
  return {
    method,
    stages,
    passed,
    trial: size(),
    next: size(),
    error: size(),
    endError: new Float64Array(system.ends.length),
    volume: paths(),
    a: rows(method.a, stages),
    c: rows(implicit ? method.c : [], stages),
    cPassed: rows(implicit ? method.c : [], passed),
    weights: readyRow(method.weights, stages),
    weightsPassed: readyRow(method.weights, passed),
    errorRow: method.error === undefined ? undefined : readyRow(method.error, stages),
    diagonal: some(implicit, () => new Float64Array(system.cells)),
    condensedFrom: some(implicit, paths),
    condensedTo: some(implicit, paths),
    statePivot: some(implicit, paths),
  };
}
