import type { Result } from "@openlymph/base";
import type { Plan } from "../plan.ts";
import { findStep } from "./find-step.ts";
import { settle } from "./settle.ts";

/** The plan without one step; the only step cannot be taken out. */
export function removeStep(plan: Plan, n: number): Result<Plan> {
  const at = findStep(plan, n);
  return at.ok ? settle(plan, plan.steps.toSpliced(at.value, 1)) : at;
}
