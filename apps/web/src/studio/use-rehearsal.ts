import { describeFailure } from "@openlymph/base";
import type { Rehearsal } from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import { useEffect, useState } from "react";
import { startRehearsal } from "../run/model.ts";

export type RunState =
  | { readonly status: "running"; readonly progress: number }
  | { readonly status: "done"; readonly rehearsal: Rehearsal }
  | { readonly status: "failed"; readonly message: string };

/** The runs a rehearsal is made of: the weeks before, without the session, with it. */
const parts = 3;

/** What a rehearsal is asked for. */
export interface Asked {
  readonly history: History | undefined;
  readonly plan: Plan | undefined;
  /** s after the session began. */
  readonly duration: number;
  /** Another one asks for the same again. */
  readonly attempt: number;
}

/** Rehearses a plan on a history in a worker; another question ends the run before it. */
export function useRehearsal({ history, plan, duration, attempt }: Asked): RunState {
  const [state, setState] = useState<RunState>({ status: "running", progress: 0 });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt runs the same again
  useEffect(() => {
    if (history === undefined || plan === undefined) return;
    let current = true;
    const tasks = new Set<string>();
    setState({ status: "running", progress: 0 });
    const running = startRehearsal(history, plan, duration, ({ task, fraction }) => {
      tasks.add(task);
      if (current) setState({ status: "running", progress: Math.min(1, (tasks.size - 1 + fraction) / parts) });
    });
    running.result
      .then(
        (result): RunState =>
          result.ok
            ? { status: "done", rehearsal: result.value }
            : { status: "failed", message: describeFailure(result) },
      )
      .catch((error: unknown): RunState => ({ status: "failed", message: (error as Error).message }))
      .then((next) => {
        if (current) setState(next);
        // Reports travel on a channel of their own; one that comes after the result must not undo it.
        current = false;
      });
    return () => {
      current = false;
      running.cancel();
    };
  }, [history, plan, duration, attempt]);
  return state;
}
