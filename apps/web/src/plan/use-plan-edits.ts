import { describeFailure } from "@openlymph/base";
import type { Plan } from "@openlymph/therapy";
import { useState } from "react";
import type { PlanEdit } from "../run/edit-plan.ts";
import { editPlanFile } from "../run/model.ts";
import type { Named } from "../run/named.ts";

export interface PlanEdits {
  /** Makes a change; `true` once it is shown. */
  readonly make: (edit: PlanEdit) => Promise<boolean>;
  /** Why the last change was refused. */
  readonly problem: string | undefined;
  readonly dismiss: () => void;
}

/** Changes of the plan shown, each opened as a whole new file. */
export function usePlanEdits(plan: Plan, file: string, onOpen: (file: Named) => Promise<void>): PlanEdits {
  const [problem, setProblem] = useState<string>();
  return {
    async make(edit) {
      const result = await editPlanFile(plan, edit, file).catch((error: unknown) => error as Error);
      if (result instanceof Error || !result.ok) {
        setProblem(result instanceof Error ? result.message : describeFailure(result));
        return false;
      }
      setProblem(undefined);
      await onOpen(result.value);
      return true;
    },
    problem,
    dismiss: () => setProblem(undefined),
  };
}
