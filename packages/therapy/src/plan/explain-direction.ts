import type { BodySide } from "../fields/body-side.ts";
import type { Direction, Plan, PlanStep } from "./plan.ts";
import { resolveStep } from "./resolve-step.ts";
import { directionOf, type ExplainedDirection } from "./step-direction.ts";

/** The direction of a step and why; the plan's own `direction` comes first. */
export function explainDirection(
  plan: Plan,
  step: PlanStep,
  affectedSide: BodySide = plan.affectedSide,
): ExplainedDirection {
  if (step.direction !== undefined) return { direction: step.direction, basis: "stated by the plan" };
  return directionOf(resolveStep(plan, step, affectedSide));
}

/** Whether a stroke runs toward the heart (`proximal`), away from it (`distal`) or `across` into another basin. */
export function stepDirection(plan: Plan, step: PlanStep, affectedSide: BodySide = plan.affectedSide): Direction {
  return explainDirection(plan, step, affectedSide).direction;
}
