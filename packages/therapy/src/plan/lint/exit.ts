import type { PlanFinding } from "../finding.ts";
import type { LintContext } from "./lint-context.ts";
import { finding } from "./make-finding.ts";

/** Steps that point to an exit nobody has chosen; a template that offers exits to choose from is only warned of. */
export function exitNotChosen({ plan }: LintContext): readonly PlanFinding[] {
  if (plan.exit !== undefined) return [];
  const choices = plan.exitChoices?.join("; ");
  return plan.steps.flatMap((step, at) => {
    if (step.towardSide !== "exit") return [];
    const offered = choices === undefined ? "" : ` The plan offers: ${choices}.`;
    const message = `Points to the chosen exit, and none is chosen.${offered}`;
    return finding("exit-not-chosen", choices === undefined ? "error" : "warning", at, plan, message);
  });
}

/** An exit that was chosen and that no step points to. */
export function exitNotUsed({ plan }: LintContext): readonly PlanFinding[] {
  const { exit } = plan;
  if (exit === undefined || plan.steps.some(({ towardSide }) => towardSide === "exit")) return [];
  const used = plan.steps.some(({ toward }) => toward === exit.region);
  const message = used
    ? "An exit is chosen, and no step points to it by that name; steps name its region themselves."
    : "An exit is chosen, and no step points to it.";
  return [finding("exit-not-used", used ? "note" : "warning", 0, plan, message)];
}
