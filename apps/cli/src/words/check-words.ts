import { type Plan, planDuration } from "@openlymph/therapy";
import type { Screened } from "../input/check-basis.ts";
import { type Mark, planMarks, sessionMarks } from "./review-words.ts";

/** What holds whatever the plan: an infection that runs, and what the screening decides unless it is go. */
export function sessionHolds({ history, outcome }: Screened, plan: Plan | undefined): readonly Mark[] {
  const duration = plan === undefined ? 0 : planDuration(plan).withMoving;
  const stops = history === undefined ? [] : sessionMarks(history, duration);
  if (outcome === undefined || outcome.decision === "go") return stops;
  const said = `The screening says ${outcome.decision}: ${outcome.said.title}. It holds whatever the plan.`;
  return [...stops, { word: "SCREENING", text: said }];
}

/** What must be read before the findings of a check. */
export function checkMarks(plan: Plan, screened: Screened): readonly Mark[] {
  const rules = { word: "DRAFT", text: "rules of the check: no named professional has reviewed or approved them." };
  return [...sessionHolds(screened, plan), ...planMarks(plan), rules];
}

/** What must be read before what was found in the writing of a plan. */
export function lintMarks(plan: Plan): readonly Mark[] {
  const text = "rules for the writing of plans: no named professional has reviewed or approved them.";
  return [...planMarks(plan), { word: "DRAFT", text }];
}
