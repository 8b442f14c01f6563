/**
 * Checkpoint: everything a run needs to go on with the same bits, as plain numbers that JSON keeps exactly.
 *
 * Taken between two steps (`integrateTo` with `pauseAt`), it changes no step: going on from it equals the run that was
 * never interrupted, bit for bit. It belongs to one network and one set of options; both are the caller's to keep beside it.
 */
import { fail, ok, type Result } from "@openlymph/base";
import { type Integrator, refresh, workOf } from "./integrate.ts";
import type { MethodKind } from "./stiffness.ts";
import { evaluate, searchStart } from "./system.ts";

export interface Checkpoint {
  readonly time: number;
  readonly step: number;
  readonly longestStep: number;
  /** ε of the last accepted step, which the next step size looks back at. */
  readonly errorBefore: number;
  readonly kind: MethodKind;
  readonly counts: readonly number[];
  readonly watch: readonly number[];
  readonly state: readonly KeptNumber[];
  readonly flow: readonly KeptNumber[];
  readonly rate: readonly KeptNumber[];
  /** Where the searches for valve drops stood before and after the last evaluation. */
  readonly startSearch: readonly (readonly KeptNumber[])[];
  readonly search: readonly (readonly KeptNumber[])[];
  readonly passed: readonly KeptNumber[];
  readonly throughput: readonly KeptNumber[];
  readonly memory: readonly (readonly KeptNumber[])[];
}

/** A number as JSON can keep it: infinities by name. */
export type KeptNumber = number | "Infinity" | "-Infinity";

const list = (array: Float64Array): KeptNumber[] =>
  Array.from(array, (value) => (Number.isFinite(value) ? value : (String(value) as KeptNumber)));

/** The present of a run; the integrator is not changed. */
export function takeCheckpoint(integrator: Integrator): Checkpoint {
  const { system, work, watch, steps, rejected, forced, evaluations, switches } = integrator;
  return {
    time: integrator.time,
    step: integrator.step,
    longestStep: integrator.longestStep,
    errorBefore: integrator.control.before,
    kind: watch?.kind ?? (work.method.kind === "rosenbrock" ? "implicit" : "explicit"),
    counts: [steps, rejected, forced, evaluations, switches],
    watch: watch === undefined ? [] : [watch.sinceLook, watch.votes, watch.looks, watch.patience],
    state: list(integrator.state),
    flow: list(integrator.start.flow),
    rate: list(integrator.start.rate),
    startSearch: integrator.startSearch.map(list),
    search: searchStart(system).map(list),
    passed: list(integrator.passed),
    throughput: list(integrator.throughput),
    memory: memoryOf(integrator).map(list),
  };
}

function memoryOf({ system }: Integrator): readonly Float64Array[] {
  return [...system.slow.flatMap(({ memory }) => memory), ...(system.transport?.memory ?? [])];
}

/** Whether every field is there and every number is one. */
function isComplete(from: Checkpoint): boolean {
  const numbers = (list: unknown) =>
    Array.isArray(list) && list.every((value) => !Number.isNaN(Number(value ?? Number.NaN)));
  const lists = (all: unknown) => Array.isArray(all) && all.every(numbers);
  const { time, step, longestStep } = from;
  return (
    [time, step, longestStep].every((value) => Number.isFinite(value) && value >= 0) &&
    [from.counts, from.watch, from.state, from.flow, from.rate, from.passed, from.throughput].every(numbers) &&
    [from.startSearch, from.search, from.memory].every(lists)
  );
}

/**
 * Puts a fresh integrator of the same network and options where the checkpoint was taken.
 *
 * @returns `document/format` when the checkpoint is of another network: its arrays have other lengths.
 */
export function restoreCheckpoint(integrator: Integrator, from: Checkpoint): Result<Integrator> {
  const { system, watch, start } = integrator;
  if (!isComplete(from)) {
    return fail("document/unreadable", {
      path: "checkpoint",
      expected: "a whole checkpoint, as it was written",
      hint: "The file is damaged; begin the run again.",
    });
  }
  const put = (array: Float64Array, kept: readonly KeptNumber[]) => array.set(kept.map(Number));
  const pairs: [Float64Array, readonly KeptNumber[]][] = [
    [integrator.state, from.state],
    [start.flow, from.flow],
    [start.rate, from.rate],
    [integrator.passed, from.passed],
    [integrator.throughput, from.throughput],
  ];
  const search = searchStart(system);
  for (const [i, array] of search.entries()) pairs.push([array, from.search[i] ?? []]);
  for (const [i, array] of integrator.startSearch.entries()) pairs.push([array, from.startSearch[i] ?? []]);
  const memory = memoryOf(integrator);
  for (const [i, array] of memory.entries()) pairs.push([array, from.memory[i] ?? []]);
  if (memory.length !== from.memory.length || pairs.some(([array, kept]) => array.length !== kept.length)) {
    return fail("document/format", {
      path: "checkpoint",
      value: `${from.state.length} unknowns`,
      expected: `${integrator.state.length} unknowns: a checkpoint of this very network`,
    });
  }
  for (const [array, kept] of pairs) put(array, kept);
  integrator.time = from.time;
  integrator.step = from.step;
  integrator.longestStep = from.longestStep;
  integrator.control.before = from.errorBefore;
  const [steps = 0, rejected = 0, forced = 0, evaluations = 0, switches = 0] = from.counts;
  if (watch !== undefined) {
    watch.kind = from.kind;
    const [sinceLook = 0, votes = 0, looks = 0, patience = watch.patience] = from.watch;
    Object.assign(watch, { sinceLook, votes, looks, patience });
    integrator.work = workOf(integrator, from.kind);
  }
  for (const process of system.slow) process.apply?.(system);
  // An implicit method needs the derivatives again, from the very drops they were found from.
  if (from.kind === "implicit") {
    for (const [i, array] of search.entries()) put(array, from.startSearch[i]!);
    refresh(integrator);
  } else {
    evaluate(system, integrator.state, from.time, false);
    for (const [i, array] of search.entries()) put(array, from.search[i]!);
    put(system.flow.flow, from.flow);
    put(system.flow.rate, from.rate);
  }
  Object.assign(integrator, { steps, rejected, forced, evaluations, switches });
  return ok(integrator);
}
