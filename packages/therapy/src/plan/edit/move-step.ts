import type { Result } from "@openlymph/base";
import type { Plan } from "../plan.ts";
import { findStep } from "./find-step.ts";
import { type Place, placeIndex } from "./place.ts";
import { settle } from "./settle.ts";

/** The plan with one step carried to another place. */
export function moveStep(plan: Plan, n: number, place: Place): Result<Plan> {
  const from = findStep(plan, n);
  if (!from.ok) return from;
  const to = placeIndex(plan, place);
  if (!to.ok) return to;
  const moved = plan.steps.slice(from.value, from.value + 1);
  const without = plan.steps.toSpliced(from.value, 1);
  const target = to.value > from.value ? to.value - 1 : to.value;
  return settle(plan, without.toSpliced(target, 0, ...moved));
}
