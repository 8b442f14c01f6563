import type { PlanFinding } from "../finding.ts";
import type { LintContext } from "./lint-context.ts";
import { finding } from "./make-finding.ts";

/** Steps the read text does not hold. */
export function filledIn({ plan }: LintContext): readonly PlanFinding[] {
  return plan.steps.flatMap((step, at) => {
    if (step.provenance !== "assumed-by-analogy") return [];
    const message = "Filled in by analogy with its neighbours; the text that was read does not say it.";
    return finding("filled-in", "note", at, plan, message);
  });
}

/** A plan that does not say when to stop, or how to sit or lie; of an excerpt or a published text it is only noted. */
export function unsaid({ plan, opening }: LintContext): readonly PlanFinding[] {
  if (opening) return [];
  const severity = plan.complete && plan.provenance.tag !== "source" ? "warning" : "note";
  const stop = finding("no-stop-rule", severity, 0, plan, "The plan does not say when to stop or not to begin.");
  const position = finding("no-position", "note", 0, plan, "The plan does not say how to sit or lie.");
  return [...(plan.stopRule === undefined ? [stop] : []), ...(plan.position === undefined ? [position] : [])];
}
