import { describeFailure } from "@openlymph/base";
import type { History, Plan } from "@openlymph/therapy";
import { useEffect, useRef, useState } from "react";
import type { ManyBodies } from "../run/many-bodies.ts";
import { type Running, startManyBodies } from "../run/model.ts";

export type ManyBodiesState =
  | { readonly status: "idle" }
  | { readonly status: "asking"; readonly done: string }
  | { readonly status: "told"; readonly told: ManyBodies }
  | { readonly status: "failed"; readonly message: string };

export interface AskedBodies {
  readonly state: ManyBodiesState;
  readonly ask: () => void;
  readonly stop: () => void;
}

const idle: ManyBodiesState = { status: "idle" };

/** Asks many bodies when told to; another history or plan ends it and forgets the answer. */
export function useManyBodies(history: History | undefined, plan: Plan | undefined): AskedBodies {
  const [state, setState] = useState<ManyBodiesState>(idle);
  const running = useRef<Running<ManyBodies>>(undefined);
  const stop = (): void => {
    running.current?.cancel();
    running.current = undefined;
    setState(idle);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another history or plan is another question
  useEffect(() => stop, [history, plan]);
  const ask = (): void => {
    if (history === undefined || plan === undefined) return;
    setState({ status: "asking", done: "0" });
    const own = startManyBodies(history, plan, ({ message = "" }) => {
      if (running.current === own) setState({ status: "asking", done: message });
    });
    running.current = own;
    own.result
      .then(
        (result): ManyBodiesState =>
          result.ok ? { status: "told", told: result.value } : { status: "failed", message: describeFailure(result) },
      )
      .catch((error: unknown): ManyBodiesState => ({ status: "failed", message: (error as Error).message }))
      .then((next) => {
        if (running.current !== own) return;
        running.current = undefined;
        setState(next);
      });
  };
  return { state, ask, stop };
}
