import { ok, type Result } from "@openlymph/base";
import {
  parseBodies,
  rehearse,
  type SessionBands,
  type SessionTask,
  sessionBands,
  sessionManners,
} from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import { askBodies } from "../ensemble/ask-bodies.ts";
import { sessionFigure } from "../figures/session-figure.ts";
import type { ChosenEnsemble } from "../input/read-ensemble.ts";
import { readText } from "../input/read-text.ts";
import { sessionBandsJson } from "../json/session-bands-json.ts";
import { type CommandOutput, jsonText, type OutputFile, type Surroundings } from "../output/command-output.ts";
import { figureFile } from "../output/figure.ts";
import { type Block, heading, list, mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { drawnWords, ensembleMarks, influenceBlocks, priorsTable } from "../present/ensemble.ts";
import { assumedTable, happenedTable } from "../present/history.ts";
import {
  comparisonTable,
  comparisonWords,
  displacementWords,
  mannerWords,
  movedTable,
  plansWords,
  startTable,
  strokeKnowledgeTable,
} from "../present/session-bands.ts";
import { partWords } from "../words/band-words.ts";
import { statedLines } from "../words/history-words.ts";
import { historyMarks, planMarks, provenanceWords, sessionMarks } from "../words/review-words.ts";

export interface SessionAsked {
  readonly history: History;
  readonly plans: readonly Plan[];
  /** s after the sessions began. */
  readonly duration: number;
  /** File of `body ensemble` to begin from. */
  readonly bodies: string | undefined;
  readonly json: boolean;
  readonly figure: string | undefined;
  readonly report: string | undefined;
}

function blocksOf(task: SessionTask, bands: SessionBands): readonly Block[] {
  const { history, plans } = task;
  const { comparisons, influence, main, record } = bands;
  const longest = Math.max(...bands.plans.map(({ duration }) => duration));
  const marks = [...sessionMarks(history, longest), ...historyMarks(history), ...plans.flatMap(planMarks)];
  const once = [...new Map(marks.map((one) => [`${one.word} ${one.text}`, one])).values()];
  const outOfRange = Math.max(bands.outOfRange.vessels, bands.outOfRange.displacing);
  const names = bands.plans.map((plan) => plan.title).join(" | ");
  return [
    title(`Rehearsal in ${bands.bodies} virtual bodies: ${history.title} | ${names}`),
    ...ensembleMarks(bands, outOfRange),
    ...once.map(({ word, text: words }) => mark(word, words)),
    text(`History: ${provenanceWords(history.provenance)}.`),
    ...(plans.length === 1 ? [] : [text(plansWords(bands))]),
    ...[happenedTable(history), assumedTable(history, statedLines(history))]
      .filter(({ rows }) => rows.length > 0)
      .map(tableBlock),
    text(drawnWords(bands)),
    tableBlock(startTable(bands)),
    tableBlock(movedTable(bands)),
    heading("How much a session moves"),
    text(displacementWords(bands)),
    ...comparisons.map((comparison) => tableBlock(comparisonTable(bands, comparison))),
    ...(comparisons.length === 0
      ? []
      : [
          heading("A against B, in words"),
          list([
            ...comparisons.map((comparison) => comparisonWords(bands, comparison)),
            "These are bodies of a model. Whether one plan does more than the other in a person is not known from it.",
          ]),
        ]),
    ...sessionManners.flatMap((manner) =>
      influenceBlocks(
        influence.find((one) => one.manner === manner),
        "What matters most",
        `the fluid moved out of the ${partWords(main)} in the end${plans.length === 1 ? "" : " by A"}, ${mannerWords[manner]}`,
      ),
    ),
    tableBlock(strokeKnowledgeTable()),
    tableBlock(priorsTable(task, true)),
    text(`${record.program}; parameters and inputs ${record.parameterHash.slice(0, 16)}; seed ${bands.seed}.`),
  ];
}

/** Most bytes of a file of bodies; ten thousand of them are about half of it. */
const largestBodies = 2 ** 28;

/** One session, or two beside each other, in virtual bodies. */
export async function rehearseEnsemble(
  asked: SessionAsked,
  { members, draw, workers }: ChosenEnsemble,
  { style, report }: Surroundings,
): Promise<Result<CommandOutput>> {
  const { history, plans, duration } = asked;
  const task: SessionTask = { kind: "session", history, draw, plans, duration };
  let bodies: ReadonlyMap<number, readonly number[]> | undefined;
  if (asked.bodies !== undefined) {
    const written = readText(asked.bodies, largestBodies);
    if (!written.ok) return written;
    const parsed = parseBodies(written.value, asked.bodies, task, members);
    if (!parsed.ok) return parsed;
    bodies = parsed.value;
  }
  const rows = await askBodies(task, workers, { members, bodies, context: { report } });
  if (!rows.ok) return rows;
  const bands = sessionBands(task, rows.value);
  const files: OutputFile[] = [];
  if (asked.figure !== undefined) {
    const figure = await figureFile(asked.figure, sessionFigure(bands));
    if (!figure.ok) return figure;
    files.push(figure.value);
  }
  const [plan] = plans;
  if (asked.report !== undefined && plan !== undefined) {
    const typical = rehearse(history, plan, { duration, context: { report } });
    if (!typical.ok) return typical;
    const { reportPage } = await import("../report/report-page.ts");
    const { ensembleSection } = await import("../report/ensemble-section.ts");
    files.push({
      path: asked.report,
      content: [reportPage(history, plan, typical.value, ensembleSection(task, bands))],
    });
  }
  const words = asked.json ? jsonText(sessionBandsJson(task, plans, bands)) : pageText(blocksOf(task, bands), style);
  return ok({ text: words, files });
}
