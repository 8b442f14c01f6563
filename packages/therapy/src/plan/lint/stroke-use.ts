import { regionsById } from "../../library/region.ts";
import { strokesById } from "../../library/stroke.ts";
import { isPlaced } from "../../library/stroke-place.ts";
import type { PlanFinding } from "../finding.ts";
import type { LintContext } from "./lint-context.ts";
import { finding } from "./make-finding.ts";

/** Strokes used where the library does not place them. */
export function strokeNotPlaced({ plan }: LintContext): readonly PlanFinding[] {
  return plan.steps.flatMap((step, at) => {
    const stroke = strokesById.get(step.stroke);
    if (stroke === undefined || isPlaced(stroke, step.region)) return [];
    const region = regionsById.get(step.region)?.label ?? step.region;
    const where = stroke.where.map((words) => words.replaceAll("_", " ")).join(", ");
    const message = `${stroke.name} is not taught for this region (${region}), but for: ${where}.`;
    return finding("stroke-not-placed", "warning", at, plan, message);
  });
}

/** Strokes in a self-care plan that belong in a therapist's hands. */
export function notForSelfCare({ plan, by }: LintContext): readonly PlanFinding[] {
  if (by === "therapist") return [];
  return plan.steps.flatMap((step, at) => {
    const stroke = strokesById.get(step.stroke);
    if (stroke === undefined || stroke.selfCareSuitable) return [];
    const only = stroke.therapistOnly === true;
    const message = only
      ? `${stroke.name} is for therapists only.`
      : `${stroke.name} is not taught for people to use on themselves.`;
    return finding("not-for-self-care", only ? "error" : "warning", at, plan, message);
  });
}
