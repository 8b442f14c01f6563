import { type LintCode, lintRules } from "../../library/lint-rule.ts";
import type { PlanFinding, PlanRepair, Severity } from "../finding.ts";
import type { Plan, PlanStep } from "../plan.ts";

/** A finding at the step with a place in the list (from 0); what it rests on comes from the rule. */
export function finding(
  code: LintCode,
  severity: Severity,
  at: number,
  { steps }: Plan,
  message: string,
  repair?: PlanRepair,
): PlanFinding {
  const { basis, source } = lintRules.rules[code];
  const step = steps[at]?.n ?? at + 1;
  return { severity, code, step, message, basis, source, ...(repair === undefined ? {} : { repair }) };
}

/** A proposed list of steps, numbered anew. */
export function repair(words: string, steps: readonly PlanStep[]): PlanRepair {
  return { words, steps: steps.map((step, at) => ({ ...step, n: at + 1 })) };
}

/** A proposed change of one step. */
export function repairStep(words: string, { steps }: Plan, at: number, change: Partial<PlanStep>): PlanRepair {
  return repair(
    words,
    steps.map((step, index) => (index === at ? ({ ...step, ...change } as PlanStep) : step)),
  );
}
