import { fail, type Result } from "@openlymph/base";
import type { Plan } from "../plan.ts";
import { findStep } from "./find-step.ts";
import { type Place, placeIndex } from "./place.ts";
import { settle } from "./settle.ts";

/** Numbers of the first and the last step of a block. */
export interface StepBlock {
  readonly from: number;
  readonly to: number;
}

/**
 * The plan with a block of steps once more, right after the block when no place is named.
 *
 * @returns the plan; `field/invalid` for a block that ends before it begins, or a plan of more than 300 steps.
 */
export function repeatSteps(plan: Plan, { from, to }: StepBlock, place: Place = { after: to }): Result<Plan> {
  const first = findStep(plan, from);
  if (!first.ok) return first;
  const last = findStep(plan, to);
  if (!last.ok) return last;
  const target = placeIndex(plan, place);
  if (!target.ok) return target;
  if (last.value < first.value) {
    return fail("field/invalid", {
      path: "block",
      value: `steps ${from} to ${to}`,
      expected: "a block whose last step does not stand before its first",
    });
  }
  const block = plan.steps.slice(first.value, last.value + 1);
  return settle(plan, plan.steps.toSpliced(target.value, 0, ...block));
}
