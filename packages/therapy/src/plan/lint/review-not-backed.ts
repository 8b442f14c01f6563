import type { PlanFinding } from "../finding.ts";
import { reviewStanding } from "../version/review-standing.ts";
import type { LintContext } from "./lint-context.ts";
import { finding } from "./make-finding.ts";

/** A file that calls itself reviewed or approved, and no version of it that does. */
export function reviewNotBacked({ plan }: LintContext): readonly PlanFinding[] {
  const { status, version, changedSince } = reviewStanding(plan);
  if (plan.reviewStatus === "draft" || (version !== undefined && status === plan.reviewStatus)) return [];
  const said = `The file says ${plan.reviewStatus}`;
  const unnamed = `${said}, and no version names who did so.`;
  const other = changedSince ? "the plan was changed since" : `its newest version says ${version?.reviewStatus}`;
  const message =
    version === undefined ? unnamed : `${said}; version ${version.number}: ${other}. It counts as ${status}.`;
  return [finding("review-not-backed", "warning", 0, plan, message)];
}
