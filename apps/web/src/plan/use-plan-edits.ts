import type { Plan } from "@openlymph/therapy";
import type { PlanEdit } from "../run/edit-plan.ts";
import { editPlanFile } from "../run/model.ts";
import type { Named } from "../run/named.ts";
import { type FileEdits, useFileEdits } from "../run/use-file-edits.ts";

export type PlanEdits = FileEdits<PlanEdit>;

/** Changes of the plan shown. */
export function usePlanEdits(plan: Plan, file: string, onOpen: (file: Named) => Promise<void>): PlanEdits {
  return useFileEdits((edit) => editPlanFile(plan, edit, file), onOpen);
}
