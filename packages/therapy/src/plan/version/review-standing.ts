import { type ReviewStatus, reviewStatuses } from "@openlymph/base";
import type { Plan } from "../plan.ts";
import { planHash } from "./plan-content.ts";
import type { PlanVersion } from "./version.ts";

/** How far a plan as it stands has been reviewed. */
export interface ReviewStanding {
  readonly status: ReviewStatus;
  /** The newest version; `undefined` where the file holds none. */
  readonly version: PlanVersion | undefined;
  /** The plan no longer says what its newest version said. */
  readonly changedSince: boolean;
}

const rank = (status: ReviewStatus) => reviewStatuses.indexOf(status);

/**
 * The review status that holds: what the file says, but no more than its newest version says, and draft once the plan was
 * changed since. A plan without versions has only the word of its file.
 */
export function reviewStanding(plan: Plan): ReviewStanding {
  const version = plan.versions?.at(-1);
  if (version === undefined) return { status: plan.reviewStatus, version, changedSince: false };
  if (version.hash !== planHash(plan)) return { status: "draft", version, changedSince: true };
  const { reviewStatus } = version;
  const status = rank(reviewStatus) < rank(plan.reviewStatus) ? reviewStatus : plan.reviewStatus;
  return { status, version, changedSince: false };
}
