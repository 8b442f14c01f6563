/** Runs a system forward in time with any of the methods, accumulating the volume passed by every path. */
import { raise } from "@openlymph/base";
import { copy } from "./combine.ts";
import { createStepControl, type ErrorNorm, measureError, type StepControl, stepFactor } from "./controller.ts";
import { rosenbrockStep } from "./rosenbrock-step.ts";
import { rungeKuttaStep } from "./runge-kutta-step.ts";
import { restoreMemory, roomForMemory, saveMemory } from "./slow.ts";
import type { StepStart } from "./start.ts";
import {
  createStiffnessWatch,
  fastestRate,
  firstKind,
  isTimeToLook,
  lookAtStiffness,
  type MethodKind,
  type StiffnessWatch,
} from "./stiffness.ts";
import { evaluate, type System, searchStart } from "./system.ts";
import { type Method, methods } from "./tableau.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

export interface IntegratorOptions {
  /** `auto` changes between dopri5, dopri5s and rodas4 (at a loose tolerance rodas3) as the stiffness asks. */
  readonly method: Method | "auto";
  /** Error of a step relative to the volume of a lymphangion; ignored with a fixed step. */
  readonly tolerance: number;
  /** Fixed step, s; the last step before a stop is shortened. */
  readonly step?: number | undefined;
  /** Longest step, s. */
  readonly longestStep: number;
  /** Steps after which the run is given up. */
  readonly mostSteps: number;
  /** A time after `t` on which a step has to end, s; infinite for none. */
  readonly nextBreak?: ((t: number) => number) | undefined;
}

/** A run in progress: present time and state, and what has been counted since it began. */
export interface Integrator {
  readonly system: System;
  readonly options: IntegratorOptions;
  /** The method at work, and its buffers. */
  work: Workspace;
  /** Buffers by kind, made when first needed. */
  readonly works: Partial<Record<MethodKind, Workspace>>;
  readonly watch: StiffnessWatch | undefined;
  readonly start: StepStart;
  /** Where the searches for valve drops stood before the last evaluation at the start of a step: from there it can be repeated to the bit. */
  readonly startSearch: readonly Float64Array[];
  readonly state: Float64Array;
  readonly columns: Float64Array;
  readonly memory: readonly Float64Array[];
  readonly error: ErrorNorm;
  readonly control: StepControl;
  time: number;
  /** Next step to try, s. */
  step: number;
  /** Longest step from now on, s. */
  longestStep: number;
  steps: number;
  rejected: number;
  /** Steps accepted at the smallest size although their error was too large: the crossing of a jump. */
  forced: number;
  /** Evaluations of all pressures and flows. */
  evaluations: number;
  /** Changes between explicit and implicit. */
  switches: number;
  /** Net volume passed by each path since the start, m³; and the same without sign, step by step. */
  readonly passed: Float64Array;
  readonly throughput: Float64Array;
}

/** Above this tolerance the implicit method of lower order reaches the same error sooner (*computed*: chain-100 D). */
const roughTolerance = 1e-4;

/** The method that `auto` uses for a kind. */
function methodOf(kind: MethodKind, tolerance: number): Method {
  if (kind === "implicit") return tolerance > roughTolerance ? methods.rodas3 : methods.rodas4;
  return kind === "explicit" ? methods.dopri5 : methods.dopri5s;
}

/** The method that `auto` uses for a kind, with its buffers; explicit methods share theirs. */
export function workOf(
  { system, works, options }: Pick<Integrator, "system" | "works" | "options">,
  kind: MethodKind,
): Workspace {
  const shared = kind === "explicit" ? works.extended : works.explicit;
  works[kind] ??= createWorkspace(system, methodOf(kind, options.tolerance), kind === "implicit" ? undefined : shared);
  return works[kind];
}

/** Starts at time 0 from the system's initial state, made consistent at its junctions. */
export function createIntegrator(system: System, options: IntegratorOptions): Integrator {
  checkOptions(options);
  const state = Float64Array.from(system.initial);
  const columns = new Float64Array(system.cells);
  const works: Integrator["works"] = {};
  const integrator: Integrator = {
    system,
    options,
    work:
      options.method === "auto"
        ? workOf({ system, works, options }, "implicit")
        : createWorkspace(system, options.method),
    works,
    watch: options.method === "auto" ? createStiffnessWatch("implicit") : undefined,
    start: { flow: new Float64Array(system.flow.count), rate: new Float64Array(system.flow.count) },
    startSearch: searchStart(system).map((array) => array.slice()),
    state,
    columns,
    memory: roomForMemory(system.slow),
    error: { norm: 0, worst: 0 },
    control: createStepControl(),
    time: 0,
    step: options.step ?? Math.min(options.longestStep, 1e-4),
    longestStep: options.longestStep,
    steps: 0,
    rejected: 0,
    forced: 0,
    evaluations: 0,
    switches: 0,
    passed: new Float64Array(system.flow.count),
    throughput: new Float64Array(system.flow.count),
  };
  for (const [i, k] of system.free.cells.entries()) system.free.guess[i] = state[k]!;
  evaluate(system, state, 0, true);
  for (const process of system.slow) process.settle?.(system, 0);
  if (integrator.watch !== undefined) {
    const kind = firstKind(fastestRate(system, columns), options.longestStep);
    if (kind === "explicit") {
      integrator.watch.kind = kind;
      integrator.work = workOf(integrator, kind);
    }
  }
  refresh(integrator);
  return integrator;
}

function checkOptions({ method, step }: IntegratorOptions): void {
  if (method === "auto") {
    if (step !== undefined) {
      raise("field/invalid", {
        path: "solver.step",
        value: step,
        expected: "no fixed step with the method auto",
        hint: "Name a method such as rodas4 or rk4 to run with a fixed step.",
      });
    }
    return;
  }
  if (method.error === undefined && step === undefined) {
    raise("field/missing", {
      path: "solver.step",
      expected: `a time, since ${method.name} cannot choose its own step`,
    });
  }
}

/** Flows, and derivatives where the method needs them, at the present state; kept as the start of the next step. */
export function refresh(integrator: Integrator): void {
  const { system, work, state, start } = integrator;
  keepSearch(integrator);
  integrator.evaluations++;
  const balanced = evaluate(system, state, integrator.time, work.method.kind === "rosenbrock");
  if (!balanced) giveUp(integrator, "a junction found no balance");
  keepStart(system, start);
}

function keepSearch({ system, startSearch }: Integrator): void {
  const now = searchStart(system);
  for (let i = 0; i < now.length; i++) copy(startSearch[i]!, now[i]!);
}

function keepStart({ cells, size, flow }: System, start: StepStart): void {
  copy(start.flow, flow.flow);
  if (size > cells) copy(start.rate, flow.rate);
}

function advanceSlow({ system, state }: Integrator, t: number, h: number): void {
  for (const process of system.slow) {
    process.observe?.(state);
    process.advance(system, t, h);
  }
}

/** Where the next step has to end at the latest: the stop, a break of a load or of a slow process. */
function nextStop({ system, options, time }: Integrator, end: number): number {
  let stop = Math.min(end, options.nextBreak?.(time) ?? end);
  for (const process of system.slow) stop = Math.min(stop, process.nextBreak?.(time) ?? stop);
  return stop;
}

function tryStep(integrator: Integrator, h: number): boolean {
  const { system, work, start, state, time } = integrator;
  integrator.evaluations += work.method.weights.length - 1;
  return "stages" in work
    ? rosenbrockStep(system, work, start, state, time, h)
    : rungeKuttaStep(system, work, start, state, time, h);
}

/** Takes back the first half step of the slow processes. */
function takeBack(integrator: Integrator): void {
  const { system, memory } = integrator;
  if (system.slow.length === 0) return;
  restoreMemory(system, system.slow, memory);
  refresh(integrator);
}

/**
 * Runs to `end` exactly, calling `onStep` after every accepted step; at that moment `system` holds the pressures and
 * flows of the new state. With `pauseAt` it returns after the first step that reaches that time, without having changed any
 * step: going on from there (or from a checkpoint taken there) gives the same bits.
 *
 * Raises `solver/no-convergence`, naming time and place, when the step shrinks to nothing or too many were taken.
 */
export function integrateTo(
  integrator: Integrator,
  end: number,
  onStep?: (h: number) => void,
  pauseAt = Number.POSITIVE_INFINITY,
): void {
  const { system, options, state, error, control } = integrator;
  const fixed = options.step !== undefined;
  const smallest = 1e-7 * options.longestStep;
  const slow = system.slow.length > 0;
  let longest = integrator.longestStep;
  for (const process of system.slow) longest = Math.min(longest, process.longestStep ?? longest);
  while (integrator.time < end && integrator.time < pauseAt) {
    if (integrator.steps + integrator.rejected >= options.mostSteps) giveUp(integrator, "too many steps");
    const stop = nextStop(integrator, end);
    const wanted = Math.min(integrator.step, longest);
    const left = stop - integrator.time;
    const last = wanted >= left * (1 - 1e-9);
    let h = wanted;
    if (last) h = left;
    else if (!fixed && wanted > 0.5 * left) h = 0.5 * left;
    if (slow) {
      saveMemory(system.slow, integrator.memory);
      advanceSlow(integrator, integrator.time, 0.5 * h);
      refresh(integrator);
    }
    if (!tryStep(integrator, h)) {
      if (fixed || h <= smallest) giveUp(integrator, "the state left the admissible range");
      integrator.rejected++;
      control.refused = true;
      takeBack(integrator);
      integrator.step = 0.25 * h;
      continue;
    }
    if (!fixed) {
      measureError(system, integrator.work, state, options.tolerance, error);
      const factor = stepFactor(control, error.norm, integrator.work.method);
      if (error.norm > 1) {
        if (h > smallest) {
          integrator.rejected++;
          takeBack(integrator);
          integrator.step = Math.max(smallest, h * factor);
          continue;
        }
        integrator.forced++;
        control.refused = false;
      }
      if (h === wanted || factor < 1) integrator.step = h * factor;
    }
    accept(integrator, last ? stop : integrator.time + h, h);
    onStep?.(h);
  }
}

function accept(integrator: Integrator, time: number, h: number): void {
  const { system, work, state, passed, throughput, watch } = integrator;
  integrator.time = time;
  integrator.steps++;
  copy(state, work.next);
  for (let e = 0; e < passed.length; e++) {
    const volume = work.volume[e]!;
    passed[e]! += volume;
    throughput[e]! += Math.abs(volume);
  }
  system.transport?.carry(work.volume, state, h);
  const { method } = work;
  const atNext = method.kind === "runge-kutta" && method.lastIsNext === true;
  if (system.slow.length > 0) {
    if (!atNext) refresh(integrator);
    advanceSlow(integrator, time, 0.5 * h);
    for (const process of system.slow) process.settle?.(system, time);
    refresh(integrator);
  } else if (atNext) keepStart(system, integrator.start);
  else refresh(integrator);
  if (watch !== undefined) watchStiffness(integrator, watch, h);
}

function watchStiffness(integrator: Integrator, watch: StiffnessWatch, h: number): void {
  const { system, state, columns } = integrator;
  const explicit = watch.kind !== "implicit";
  if (explicit) {
    if (!isTimeToLook(watch)) return;
    evaluate(system, state, integrator.time, true);
    integrator.evaluations++;
  }
  const rate = fastestRate(system, columns);
  if (lookAtStiffness(watch, rate, h)) {
    integrator.work = workOf(integrator, watch.kind);
    integrator.switches++;
    if (!explicit || watch.kind === "implicit") refresh(integrator);
  }
  if (explicit && watch.kind !== "implicit") {
    system.flow.flow.set(integrator.start.flow);
    system.flow.rate.set(integrator.start.rate);
  }
}

function giveUp({ system, time, steps, rejected, work, error }: Integrator, why: string): never {
  raise("solver/no-convergence", {
    path: "solver",
    value: work.method.name,
    expected:
      `a solution beyond ${time.toPrecision(6)} s (${steps} steps taken, ${rejected} refused): ${why}; ` +
      `hardest at "${system.nameOf(error.worst)}"`,
    hint:
      work.method.kind === "runge-kutta"
        ? "This network may be too stiff for an explicit method; use auto or rodas4."
        : "Look for extreme pressures, tensions or resistances there.",
  });
}
