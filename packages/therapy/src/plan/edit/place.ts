import { ok, type Result } from "@openlymph/base";
import type { Plan } from "../plan.ts";
import { findStep } from "./find-step.ts";

/** Where something goes, told by the numbers of the plan as it is before the change. */
export type Place = "start" | "end" | { readonly before: number } | { readonly after: number };

/** How many steps stand before a place. */
export function placeIndex(plan: Plan, place: Place): Result<number> {
  if (place === "start") return ok(0);
  if (place === "end") return ok(plan.steps.length);
  if ("before" in place) return findStep(plan, place.before);
  const at = findStep(plan, place.after);
  return at.ok ? ok(at.value + 1) : at;
}
