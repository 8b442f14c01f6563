import { applyRepair, checkPlan, type History, type Plan, type PlanFinding, serializePlan } from "@openlymph/therapy";
import type { Named } from "./named.ts";

/** A finding as the page shows it: a change is a whole file, ready to be opened. */
export interface ToldFinding extends Omit<PlanFinding, "repair"> {
  readonly change?: { readonly words: string; readonly file: Named };
}

/** A plan held against a history. */
export interface CheckedPlan {
  readonly findings: readonly ToldFinding[];
  /** Said where plan and history speak of different sides. */
  readonly otherSide: string | undefined;
}

/** `lnni-arm.yaml` → `lnni-arm-changed.yaml`; a changed one keeps its name. */
export function changedName(file: string): string {
  const stem = file.replace(/\.(ya?ml|json)$/i, "");
  return stem.endsWith("-changed") ? `${stem}.yaml` : `${stem}-changed.yaml`;
}

/** Checks a plan, and writes each proposed change out as a file. */
export function checkedPlan(plan: Plan, history: History, file: string): CheckedPlan {
  const { findings: found, otherSide } = checkPlan(plan, { history });
  const findings = found.map((finding): ToldFinding => {
    const { repair, ...told } = finding;
    if (repair === undefined) return told;
    const text = serializePlan(applyRepair(plan, finding));
    return { ...told, change: { words: repair.words, file: { file: changedName(file), text } } };
  });
  return { findings, otherSide };
}
