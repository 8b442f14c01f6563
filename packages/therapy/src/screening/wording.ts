import { type Action, contraindicationLibrary } from "../library/contraindication.ts";
import type { AvoidedRegion } from "./avoided-region.ts";
import { limitWords, type SessionLimits } from "./limits.ts";
import type { Question, Reason, Said } from "./outcome.ts";
import type { placeholders, ScreeningSettings } from "./screening-settings.ts";

const { screenAgain, wording } = contraindicationLibrary;

interface Judged {
  readonly action: Action;
  readonly reasons: readonly Reason[];
  readonly avoidRegions: readonly AvoidedRegion[];
  readonly limits: SessionLimits;
  readonly questionsMissing: readonly Question[];
}

/** A hold that only answers are needed to end has words of its own. */
function wordingId({ action, reasons, questionsMissing }: Judged): string {
  if (action !== "HOLD_CLEARANCE") return action;
  const holding = reasons.filter((reason) => reason.action === "HOLD_CLEARANCE");
  if (holding.some(({ rule }) => rule !== screenAgain.id)) return action;
  return questionsMissing.length > 0 ? "UNANSWERED" : "SCREEN_AGAIN";
}

function countWords(count: number): string {
  return count === 1 ? "1 question is" : `${count} questions are`;
}

function changeWords(reasons: readonly Reason[], limits: SessionLimits): string {
  const said = reasons.filter(({ action }) => action === "MODIFY").map(({ sayPatient }) => sayPatient);
  return [...new Set([...said, ...limitWords(limits)])].join(" ");
}

/** What is said for an outcome, in the clinic's words where it has its own, with everything filled in. */
export function saidFor(judged: Judged, settings: ScreeningSettings): Said {
  const id = wordingId(judged);
  const standard = wording.find((one) => one.id === id);
  const deciding = judged.reasons.filter(({ action }) => action === judged.action);
  const reason = id === "SCREEN_AGAIN" ? deciding.map(({ because }) => because) : deciding.map(({ label }) => label);
  const words: Readonly<Record<(typeof placeholders)[number], string>> = {
    emergencyNumber: settings.emergencyNumber,
    doctorContact: settings.doctorContact,
    outOfHours: settings.outOfHours,
    whoClears: settings.whoClears,
    reason: reason.join("; "),
    regions: judged.avoidRegions.map(({ label }) => label).join(", "),
    changes: changeWords(judged.reasons, judged.limits),
    count: countWords(judged.questionsMissing.length),
  };
  const filled = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => (words as Readonly<Record<string, string>>)[key] ?? whole);
  const own = settings.wording[id] ?? {};
  return {
    title: filled(own.title ?? standard?.title ?? id),
    body: filled(own.body ?? standard?.body ?? ""),
    button: filled(own.button ?? standard?.button ?? ""),
    locks: standard?.locks ?? true,
  };
}
