import type { Reason, ScreeningOutcome } from "@openlymph/therapy";
import type { Mark } from "./review-words.ts";

/** `2026-11-22` */
export function dayWords(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** Whether the rules that decided have been reviewed. */
export function screeningMarks({ reviewStatus, reasons }: ScreeningOutcome): readonly Mark[] {
  if (reviewStatus === "draft" || reasons.some((reason) => reason.reviewStatus === "draft")) {
    return [{ word: "DRAFT", text: "screening rules: no named professional has reviewed or approved all of them." }];
  }
  return [{ word: reviewStatus.toUpperCase(), text: "screening rules: the clinic's settings name who reviewed each." }];
}

const evidenceWords: Readonly<Record<Reason["evidence"], string>> = {
  source: "read in a source",
  textbook: "textbook knowledge",
  mixed: "read in a source and textbook knowledge",
  assumed: "assumed",
};

/** One reason: what it is, which answer set it off, and what it rests on. */
export function reasonWords({
  label,
  rule,
  action,
  ruleAction,
  because,
  sources,
  evidence,
  review,
  lists,
}: Reason): string {
  const lifted = action === ruleAction ? action : `${ruleAction}, now ${action}`;
  const reviewed =
    review === undefined ? "draft" : `${review.status} by ${review.name}, ${review.role}, ${review.date}`;
  const rests = `Sources: ${sources.map(({ key }) => key).join(", ")} (${evidenceWords[evidence]}; ${reviewed}).`;
  return [`${label} [${rule}: ${lifted}]: ${because}.`, rests, lists === undefined ? "" : `${lists.words}.`]
    .filter(Boolean)
    .join(" ");
}
