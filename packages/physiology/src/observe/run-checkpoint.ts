/**
 * `openlymph/checkpoint@1`: a run as text, to go on with later or elsewhere.
 *
 * | field                        | holds                                                                           |
 * | ---------------------------- | ------------------------------------------------------------------------------- |
 * | format, program, parameterHash | the hash covers the network, the length of the run and what is to be kept of it |
 * | time                         | s                                                                               |
 * | integrator                   | solve/checkpoint.ts                                                             |
 * | observer                     | arrays and lists of everything that was counted, and the course kept for drawing  |
 *
 * Going on gives the very bits of a run that was never interrupted, so only the very program, network and settings may go on.
 */
import { fail, ok, type Result, runRecord } from "@openlymph/base";
import type { Network } from "../network/network.ts";
import { type Checkpoint, restoreCheckpoint, takeCheckpoint } from "../solve/checkpoint.ts";
import { exactJson, parseExactJson } from "./exact-json.ts";
import { beginRun, type RunOptions, type SimulationRun } from "./run.ts";

export const checkpointFormat = "openlymph/checkpoint@1";

interface Stored {
  readonly format: string;
  readonly program: string;
  readonly parameterHash: string;
  readonly time: number;
  readonly integrator: Checkpoint;
  readonly observer: {
    readonly clock: readonly number[];
    readonly memory: readonly (readonly number[])[];
    readonly onsets: readonly number[];
    readonly events: readonly number[];
    readonly outflows: readonly number[];
    readonly rows: readonly [readonly (readonly number[])[], readonly (readonly number[])[]];
  };
}

const identityOf = ({ network, plan, trace }: SimulationRun) =>
  runRecord(checkpointFormat, { network, time: plan.end, trace });

/** The present of a run as text; the run is not changed. */
export function checkpointText(run: SimulationRun): string {
  const { observer, integrator, clock } = run;
  const { format, program, parameterHash } = identityOf(run);
  return exactJson({
    format,
    program,
    parameterHash,
    time: integrator.time,
    integrator: takeCheckpoint(integrator),
    observer: {
      clock,
      memory: observer.memory,
      onsets: observer.onsets,
      events: observer.events,
      outflows: observer.outflows,
      rows: observer.recorder?.rows() ?? [[], []],
    },
  });
}

function parsed(text: string, file: string): Result<Partial<Stored>> {
  try {
    const value = parseExactJson(text);
    if (typeof value === "object" && value !== null) return ok(value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return fail("document/unreadable", { file, expected: `${checkpointFormat}, whole` });
}

/**
 * A run that goes on where the text was made.
 *
 * @param file name of the text, for messages.
 * @returns `document/format` for another format, program or shape, `usage/invalid` for another network or other settings, and what `beginRun`
 * refuses.
 */
export function resumeRun(network: Network, options: RunOptions, text: string, file: string): Result<SimulationRun> {
  const content = parsed(text, file);
  if (!content.ok) return content;
  const begun = beginRun(network, options);
  if (!begun.ok) return begun;
  const run = begun.value;
  const { format, program, parameterHash } = identityOf(run);
  const stored = content.value;
  if (stored.format !== format) {
    return fail("document/format", { file, value: stored.format, expected: format });
  }
  if (stored.program !== program) {
    const hint = "Only the same version gives the same bits; begin the run anew.";
    return fail("document/format", { file, value: stored.program, expected: `a checkpoint of ${program}`, hint });
  }
  if (stored.parameterHash !== parameterHash) {
    return fail("usage/invalid", {
      file,
      expected: "a checkpoint of this very network, length and settings",
      hint: "Give the same --set, --cycles or --for, --csv, --out, --figure and --loop as when it was made.",
    });
  }
  return restored(run, stored, file);
}

function restored(run: SimulationRun, { integrator, observer }: Partial<Stored>, file: string): Result<SimulationRun> {
  const damaged = fail("document/format", { file, expected: `${checkpointFormat}, whole` });
  if (integrator === undefined || observer === undefined) return damaged;
  const { memory, onsets, events, outflows, recorder } = run.observer;
  const lists = [observer.memory, observer.onsets, observer.events, observer.outflows, observer.rows];
  if (!lists.every(Array.isArray) || observer.rows.length !== 2) return damaged;
  const arrays = [run.clock, ...memory];
  const kept = [observer.clock, ...observer.memory];
  if (arrays.length !== kept.length || arrays.some((array, i) => array.length !== kept[i]?.length)) return damaged;
  const back = restoreCheckpoint(run.integrator, integrator);
  if (!back.ok) return { ...back, file };
  for (const [i, array] of arrays.entries()) array.set(kept[i]!);
  for (const time of observer.onsets) onsets.push(time);
  for (const number of observer.events) events.push(number);
  outflows.push(...observer.outflows);
  const [whole, present] = observer.rows.map((rows) => rows.map((row) => Float64Array.from(row)));
  recorder?.restore(whole ?? [], present ?? []);
  return ok(run);
}
