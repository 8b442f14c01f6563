import type { PlanFinding } from "../finding.ts";
import { stepSaying } from "../written-step.ts";
import type { LintContext } from "./lint-context.ts";
import { finding, repair } from "./make-finding.ts";

/** Steps that say exactly what the step before them says. */
export function repeatedStep({ plan }: LintContext): readonly PlanFinding[] {
  return plan.steps.flatMap((step, at) => {
    const before = plan.steps[at - 1];
    if (before === undefined || stepSaying(step) !== stepSaying(before)) return [];
    return finding(
      "repeated-step",
      "warning",
      at,
      plan,
      "Says exactly what the step before says. If more repetitions are meant, one step can carry them.",
      repair("Take the second of the two out.", plan.steps.toSpliced(at, 1)),
    );
  });
}
