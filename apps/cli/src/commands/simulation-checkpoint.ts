/**
 * Runs that are saved on the way and gone on with. A run goes in slices of some 50 ms, between which it is saved and asked whether it
 * shall stop (Ctrl-C, or the system ending it); slices change no step, so the result is that of an uninterrupted run to the bit.
 */
import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { type Failure, fail, minute, ok, type Result, type TaskContext } from "@openlymph/base";
import {
  advanceRun,
  beginRun,
  checkpointText,
  isFinished,
  type Network,
  type RunOptions,
  resumeRun,
  type SimulationRun,
} from "@openlymph/physiology";
import { readDuration } from "../input/read-time.ts";
import { timeWords } from "../output/numbers.ts";
import { checkTarget, writeWhole } from "../output/write-file.ts";

export interface CheckpointInput {
  readonly network: string;
  readonly checkpoint?: string | undefined;
  readonly every?: string | undefined;
  readonly resume?: string | undefined;
  readonly until?: string | undefined;
}

/** Where a run is saved and when, s of its own time. */
export interface Saving {
  readonly file: string;
  readonly every: number;
  readonly until: number;
}

/** Time between two checkpoints when none is given, s. */
const usualEvery = 10 * minute;

/** Reads what is to be saved; `undefined` for nothing. A run that goes on is saved where it came from, if nothing else is said. */
export function readSaving(input: CheckpointInput): Result<Saving | undefined> {
  const file = input.checkpoint ?? input.resume;
  if (file === undefined) {
    const orphan = input.every === undefined ? "--until" : "--every";
    const value = input.every ?? input.until;
    if (value === undefined) return ok(undefined);
    return fail("usage/invalid", { path: orphan, value, expected: "--checkpoint FILE beside it" });
  }
  const failure = checkTarget(file, [input.network]);
  if (failure !== undefined) return failure;
  const every = input.every === undefined ? ok(usualEvery) : readDuration("--every", input.every);
  if (!every.ok) return every;
  const until = input.until === undefined ? ok(Number.POSITIVE_INFINITY) : readDuration("--until", input.until);
  if (!until.ok) return until;
  return ok({ file, every: every.value, until: until.value });
}

function readCheckpoint(file: string): Result<string> {
  try {
    return ok(readFileSync(file, "utf8"));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    const hint = error.code === "ENOENT" ? "There is no such file." : `The system says ${String(error.code)}.`;
    return fail("file/unreadable", { file, expected: "the path of a checkpoint that can be read", hint });
  }
}

/** A new run, or one that goes on. */
export function openRun(network: Network, options: RunOptions, resume: string | undefined): Result<SimulationRun> {
  if (resume === undefined) return beginRun(network, options);
  const text = readCheckpoint(resume);
  return text.ok ? resumeRun(network, options, text.value, resume) : text;
}

/** Wall time of a slice, ms, and the run's own time of the first one, s. */
const patience = 50;
const firstSlice = 1;

const stopSignals = ["SIGINT", "SIGTERM"] as const;

function save(run: SimulationRun, { file }: Saving): Failure | undefined {
  return writeWhole({ path: file, content: [`${checkpointText(run)}\n`] });
}

/** Where a run stands that is saved, in words. */
export function savedWords({ integrator, plan }: SimulationRun, { file }: Saving): string {
  return (
    `Saved at ${timeWords(integrator.time)} of ${timeWords(plan.end)} in ${file}; ` +
    `the same command with --resume ${file} goes on from there.`
  );
}

/**
 * Goes on until the run is finished or `until` is reached, saving it every so often and in the end.
 *
 * @returns `task/cancelled` once it was asked to stop, after saving it; `file/unwritable` where it cannot be saved.
 */
export async function runSaving(
  run: SimulationRun,
  saving: Saving,
  context: TaskContext,
): Promise<Result<SimulationRun>> {
  const { integrator } = run;
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  for (const signal of stopSignals) process.on(signal, stop);
  try {
    let slice = firstSlice;
    while (!isFinished(run) && integrator.time < saving.until) {
      const { time } = integrator;
      const nextSave = (Math.floor(time / saving.every) + 1) * saving.every;
      const began = performance.now();
      const advanced = advanceRun(run, Math.min(saving.until, nextSave, time + slice), context);
      if (!advanced.ok) return advanced;
      const took = performance.now() - began;
      slice = (integrator.time - time) * Math.min(4, Math.max(0.25, patience / Math.max(took, 1)));
      await setImmediate();
      const due = stopped || integrator.time >= Math.min(saving.until, nextSave) || isFinished(run);
      const failure = due ? save(run, saving) : undefined;
      if (failure !== undefined) return failure;
      if (stopped && !isFinished(run)) {
        return fail("task/cancelled", { value: "simulate", hint: savedWords(run, saving) });
      }
    }
    return ok(run);
  } finally {
    for (const signal of stopSignals) process.off(signal, stop);
  }
}
