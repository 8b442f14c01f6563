import type { Result } from "@openlymph/base";
import type { Plan, PlanStep } from "../plan.ts";
import { reread } from "../reread.ts";
import { renumber } from "./renumber.ts";

/**
 * A plan with other steps: numbered from 1, held to the rules of plan files, and a draft again, whoever had approved it.
 * Its versions stay; they tell who wrote what came before.
 */
export function settle(plan: Plan, steps: readonly PlanStep[]): Result<Plan> {
  return reread(renumber({ ...plan, reviewStatus: "draft", steps }));
}
