import type { Plan, PlanStep } from "./plan.ts";

/** Time to move to a hand position and settle, s. Assumed. */
export const movingTime = 6;

export interface PlanDuration {
  /** Time the hands stroke, s. */
  readonly stroking: number;
  /** With moving to and settling at every hand position, s. */
  readonly withMoving: number;
}

/** Stroking time of one step, s. */
export function stepDuration(step: PlanStep): number {
  return step.repetitions * step.positions * step.pace;
}

/** How long a plan takes. `optional: false` leaves its optional steps out. */
export function planDuration(plan: Plan, { optional = true }: { readonly optional?: boolean } = {}): PlanDuration {
  const steps = plan.steps.filter((step) => optional || !step.optional);
  const stroking = steps.reduce((sum, step) => sum + stepDuration(step), 0);
  const positions = steps.reduce((sum, step) => sum + step.positions, 0);
  return { stroking, withMoving: stroking + movingTime * positions };
}
