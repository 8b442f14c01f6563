import type { Plan } from "../plan.ts";

/** The plan with its steps numbered 1, 2, 3… in the order of the list. */
export function renumber(plan: Plan): Plan {
  return { ...plan, steps: plan.steps.map((step, at) => ({ ...step, n: at + 1 })) };
}
