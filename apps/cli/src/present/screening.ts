import { limitWords, type Reason, type ScreeningOutcome } from "@openlymph/therapy";
import { type Block, heading, list, mark, tableBlock, text, title } from "../output/page.ts";
import { words } from "../output/table.ts";
import { dayWords, reasonWords, screeningMarks } from "../words/screening-words.ts";

function section(head: string, items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [heading(head), list(items)];
}

const distinct = (items: readonly string[]) => [...new Set(items)];

function regionLines({ avoidRegions }: ScreeningOutcome): readonly string[] {
  return avoidRegions.map(({ label, regions, located, rules }) => {
    const where = regions.length === 0 ? "" : ` (regions of plans: ${regions.join(", ")})`;
    const unknown = located ? "" : ", not said where: name it under where";
    return `${label}${where}, for ${rules.join(", ")}${unknown}`;
  });
}

function listsBlocks({ reasons }: ScreeningOutcome): readonly Block[] {
  const compared = reasons.flatMap(({ label, lists }) => (lists === undefined ? [] : [{ label, lists }]));
  const rows = compared.flatMap(({ label, lists }) => lists.lists.map(({ source, says }) => [label, source, says]));
  if (rows.length === 0) return [];
  const columns = [words("rule"), words("list"), words("says")];
  return [
    tableBlock({ title: "What published lists say", about: "Lists not named were not read on this.", columns, rows }),
  ];
}

function afterwards(outcome: ScreeningOutcome): readonly Block[] {
  const { limits, liftings, questionsMissing, questionsOpen } = outcome;
  const questions = (all: ScreeningOutcome["questionsMissing"]) => all.map(({ id, question }) => `${id}: ${question}`);
  return [
    ...section("What is left out", regionLines(outcome)),
    ...section("Within which limits", limitWords(limits)),
    ...section("Not answered: these hold the session", questions(questionsMissing)),
    ...section("Not answered either, and to be asked", questions(questionsOpen)),
    ...section(
      "Cleared and overridden",
      liftings.map(({ rule, words: said }) => `${rule}: ${said}`),
    ),
  ];
}

/** What one reason asks the person to do; nothing once all of it was lifted. */
function doWords({ action, ruleAction, sayPatient }: Reason): readonly string[] {
  return action === "INFO" && ruleAction !== "INFO" ? [] : [sayPatient];
}

/** A screening in plain words: the decision first, why, what to do, what is missing, what it rests on. */
export function screeningBlocks(outcome: ScreeningOutcome): readonly Block[] {
  const { decision, said, reasons, at, validUntil } = outcome;
  const urgent = decision === "emergency";
  const holds = validUntil === undefined ? "" : ` These answers hold until ${dayWords(validUntil)}.`;
  const sources = reasons.flatMap((reason) => reason.sources).map(({ key, citation }) => `${key}: ${citation}`);
  const notes = reasons.flatMap(({ label, disagreement }) =>
    disagreement === undefined ? [] : `${label}: ${disagreement}`,
  );
  const resume = reasons.flatMap(({ label, resumeRule }) =>
    resumeRule === undefined ? [] : `${label}: ${resumeRule}`,
  );
  return [
    title(`${decision.toUpperCase()}: ${said.title}`),
    ...screeningMarks(outcome).map(({ word, text: marked }) => mark(word, marked)),
    text(said.body),
    ...section("Why", reasons.map(reasonWords)),
    ...section("What to do", distinct(reasons.flatMap(doWords))),
    ...(urgent ? [] : afterwards(outcome)),
    ...section(
      "For the therapist",
      distinct(
        reasons.flatMap(({ label, sayTherapist }) => (sayTherapist === undefined ? [] : `${label}: ${sayTherapist}`)),
      ),
    ),
    ...section("When drainage may begin again", urgent ? [] : resume),
    ...(urgent ? [] : listsBlocks(outcome)),
    ...section("Where sources disagree", urgent ? [] : notes),
    ...section("Sources", distinct(sources)),
    text(`Judged for ${dayWords(at)}.${holds} A screening is no diagnosis; unsure, ask a doctor.`),
  ];
}
