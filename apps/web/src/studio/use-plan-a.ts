import { useEffect, useState } from "react";
import type { KeptRehearsal } from "../happens/BesidePlan.tsx";
import { followed } from "../happens/follow.ts";
import { readHistory, readPlan, startRehearsal } from "../run/model.ts";
import type { KeptPlan } from "./work-view.ts";

/** A rehearsal and the files it was made of. */
interface Rehearsed {
  readonly of: KeptPlan;
  readonly kept: KeptRehearsal;
}

export interface UsedPlanA {
  /** The rehearsal of the plan that is kept; `undefined` until it was rehearsed. */
  readonly kept: KeptRehearsal | undefined;
  /** Keeps a rehearsal that was made of these files. */
  readonly keep: (kept: KeptRehearsal, of: KeptPlan) => void;
}

/**
 * The rehearsal of the plan that is kept as A. One that came with opened work is rehearsed again, once `shown`, what is
 * looked at itself, is there.
 */
export function usePlanA(planA: KeptPlan | undefined, shown: KeptRehearsal | undefined, whole: unknown): UsedPlanA {
  const [rehearsed, setRehearsed] = useState<Rehearsed>();
  const ready = shown !== undefined && whole !== undefined;
  const missing = planA !== undefined && rehearsed?.of !== planA;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown later does not change what is kept
  useEffect(() => {
    if (planA === undefined || !missing || !ready) return;
    let wanted = true;
    let cancel = (): void => undefined;
    const rehearse = async (): Promise<void> => {
      const [history, plan] = await Promise.all([readHistory(planA.history), readPlan(planA.plan)]);
      if (!wanted || !history.ok || !plan.ok) return;
      const running = startRehearsal(history.value, plan.value.plan, followed[planA.follow], () => undefined);
      cancel = running.cancel;
      const result = await running.result;
      if (!wanted || !result.ok) return;
      // The same history is the same object: only then are two plans compared.
      const { text } = planA.history;
      const same =
        text !== undefined && text === (whole as { readonly history: { readonly text?: string } }).history.text;
      const kept = {
        title: plan.value.title,
        history: same ? shown.history : history.value,
        rehearsal: result.value,
      };
      setRehearsed({ of: planA, kept });
    };
    // A plan A that cannot be read or rehearsed is not held against anything.
    rehearse().catch(() => undefined);
    return () => {
      wanted = false;
      cancel();
    };
  }, [planA, missing, ready]);
  return {
    kept: planA === undefined || missing ? undefined : rehearsed?.kept,
    keep: (kept, of) => setRehearsed({ of, kept }),
  };
}
