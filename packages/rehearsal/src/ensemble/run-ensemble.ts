import { attempt, type Result, type TaskContext } from "@openlymph/base";
import { runSweep, type SweepOptions, type SweepRow } from "@openlymph/study";
import { memberSession, type SessionTask } from "./session.ts";
import { memberSwelling, type SwellingTask } from "./swelling.ts";
import { type TodayTask, todayNumbers } from "./today.ts";

/** Anything virtual bodies can be asked. Plain data, so that it can be handed to a worker. */
export type EnsembleTask = TodayTask | SwellingTask | SessionTask;

/** What `evaluateMember` may be given beside the task. */
export interface MemberInput {
  readonly member: number;
  /** The member's numbers of a `today` task, from which a session begins. */
  readonly today?: readonly number[] | undefined;
}

/**
 * Asks one virtual body. The numbers are a function of (task, member) alone.
 *
 * @returns `solver/no-convergence` or `param/out-of-range` for a body that cannot be run, `task/cancelled`.
 */
export function evaluateMember(
  task: EnsembleTask,
  { member, today }: MemberInput,
  context?: TaskContext,
): Result<readonly number[]> {
  return attempt(() => {
    if (task.kind === "today") return todayNumbers(task, member, context);
    if (task.kind === "swelling") return memberSwelling(task, member, context);
    return memberSession(task, member, today, context);
  });
}

/** Passes reports on, told in bodies. */
function inBodies(context: TaskContext | undefined, members: number): TaskContext["report"] {
  return (progress) =>
    context?.report?.({ ...progress, message: `${Math.round(progress.fraction * members)} of ${members}` });
}

export interface EnsembleOptions extends Omit<SweepOptions, "task"> {
  /** How many bodies. */
  readonly members: number;
  /** Asks one body somewhere else, such as in a pool of workers; default: here, one after the other. */
  readonly evaluate?: (input: MemberInput) => Promise<Result<readonly number[]>>;
  /** Numbers of a `today` task by member, from which sessions begin. */
  readonly bodies?: ReadonlyMap<number, readonly number[]> | undefined;
}

/** A turn of the event loop, in which a message that cancels can arrive. */
function otherMessages(): Promise<void> {
  return new Promise((go) => {
    setTimeout(go, 0);
  });
}

/**
 * Asks every member of an ensemble. Bodies that cannot be run are rows with their failure, never left out.
 *
 * Runs in Node, a browser tab or a worker; without `evaluate` in its own thread, giving way between two bodies. The rows do
 * not depend on `evaluate`, `concurrency` or on where an earlier run was stopped.
 *
 * @returns one row per member; `task/cancelled` once the signal is aborted; `param/out-of-range` for a concurrency below 1.
 * @example
 * const rows = unwrap(await runEnsemble({ kind: "swelling", history, draw, times }, { members: 50, context: { signal } }));
 */
export function runEnsemble(task: EnsembleTask, options: EnsembleOptions): Promise<Result<readonly SweepRow[]>> {
  const { members, bodies, context, ...sweep } = options;
  const here = async (input: MemberInput) => {
    await otherMessages();
    return evaluateMember(task, input, { signal: context?.signal });
  };
  const evaluate = options.evaluate ?? here;
  return runSweep(
    { count: members, at: (member) => [member] },
    ([member = 0]) => evaluate({ member, today: bodies?.get(member) }),
    { ...sweep, context: { signal: context?.signal, report: inBodies(context, members) }, task: "virtual bodies" },
  );
}
