import { unknownName } from "@openlymph/anatomy";
import { day, fail, hour, ok, type Result, type ReviewStatus, reviewStatuses } from "@openlymph/base";
import {
  type Action,
  type Contraindication,
  contraindicationLibrary,
  contraindications,
  decisionOf,
  mostSevere,
  mustBeAnswered,
  severity,
} from "../library/contraindication.ts";
import { avoidedRegions } from "./avoided-region.ts";
import { factsOf, type Part } from "./facts.ts";
import { dayText, type JudgedLifting, judgeLiftings } from "./lifting.ts";
import { joinLimits } from "./limits.ts";
import { openEpisodes } from "./open-episodes.ts";
import type { Question, Reason, ScreeningOutcome } from "./outcome.ts";
import { escalationReason, setOff, sourceTexts } from "./reasons.ts";
import type { Answers, Screening } from "./screening.ts";
import { type ScreeningSettings, screeningSettings, type WrittenScreeningSettings } from "./screening-settings.ts";
import { answeredAt, dailyAsked, whyDailyAgain, whyScreenAgain } from "./validity.ts";
import { saidFor } from "./wording.ts";

const { dailyCheck: daily, engineRules, screenAgain } = contraindicationLibrary;

/** Ids that an answer may have: rules, their second questions, the daily signs. */
export const answerIds: ReadonlySet<string> = new Set([
  ...contraindications.flatMap(({ id, followUp }) => (followUp === undefined ? [id] : [id, followUp.id])),
  ...daily.items.map(({ id }) => id),
]);

const answered = (answers: Answers, id: string) => answers[id] === "yes" || answers[id] === "no";

function missingQuestions(answers: Answers, part: Part, liftings: readonly JudgedLifting[]): readonly Question[] {
  const lifted = new Set(liftings.filter(({ counts }) => counts).map(({ rule }) => rule));
  const rules = part === "daily" ? [] : contraindications.filter(mustBeAnswered);
  const signs = part === "daily" || dailyAsked(answers) ? daily.items : [];
  return [...rules, ...signs]
    .filter(({ id }) => !answered(answers, id) && !lifted.has(id))
    .map(({ id, question }) => ({ id, question }));
}

function openQuestions(answers: Answers, part: Part): readonly Question[] {
  if (part === "daily") return [];
  return contraindications.flatMap((rule) => {
    const { id, question, followUp } = rule;
    const first = answered(answers, id) || mustBeAnswered(rule) ? [] : [{ id, question }];
    if (followUp === undefined || answers[id] !== "yes" || answered(answers, followUp.id)) return first;
    return [...first, { id: followUp.id, question: followUp.question }];
  });
}

function againReason(why: readonly string[]): Reason {
  const { id, label, action, sayPatient, sayTherapist, sources, evidence, reviewStatus } = screenAgain;
  const shared = { label, action, ruleAction: action, sayPatient, sayTherapist, evidence, reviewStatus };
  return { rule: id, ...shared, because: why.join("; "), sources: sourceTexts(sources) };
}

function sortedReasons(reasons: readonly Reason[]): readonly Reason[] {
  return [...reasons].sort((a, b) => severity(a.action) - severity(b.action));
}

function validUntil(screening: Screening, part: Part, action: Action, at: number): number | undefined {
  if (severity(action) <= severity("HOLD_CLEARANCE")) return undefined;
  const given = answeredAt(screening, at);
  return part === "daily" ? given + daily.validHours * hour : given + screenAgain.days * day;
}

function reviewOf({ reviews }: ScreeningSettings): ReviewStatus {
  const statuses = contraindications.map(({ id, reviewStatus }) => reviews[id]?.status ?? reviewStatus);
  return reviewStatuses.find((status) => statuses.includes(status)) ?? "draft";
}

function judge(screening: Screening, at: number, settings: ScreeningSettings, part: Part): ScreeningOutcome {
  const { answers, where } = screening;
  const liftings = judgeLiftings(screening, at);
  const facts = factsOf(answers, part);
  const { open, ended } = openEpisodes(screening, liftings, at);
  const because = new Map(facts.because);
  for (const { rule, words } of open) because.set(rule, [...(because.get(rule) ?? []), words]);
  const found = contraindications
    .filter(({ id }) => because.has(id))
    .map((rule) => setOff(rule, because.get(rule.id) ?? [], facts, liftings, settings));
  const everything = factsOf(answers);
  const again = [
    ...(because.get(screenAgain.id) ?? []),
    ...whyDailyAgain(screening, at),
    ...(part === "daily" ? [] : whyScreenAgain(screening, liftings, ended, at)),
  ];
  const reasons = sortedReasons([
    ...engineRules.escalations.flatMap((escalation) => escalationReason(escalation, everything) ?? []),
    ...found.map(({ reason }) => reason),
    ...(again.length === 0 ? [] : [againReason(again)]),
  ]);
  const questionsMissing = missingQuestions(answers, part, liftings);
  const unanswered: Action = questionsMissing.length > 0 ? "HOLD_CLEARANCE" : "INFO";
  const action = mostSevere([...reasons.map((reason) => reason.action), unanswered]);
  const holding = found.filter(({ regional }) => regional).map(({ rule }) => rule);
  const places = ({ avoidRegions = [], modify }: Contraindication) => [
    ...avoidRegions,
    ...(modify?.avoidRegions ?? []),
  ];
  const avoidRegions = avoidedRegions(new Map(holding.map((rule) => [rule.id, places(rule)])), where);
  const limits = joinLimits(holding.flatMap(({ modify }) => modify ?? []));
  const until = validUntil(screening, part, action, at);
  return {
    decision: decisionOf(action),
    action,
    said: saidFor({ action, reasons, avoidRegions, limits, questionsMissing }, settings),
    reasons,
    avoidRegions,
    limits,
    questionsMissing,
    questionsOpen: openQuestions(answers, part),
    liftings,
    at,
    ...(until === undefined ? {} : { validUntil: until }),
    rulesVersion: contraindicationLibrary.version,
    reviewStatus: reviewOf(settings),
  };
}

function judgeChecked(
  screening: Screening,
  at: number,
  written: WrittenScreeningSettings,
  part: Part,
): Result<ScreeningOutcome> {
  const settings = screeningSettings(written);
  if (!settings.ok) return settings;
  for (const id of Object.keys(screening.answers)) {
    if (!answerIds.has(id)) return unknownName("question", id, answerIds, `answers.${id}`);
  }
  const given = screening.answeredAt;
  if (given !== undefined && Math.floor(given / day) > Math.floor(at / day)) {
    return fail("param/out-of-range", {
      path: "date",
      value: dayText(given),
      expected: `a date on or before ${dayText(at)}, the day of judgement`,
    });
  }
  return ok(judge(screening, at, settings.value, part));
}

/**
 * Screens: whether this person may have drainage now, where not, and who must be asked first.
 *
 * The most severe action wins; escalations become an emergency; an unanswered question of an emergency, stop or hold rule
 * holds; so do answers that are too old, and daily questions answered in part. Clearances and overrides lift what they
 * name while they last, never an emergency.
 *
 * @param at moment of judgement, seconds since 1970.
 * @returns the outcome with its reasons; `reference/unknown` for an answer, a country, a wording or a reviewed rule that
 * does not exist; `param/out-of-range` for answers given after the day of judgement.
 *
 * @example
 * const outcome = unwrap(screen(screeningOf({ pe: "yes" }), 0));
 * outcome.decision; // "emergency"
 */
export function screen(
  screening: Screening,
  at: number,
  settings: WrittenScreeningSettings = {},
): Result<ScreeningOutcome> {
  return judgeChecked(screening, at, settings, "all");
}

/**
 * The seven questions before each session at home. All seven need an answer; the other answers of the screening only
 * serve to see an escalation (fever in a person whose immune system is weak). All seven answered with no hold for 12 h.
 */
export function dailyCheck(
  screening: Screening,
  at: number,
  settings: WrittenScreeningSettings = {},
): Result<ScreeningOutcome> {
  return judgeChecked(screening, at, settings, "daily");
}
