import { applyRepair, type Plan, type PlanFinding } from "@openlymph/therapy";
import { planStepJson } from "./plan-step-json.ts";

/** A finding about a plan as JSON; a proposed change with the whole list of steps as it would be. */
export function findingJson(plan: Plan, finding: PlanFinding) {
  const { severity, code, step, message, basis, source, repair } = finding;
  const head = { severity, code, step, message, basis, source };
  if (repair === undefined) return head;
  const mended = applyRepair(plan, finding);
  return { ...head, repair: { words: repair.words, steps: mended.steps.map((one) => planStepJson(mended, one)) } };
}
