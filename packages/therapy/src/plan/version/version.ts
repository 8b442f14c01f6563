import type { Immutable } from "@openlymph/anatomy";
import { type ReviewStatus, reviewStatuses } from "@openlymph/base";
import { z } from "zod";
import { dateSeconds } from "../../fields/moment.ts";
import { countField, textField, wordField } from "../../fields/named-field.ts";

/** Who may write a version of a plan. */
export const authorRoles = ["therapist", "assistant", "doctor", "patient", "program"] as const;
export type AuthorRole = (typeof authorRoles)[number];

/** Whose version may say more than draft. */
const reviewingRoles: readonly AuthorRole[] = ["therapist", "doctor"];

export const reviewHint = "Only a named therapist or doctor can call a plan reviewed or approved.";

/** Whether somebody in this role may give a plan this review status. */
export function mayReview(role: AuthorRole, status: ReviewStatus): boolean {
  return status === "draft" || reviewingRoles.includes(role);
}

export const versionSchema = z.strictObject({
  number: countField(1, 9999),
  author: z.strictObject({ name: textField, role: wordField("role", authorRoles) }),
  date: z.string().refine((text) => dateSeconds(text) !== undefined, "a date such as 2026-11-22"),
  reason: textField,
  reviewStatus: wordField("review status", reviewStatuses).default("draft"),
  /** SHA-256 of what the plan said then; see `planContent`. */
  hash: z.string().regex(/^[0-9a-f]{64}$/, "64 digits of 0 to 9 and a to f"),
});

/** Who made a plan what it was, when and why. The file keeps the steps of the newest version only. */
export type PlanVersion = Immutable<z.output<typeof versionSchema>>;

export type VersionAuthor = PlanVersion["author"];
