/** All buffers of a time-stepping method, made once per run. A step allocates nothing. */
import { type ReadyRow, readyRow } from "./combine.ts";
import type { System } from "./system.ts";
import type { Method, RosenbrockMethod, RungeKuttaMethod } from "./tableau.ts";

/** What every method leaves after a step, and needs on the way. */
interface Buffers {
  readonly trial: Float64Array;
  /** The state after the step. */
  readonly next: Float64Array;
  readonly error: Float64Array;
  /** Error of the volume passed by each path at an end, in the order of `system.ends`. */
  readonly endError: Float64Array;
  /** Volume passed by each path in the last step, m³. */
  readonly volume: Float64Array;
}

/** Linearly implicit: increments U_i, and the volumes W_i passed by each path, with Σ m_i W_i that of a step. */
export interface RosenbrockWork extends Buffers {
  readonly method: RosenbrockMethod;
  readonly stages: readonly Float64Array[];
  readonly passed: readonly Float64Array[];
  readonly a: readonly ReadyRow[];
  readonly c: readonly ReadyRow[];
  readonly cPassed: readonly ReadyRow[];
  readonly weights: ReadyRow;
  readonly weightsPassed: ReadyRow;
  readonly errorRow: ReadyRow | undefined;
  /** The matrix: its diagonal, the condensed valve states and one over their pivots. */
  readonly diagonal: Float64Array;
  readonly condensedFrom: Float64Array;
  readonly condensedTo: Float64Array;
  readonly perStatePivot: Float64Array;
}

/** Explicit: the flows of each stage, and the rates of the valve states; both by path. */
export interface RungeKuttaWork extends Buffers {
  readonly method: RungeKuttaMethod;
  readonly flows: readonly Float64Array[];
  readonly rates: readonly Float64Array[];
  /** Volume passed on the way to a stage; later, its error. */
  readonly through: Float64Array;
  readonly turned: Float64Array;
  readonly a: readonly RowPair[];
  readonly weights: RowPair;
  readonly errorRow: RowPair | undefined;
}

/** A row of the tableau over the flows, and over the rates where there are any. */
export interface RowPair {
  readonly flows: ReadyRow;
  readonly rates: ReadyRow | undefined;
}

export type Workspace = RosenbrockWork | RungeKuttaWork;

/** Buffers for one method on one system; an explicit one may share those of `other`, which has as many stages. */
export function createWorkspace(system: System, method: Method, other?: Workspace): Workspace {
  if (method.kind === "rosenbrock") return rosenbrockWork(system, method);
  return rungeKuttaWork(system, method, other !== undefined && "flows" in other ? other : undefined);
}

function createBuffers(system: System): Buffers {
  const size = () => new Float64Array(system.size);
  return {
    trial: size(),
    next: size(),
    error: size(),
    endError: new Float64Array(system.ends.length),
    volume: new Float64Array(system.flow.count),
  };
}

function rosenbrockWork(system: System, method: RosenbrockMethod): RosenbrockWork {
  const paths = () => new Float64Array(system.flow.count);
  const stages = method.weights.map(() => new Float64Array(system.size));
  const passed = method.weights.map(paths);
  const rows = (list: readonly (readonly number[])[], terms: readonly Float64Array[]) =>
    list.map((row) => readyRow(row, terms));
  return {
    method,
    ...createBuffers(system),
    stages,
    passed,
    a: rows(method.a, stages),
    c: rows(method.c, stages),
    cPassed: rows(method.c, passed),
    weights: readyRow(method.weights, stages),
    weightsPassed: readyRow(method.weights, passed),
    errorRow: method.error === undefined ? undefined : readyRow(method.error, stages),
    diagonal: new Float64Array(system.cells),
    condensedFrom: paths(),
    condensedTo: paths(),
    perStatePivot: paths(),
  };
}

function rungeKuttaWork(system: System, method: RungeKuttaMethod, other?: RungeKuttaWork): RungeKuttaWork {
  const paths = () => new Float64Array(system.flow.count);
  const stateful = system.size > system.cells;
  const flows = other?.flows ?? method.weights.map(paths);
  const rates = other?.rates ?? (stateful ? method.weights.map(paths) : []);
  const pair = (row: readonly number[]): RowPair => ({
    flows: readyRow(row, flows),
    rates: stateful ? readyRow(row, rates) : undefined,
  });
  return {
    ...createBuffers(system),
    through: paths(),
    turned: stateful ? paths() : new Float64Array(0),
    ...other,
    method,
    flows,
    rates,
    a: method.a.map(pair),
    weights: pair(method.weights),
    errorRow: method.error === undefined ? undefined : pair(method.error),
  };
}
