import { lintRules } from "../../library/lint-rule.ts";
import type { PlanFinding } from "../finding.ts";
import type { LintContext } from "./lint-context.ts";
import { finding, repairStep } from "./make-finding.ts";

/** Steps whose words say that they may be left out, and which are not marked optional. */
export function optionalUnmarked({ plan }: LintContext): readonly PlanFinding[] {
  return plan.steps.flatMap((step, at) => {
    const text = `${step.action ?? ""} ${step.note ?? ""}`.toLowerCase();
    const word = lintRules.optionalWords.value.find((candidate) => text.includes(candidate));
    if (step.optional || word === undefined) return [];
    const repair = repairStep("Mark the step optional.", plan, at, { optional: true });
    return finding("optional-unmarked", "note", at, plan, `Says “${word}”, and is not marked optional.`, repair);
  });
}
