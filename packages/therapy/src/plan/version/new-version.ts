import { fail, type Result, type ReviewStatus } from "@openlymph/base";
import type { Plan } from "../plan.ts";
import { reread } from "../reread.ts";
import { planHash } from "./plan-content.ts";
import { mayReview, reviewHint, type VersionAuthor } from "./version.ts";

export interface VersionDetail {
  readonly author: VersionAuthor;
  /** `2026-11-22` or `2026-11-22T08:00` */
  readonly date: string;
  /** What was changed and why, in words. */
  readonly reason: string;
  /** `draft` when left out. */
  readonly reviewStatus?: ReviewStatus;
}

/**
 * The plan with one more version, which describes it as it is now and says who stands behind it.
 *
 * @returns the plan, its review status that of the version; `field/invalid` for a review by somebody who may not review,
 * for a date that does not exist, and where neither the plan nor its review status changed since the newest version.
 */
export function newVersion(plan: Plan, { author, date, reason, reviewStatus = "draft" }: VersionDetail): Result<Plan> {
  const hash = planHash(plan);
  const before = plan.versions?.at(-1);
  if (!mayReview(author.role, reviewStatus)) {
    return fail("field/invalid", {
      path: "reviewStatus",
      value: reviewStatus,
      expected: `draft for a version by a ${author.role}`,
      hint: reviewHint,
    });
  }
  if (before?.hash === hash && (reviewStatus === "draft" || reviewStatus === before.reviewStatus)) {
    return fail("field/invalid", {
      path: "versions",
      value: `the same plan as version ${before.number}`,
      expected: "a plan that was changed or reviewed since",
    });
  }
  const version = { number: (before?.number ?? 0) + 1, author, date, reason, reviewStatus, hash };
  return reread({ ...plan, reviewStatus, versions: [...(plan.versions ?? []), version] });
}
