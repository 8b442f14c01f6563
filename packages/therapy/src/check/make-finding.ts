import { type CheckCode, planRules } from "../library/plan-rule.ts";
import type { PlanFinding, PlanRepair, Severity } from "../plan/finding.ts";
import type { PlanStep } from "../plan/plan.ts";
import type { CheckedStep } from "./check-context.ts";

/** A finding of one of the rules, at a step; what it rests on comes from the rule. */
export function finding(
  code: CheckCode,
  severity: Severity,
  { step, at }: Pick<CheckedStep, "step" | "at">,
  message: string,
  repair?: PlanRepair,
): PlanFinding {
  const { basis, source } = planRules.rules[code];
  return {
    severity,
    code,
    step: step.n ?? at + 1,
    message,
    basis,
    source,
    ...(repair === undefined ? {} : { repair }),
  };
}

/** A change of the steps; they are numbered anew. `undefined` where nothing would be left. */
export function repair(words: string, steps: readonly PlanStep[]): PlanRepair | undefined {
  if (steps.length === 0) return undefined;
  return { words, steps: steps.map((step, at) => ({ ...step, n: at + 1 })) };
}
