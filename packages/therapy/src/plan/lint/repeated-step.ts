import { canonicalJson } from "@openlymph/base";
import type { PlanFinding } from "../finding.ts";
import type { PlanStep } from "../plan.ts";
import { writtenStep } from "../written-step.ts";
import type { LintContext } from "./lint-context.ts";
import { finding, repair } from "./make-finding.ts";

function saying(step: PlanStep | undefined): string | undefined {
  if (step === undefined) return undefined;
  const { n: _n, ...fields } = writtenStep(step);
  return canonicalJson(fields);
}

/** Steps that say exactly what the step before them says. */
export function repeatedStep({ plan }: LintContext): readonly PlanFinding[] {
  return plan.steps.flatMap((step, at) => {
    if (saying(step) !== saying(plan.steps[at - 1])) return [];
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
