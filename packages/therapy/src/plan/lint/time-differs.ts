import { minute } from "@openlymph/base";
import { lintRules } from "../../library/lint-rule.ts";
import { planDuration } from "../duration.ts";
import type { PlanFinding } from "../finding.ts";
import type { LintContext } from "./lint-context.ts";
import { finding } from "./make-finding.ts";

/** A whole plan whose steps take another time than its text states, with or without what is optional. */
export function timeDiffers({ plan }: LintContext): readonly PlanFinding[] {
  const stated = plan.stated?.minutes;
  if (stated === undefined || !plan.complete) return [];
  const [low, high] = typeof stated === "number" ? [stated, stated] : [stated[0] ?? 0, stated[1] ?? 0];
  const { value: tolerance } = lintRules.timeTolerance;
  const longest = planDuration(plan).withMoving / minute;
  const shortest = planDuration(plan, { optional: false }).withMoving / minute;
  if (longest >= low * (1 - tolerance) && shortest <= high * (1 + tolerance)) return [];
  const told = low === high ? `${low} min` : `${low} to ${high} min`;
  const message = `The steps take about ${longest.toFixed(1)} min; the plan states ${told}.`;
  return [finding("time-differs", plan.provenance.tag === "source" ? "note" : "warning", 0, plan, message)];
}
