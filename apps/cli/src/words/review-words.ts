import type { Provenance, ReviewStatus } from "@openlymph/base";
import { sessionStops } from "@openlymph/rehearsal";
import { type History, type Plan, type PlanVersion, reviewStanding } from "@openlymph/therapy";

/** A word in capitals with its sentence: what a reader must know before the numbers. */
export interface Mark {
  readonly word: string;
  readonly text: string;
}

function reviewMark(what: string, status: ReviewStatus): Mark {
  if (status === "draft") {
    return { word: "DRAFT", text: `${what}: no named professional has reviewed or approved it.` };
  }
  return { word: status.toUpperCase(), text: `${what}: its file says it is ${status}; who did so is not in the file.` };
}

const provenanceTagWords: Readonly<Record<Provenance["tag"], string>> = {
  source: "read in a source",
  textbook: "textbook knowledge",
  computed: "computed",
  assumed: "assumed",
};

/** `assumed (invented for teaching; no person)`. */
export function provenanceWords({ tag, source }: Provenance): string {
  return `${provenanceTagWords[tag]} (${source})`;
}

export function historyMarks(history: History): readonly Mark[] {
  return [reviewMark("history", history.reviewStatus)];
}

/**
 * What must stand before everything else in a rehearsal: a session on an infected body is shown as a calculation, never as
 * something to do.
 */
export function sessionMarks(history: History, duration: number): readonly Mark[] {
  return sessionStops(history, duration).map((text) => ({ word: "STOP", text }));
}

/** `2 of 2026-11-22 by A. Example (therapist), approved: fewer circles`. */
export function versionWords({ number, author, date, reviewStatus, reason }: PlanVersion): string {
  return `${number} of ${date.slice(0, 10)} by ${author.name} (${author.role}), ${reviewStatus}: ${reason}`;
}

/** Whether a plan was reviewed, by whom, and that it was changed since. */
function planReview(plan: Plan): Mark {
  const { status, version, changedSince } = reviewStanding(plan);
  if (version === undefined) return reviewMark("plan", status);
  const { number, author, date } = version;
  const by = `version ${number} of ${date.slice(0, 10)} by ${author.name} (${author.role})`;
  if (changedSince) {
    return { word: "DRAFT", text: `plan: changed since ${by}; nobody has reviewed the change.` };
  }
  if (status === "draft")
    return { word: "DRAFT", text: `plan: ${by}; no named professional has reviewed or approved it.` };
  return { word: status.toUpperCase(), text: `plan: ${by}.` };
}

export function planMarks(plan: Plan): readonly Mark[] {
  const review = planReview(plan);
  if (plan.complete) return [review];
  return [
    review,
    { word: "EXCERPT", text: "plan: only a part of the published text was read; what follows is not known." },
  ];
}
