import { minute } from "@openlymph/base";
import { planRules } from "../../library/plan-rule.ts";
import { strokesById } from "../../library/stroke.ts";
import { planDuration } from "../../plan/duration.ts";
import type { PlanFinding } from "../../plan/finding.ts";
import type { Plan } from "../../plan/plan.ts";
import type { CheckContext } from "../check-context.ts";
import { finding, repair } from "../make-finding.ts";

const tolerance = 1e-9;

function minutesOf(plan: Plan, steps: Plan["steps"]): number {
  return planDuration({ ...plan, steps }).withMoving / minute;
}

/** Whether any of its strokes is not for self-care. */
function needsTherapist({ steps }: Plan): boolean {
  return steps.some(({ stroke }) => strokesById.get(stroke)?.selfCareSuitable === false);
}

/** A plan that takes longer than a session is taught to take, or than the screening allows; found where the time is up. */
export function tooLong({ plan, steps, maxMinutes, opening }: CheckContext): readonly PlanFinding[] {
  const { selfCare, therapist } = planRules.longestMinutes;
  const usual = needsTherapist(plan) ? therapist : selfCare;
  const most = Math.min(usual, maxMinutes ?? usual);
  const total = minutesOf(plan, plan.steps);
  if (opening || total <= most + tolerance) return [];
  const at = steps.findIndex((_, n) => minutesOf(plan, plan.steps.slice(0, n + 1)) > most + tolerance);
  const checked = steps[at];
  if (checked === undefined) return [];
  const whose =
    most < usual ? "the screening allows" : `is taught for ${usual === therapist ? "a therapist" : "self-care"}`;
  const needed = plan.steps.filter(({ optional }) => !optional);
  const shorter = minutesOf(plan, needed);
  return [
    finding(
      "too-long",
      "warning",
      checked,
      `The plan takes ${Math.round(total)} min; at most ${most} min ${whose}. The time is up in this step.`,
      shorter <= most + tolerance && needed.length < plan.steps.length
        ? repair(`Leave the optional steps out: ${Math.round(shorter)} min.`, needed)
        : undefined,
    ),
  ];
}
