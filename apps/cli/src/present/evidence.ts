import { evidence, gradeWords, type Indication } from "@openlymph/therapy";
import { type Block, heading, list, mark, tableBlock, text, title } from "../output/page.ts";
import { words } from "../output/table.ts";
import type { Mark } from "../words/review-words.ts";

/** Whether records have been reviewed, and that one was corrected. */
export function evidenceMarks(all: readonly Indication[]): readonly Mark[] {
  const drafts = all.some(({ reviewStatus }) => reviewStatus === "draft");
  const corrected = all.filter(({ corrections }) => corrections.length > 0).map(({ id }) => id);
  return [
    ...(drafts ? [{ word: "DRAFT", text: "evidence: no named professional has reviewed or approved it." }] : []),
    ...(corrected.length === 0 ? [] : [{ word: "CORRECTED", text: `${corrected.join(", ")}: read the corrections.` }]),
  ];
}

/** One condition: grade, what to say, the trials, what is not known, corrections. */
export function indicationBlocks(indication: Indication, plain: boolean): readonly Block[] {
  const { condition, grade, say, studies, unknown, version, corrections } = indication;
  const corrected = corrections.map(
    ({ date, was, now, source, by }) => `${date}, ${by}: "${was}" should read "${now}" (${source}).`,
  );
  return [
    title(`Drainage for: ${condition}`),
    ...evidenceMarks([indication]).map(({ word, text: marked }) => mark(word, marked)),
    text(plain ? indication.plain : say),
    text(`Grade ${grade}: ${gradeWords(grade)}.`),
    heading("What was studied"),
    ...(studies.length === 0 ? [text("No usable study was found.")] : [list(studies)]),
    heading("What is not known"),
    list(unknown),
    ...(corrected.length === 0 ? [] : [heading("Corrections"), list(corrected)]),
    text(`Record version ${version}. How long one session lasts, in hours or days: no source says.`),
  ];
}

/** Every condition with its grade. */
export function evidenceBlocks(): readonly Block[] {
  return [
    title("What is known about drainage, by condition"),
    ...evidenceMarks(evidence.items).map(({ word, text: marked }) => mark(word, marked)),
    tableBlock({
      title: `${evidence.items.length} conditions`,
      about: "A grade says how well an effect is shown, not that it will come.",
      columns: [words("id"), words("condition"), words("grade"), words("meaning")],
      rows: evidence.items.map(({ id, condition, grade }) => [id, condition, grade, gradeWords(grade)]),
    }),
  ];
}
