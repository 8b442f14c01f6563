/** All buffers of a time-stepping method, made once per run. A step allocates nothing. */
import type { System } from "./system.ts";
import type { Method } from "./tableau.ts";

export interface Workspace {
  /** Rosenbrock increments U_i, or Runge–Kutta slopes. */
  readonly stages: readonly Float64Array[];
  /** Volume passed by each path, split over the stages: Σ m_i W_i (times h for Runge–Kutta) is the volume of a step. */
  readonly passed: readonly Float64Array[];
  readonly trial: Float64Array;
  readonly next: Float64Array;
  readonly error: Float64Array;
  readonly slope: Float64Array;
  /** Flow and valve rates at the start of the step, kept for a step that has to be repeated. */
  readonly startFlow: Float64Array;
  readonly startRate: Float64Array;
  /** The factored matrix, and the condensed valve states. */
  readonly diagonal: Float64Array;
  readonly up: Float64Array;
  readonly down: Float64Array;
  readonly condensedFrom: Float64Array;
  readonly condensedTo: Float64Array;
  readonly statePivot: Float64Array;
  /** Volume passed by each path in the last step, m³. */
  readonly volume: Float64Array;
}

export function createWorkspace(system: System, method: Method): Workspace {
  const size = () => new Float64Array(system.size);
  const paths = () => new Float64Array(system.valves.count);
  const cells = () => new Float64Array(system.cells);
  return {
    stages: method.weights.map(size),
    passed: method.weights.map(paths),
    trial: size(),
    next: size(),
    error: size(),
    slope: size(),
    startFlow: paths(),
    startRate: paths(),
    diagonal: cells(),
    up: cells(),
    down: cells(),
    condensedFrom: paths(),
    condensedTo: paths(),
    statePivot: paths(),
    volume: paths(),
  };
}
