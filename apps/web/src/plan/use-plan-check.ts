import type { History, Plan } from "@openlymph/therapy";
import { useEffect, useState } from "react";
import type { CheckedPlan } from "../run/checked-plan.ts";
import { checkPlanFile } from "../run/model.ts";

export interface PlanCheckState {
  /** What was found last; nothing before the first check is done, or should the worker break. */
  readonly checked: CheckedPlan | undefined;
  /** Whether that is about the plan shown now. */
  readonly current: boolean;
}

/** Holds a plan against a history; what was found before stays in sight until the next is known. */
export function usePlanCheck(plan: Plan, history: History | undefined, file: string): PlanCheckState {
  const [found, setFound] = useState<{ readonly plan: Plan; readonly checked: CheckedPlan }>();
  useEffect(() => {
    if (history === undefined) return;
    let wanted = true;
    checkPlanFile(plan, history, file).then(
      (checked) => {
        if (wanted) setFound({ plan, checked });
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [plan, history, file]);
  return { checked: found?.checked, current: found?.plan === plan };
}
