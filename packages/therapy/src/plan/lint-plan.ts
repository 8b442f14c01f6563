import { type PlanFinding, severities } from "./finding.ts";
import { breathing } from "./lint/breathing.ts";
import { exitNotChosen, exitNotUsed } from "./lint/exit.ts";
import { filledIn, unsaid } from "./lint/gaps.ts";
import type { Hands, LintContext } from "./lint/lint-context.ts";
import { optionalUnmarked } from "./lint/optional-unmarked.ts";
import { repeatedStep } from "./lint/repeated-step.ts";
import { reviewNotBacked } from "./lint/review-not-backed.ts";
import { notForSelfCare, strokeNotPlaced } from "./lint/stroke-use.ts";
import { timeDiffers } from "./lint/time-differs.ts";
import { paceOutsideRange, repetitionsOutsideRange } from "./lint/timing.ts";
import type { Plan } from "./plan.ts";

const rules: readonly ((context: LintContext) => readonly PlanFinding[])[] = [
  reviewNotBacked,
  unsaid,
  timeDiffers,
  breathing,
  exitNotChosen,
  exitNotUsed,
  notForSelfCare,
  strokeNotPlaced,
  repeatedStep,
  repetitionsOutsideRange,
  paceOutsideRange,
  optionalUnmarked,
  filledIn,
];

/**
 * What can be found in the writing of a plan, without knowing whose body it is for: gaps, repeats, numbers outside what a
 * stroke is taught with, strokes out of place. In the order of the steps, graver ones first; what concerns the whole plan
 * stands at its first step. Whether a plan fits a body is another question.
 *
 * @param by who carries it out: people on themselves when left out, the more careful reading.
 */
export function lintPlan(plan: Plan, { by = "self-care" }: { readonly by?: Hands } = {}): readonly PlanFinding[] {
  const context = { plan, by, opening: plan.steps.every(({ phase }) => phase === "open") };
  return rules
    .flatMap((rule) => rule(context))
    .sort((a, b) => a.step - b.step || severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
