/** Runs a system forward in time with any of the methods, accumulating the volume passed by every path. */
import { raise } from "@openlymph/base";
import { errorNorm, stepFactor } from "./controller.ts";
import { factorNetwork, rosenbrockStep } from "./rosenbrock-step.ts";
import { rungeKuttaStep } from "./runge-kutta-step.ts";
import { evaluate, rightHandSide, type System } from "./system.ts";
import type { Method } from "./tableau.ts";
import { solveForest } from "./tree-elimination.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

export interface IntegratorOptions {
  readonly method: Method;
  /** Error of a step relative to the volume of a lymphangion; ignored with a fixed step. */
  readonly tolerance: number;
  /** Fixed step, s; the last step before a stop is shortened. */
  readonly step?: number | undefined;
  /** Longest step, s. */
  readonly longestStep: number;
  /** Steps after which the run is given up. */
  readonly mostSteps: number;
}

/** A run in progress: present time and state, and what has been counted since it began. */
export interface Integrator {
  readonly system: System;
  readonly options: IntegratorOptions;
  readonly work: Workspace;
  readonly state: Float64Array;
  time: number;
  /** Next step to try, s. */
  step: number;
  steps: number;
  rejected: number;
  /** Steps accepted at the smallest size although their error was too large: the crossing of a jump. */
  forced: number;
  /** Net volume passed by each path since the start, m³; and the same without sign, step by step. */
  readonly passed: Float64Array;
  readonly throughput: Float64Array;
}

/** Starts at time 0 from the system's initial state, made consistent at its junctions. */
export function createIntegrator(system: System, options: IntegratorOptions): Integrator {
  const { method } = options;
  if (method.kind === "runge-kutta" && system.mass.some((mass) => mass === 0)) {
    raise("field/invalid", {
      path: "solver.method",
      value: method.name,
      expected: "rodas4, rodas3 or implicit-euler",
      hint: "An explicit method cannot solve for junctions and nodes without volume; give junctions a volumePerMmHg.",
    });
  }
  if (method.error === undefined && options.step === undefined) {
    raise("field/missing", {
      path: "solver.step",
      expected: `a time, since ${method.name} cannot choose its own step`,
    });
  }
  const work = createWorkspace(system, method);
  const state = Float64Array.from(system.initial);
  const integrator: Integrator = {
    system,
    options,
    work,
    state,
    time: 0,
    step: options.step ?? Math.min(options.longestStep, 1e-4),
    steps: 0,
    rejected: 0,
    forced: 0,
    passed: new Float64Array(system.valves.count),
    throughput: new Float64Array(system.valves.count),
  };
  evaluate(system, state, 0, true);
  balanceJunctions(integrator);
  keepStart(integrator);
  return integrator;
}

/** Newton on the pressures of the cells without volume, volumes held. */
function balanceJunctions({ system, work, state }: Integrator): void {
  if (system.mass.every((mass) => mass !== 0)) return;
  const instant = 1e-12;
  for (let i = 0; i < 50; i++) {
    rightHandSide(system, work.slope);
    factorNetwork(system, work, instant);
    for (let k = 0; k < system.cells; k++) if (system.mass[k] !== 0) work.slope[k] = 0;
    solveForest(system.order, system.parent, work.diagonal, work.up, work.down, work.slope);
    let moved = 0;
    for (let k = 0; k < system.cells; k++) {
      if (system.mass[k] !== 0) continue;
      state[k]! += work.slope[k]!;
      moved = Math.max(moved, Math.abs(work.slope[k]!));
    }
    evaluate(system, state, 0, true);
    if (moved < 1e-9) return;
  }
}

function keepStart({ system, work }: Integrator): void {
  work.startFlow.set(system.valves.flow);
  work.startRate.set(system.valves.rate);
}

/**
 * Runs to `end` exactly, calling `onStep` after every accepted step; at that moment `system` holds the pressures and
 * flows of the new state. Raises `solver/no-convergence` when the step shrinks to nothing or too many were taken.
 */
export function integrateTo(integrator: Integrator, end: number, onStep?: (h: number) => void): void {
  const { system, options, work, state, passed, throughput } = integrator;
  const { method } = options;
  const fixed = options.step !== undefined;
  const smallest = 1e-7 * options.longestStep;
  while (integrator.time < end) {
    if (integrator.steps + integrator.rejected >= options.mostSteps) giveUp(integrator, "too many steps");
    const wanted = Math.min(integrator.step, options.longestStep);
    const left = end - integrator.time;
    const last = wanted >= left * (1 - 1e-9);
    let h = wanted;
    if (last) h = left;
    else if (!fixed && wanted > 0.5 * left) h = 0.5 * left;
    const taken =
      method.kind === "rosenbrock"
        ? rosenbrockStep(system, method, work, state, integrator.time, h)
        : rungeKuttaStep(system, method, work, state, integrator.time, h);
    let factor = 1;
    if (!taken) {
      if (fixed || h <= smallest) giveUp(integrator, "the state left the admissible range");
      integrator.rejected++;
      integrator.step = 0.25 * h;
      continue;
    }
    if (!fixed) {
      const norm = errorNorm(system, state, work.error, options.tolerance);
      factor = stepFactor(norm, method.order);
      if (norm > 1) {
        if (h > smallest) {
          integrator.rejected++;
          integrator.step = Math.max(smallest, h * Math.min(factor, 0.9));
          continue;
        }
        integrator.forced++;
      }
      if (h === wanted || factor < 1) integrator.step = h * factor;
    }
    integrator.time = last ? end : integrator.time + h;
    integrator.steps++;
    state.set(work.next);
    for (let e = 0; e < passed.length; e++) {
      const volume = work.volume[e]!;
      passed[e]! += volume;
      throughput[e]! += Math.abs(volume);
    }
    evaluate(system, state, integrator.time, true);
    keepStart(integrator);
    onStep?.(h);
  }
}

function giveUp({ time, steps, rejected, options }: Integrator, why: string): never {
  raise("solver/no-convergence", {
    path: "solver",
    value: options.method.name,
    expected: `a solution beyond ${time.toPrecision(6)} s (${steps} steps taken, ${rejected} refused): ${why}`,
    hint:
      options.method.kind === "runge-kutta"
        ? "This network may be too stiff for an explicit method; use rodas4."
        : "Look for extreme pressures, tensions or resistances.",
  });
}
