import type { Plan } from "../plan.ts";

/** Who carries the plan out. */
export const hands = ["self-care", "therapist"] as const;
export type Hands = (typeof hands)[number];

/** A plan as the rules see it. */
export interface LintContext {
  readonly plan: Plan;
  readonly by: Hands;
  /** Only an opening block: what is asked of a whole plan is not asked of it. */
  readonly opening: boolean;
}
