import { describeFailure } from "@openlymph/base";
import type { History, Plan } from "@openlymph/therapy";
import { useEffect, useRef, useState } from "react";
import { bodiesAsked } from "../run/bodies-asked.ts";
import type { ManyBodies } from "../run/many-bodies.ts";
import { startManyBodies } from "../run/model.ts";
import type { BodiesAsked } from "../studio/work-view.ts";

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

export interface BodiesWish {
  readonly history: History | undefined;
  readonly plan: Plan | undefined;
  /** Whether the rehearsal itself is there: many bodies come after it. */
  readonly ready: boolean;
  readonly asked: BodiesAsked | undefined;
  readonly onAsked: (asked: BodiesAsked | undefined) => void;
}

const idle: ManyBodiesState = { status: "idle" };

/** The answer of many bodies while they are asked; another history or plan ends it and forgets the answer. */
export function useManyBodies({ history, plan, ready, asked, onAsked }: BodiesWish): AskedBodies {
  const [state, setState] = useState<ManyBodiesState>(idle);
  const question = useRef<Pick<BodiesWish, "history" | "plan" | "asked">>(undefined);
  useEffect(() => {
    if (history === undefined || plan === undefined) return;
    const { current } = question;
    question.current = { history, plan, asked };
    // Work that is opened may ask them itself.
    const same = current === undefined || (current.history === history && current.plan === plan);
    if (!same && asked !== undefined && current.asked === asked) onAsked(undefined);
  }, [history, plan, asked, onAsked]);
  // A rehearsal of the same over a longer time asks nothing new.
  const [begun, setBegun] = useState(ready);
  useEffect(() => {
    if (ready) setBegun(true);
  }, [ready]);
  useEffect(() => {
    if (!begun || asked === undefined || history === undefined || plan === undefined) return;
    let wanted = true;
    const tell = (next: ManyBodiesState): void => {
      if (wanted) setState(next);
    };
    tell({ status: "asking", done: "0" });
    const running = startManyBodies(history, plan, asked, ({ message = "" }) =>
      tell({ status: "asking", done: message }),
    );
    running.result
      .then(
        (result): ManyBodiesState =>
          result.ok ? { status: "told", told: result.value } : { status: "failed", message: describeFailure(result) },
      )
      .catch((error: unknown): ManyBodiesState => ({ status: "failed", message: (error as Error).message }))
      .then((next) => {
        tell(next);
        // Reports travel on a channel of their own; one that comes after the result must not undo it.
        wanted = false;
      });
    return () => {
      wanted = false;
      running.cancel();
      setState(idle);
    };
  }, [history, plan, begun, asked]);
  return { state, ask: () => onAsked(bodiesAsked), stop: () => onAsked(undefined) };
}
