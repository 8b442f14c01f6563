import { ok, type Result } from "@openlymph/base";
import type { AveragedParameters } from "@openlymph/physiology";
import {
  bodyParts,
  drawsOf,
  type PriorId,
  priorFactor,
  priors,
  runBody,
  type SwellingBands,
  type SwellingTask,
  swellingBands,
  swellingPlace,
} from "@openlymph/rehearsal";
import type { SweepRow } from "@openlymph/study";
import type { History } from "@openlymph/therapy";
import { askBodies } from "../ensemble/ask-bodies.ts";
import { swellingFigure } from "../figures/swelling-figure.ts";
import type { ChosenEnsemble } from "../input/read-ensemble.ts";
import { inML, inPercent } from "../json/ensemble-json.ts";
import { swellingBandsJson } from "../json/swelling-bands-json.ts";
import { type CommandOutput, jsonText, type OutputFile, type Surroundings } from "../output/command-output.ts";
import { csvText } from "../output/csv.ts";
import { drawnFiles } from "../output/drawn-files.ts";
import { type Block, mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { drawnWords, ensembleMarks, influenceBlocks, priorsTable } from "../present/ensemble.ts";
import { assumedTable, happenedTable } from "../present/history.ts";
import { noBandsWords, partSwellingTable, swellingParts } from "../present/swelling-bands.ts";
import { partWords } from "../words/band-words.ts";
import { originWords, statedLines } from "../words/history-words.ts";
import { historyMarks, provenanceWords } from "../words/review-words.ts";

export interface SwellingAsked {
  readonly history: History;
  /** s from `asOf` of time 0. */
  readonly origin: number;
  /** s after the origin that are shown; the last is the end of the run. */
  readonly times: readonly number[];
  readonly settings: readonly string[];
  readonly parameters: Partial<AveragedParameters>;
  readonly json: boolean;
  readonly csv: string | undefined;
  readonly figure: string | undefined;
  readonly page: string | undefined;
}

const curvePoints = 40;

/** The times that are shown, and others between them for curves: close together at first. */
function curveTimes(shown: readonly number[]): readonly number[] {
  const end = shown.at(-1) ?? 0;
  const between = Array.from({ length: curvePoints }, (_, n) => Math.round(end * (n / curvePoints) ** 2));
  return [...new Set([...shown, ...between])].sort((a, b) => a - b);
}

function blocksOf(task: SwellingTask, bands: SwellingBands, asked: SwellingAsked): readonly Block[] {
  const { history, origin, settings, times } = asked;
  const swelling = swellingParts(bands);
  const assumed = assumedTable(history, statedLines(history));
  const { influence, most } = bands;
  return [
    title(`Whole body in ${bands.bodies} virtual bodies: ${history.title}`),
    ...ensembleMarks(bands, bands.outOfRange),
    ...historyMarks(history).map(({ word, text: words }) => mark(word, words)),
    text(`History: ${provenanceWords(history.provenance)}.`),
    ...[happenedTable(history), assumed].filter(({ rows }) => rows.length > 0).map(tableBlock),
    ...(settings.length === 0 ? [] : [text(`Settings other than the default: ${settings.join(", ")}.`)]),
    text(drawnWords(bands)),
    text(originWords(history, origin)),
    ...(swelling.length === 0
      ? [text(noBandsWords)]
      : swelling.map((part) => tableBlock(partSwellingTable(bands, part, times)))),
    ...(most === undefined
      ? []
      : influenceBlocks(influence, "What matters most", `the excess of the ${partWords(most)} at the end`)),
    tableBlock(priorsTable(task, false)),
    text(
      `${bands.record.program}; parameters and inputs ${bands.record.parameterHash.slice(0, 16)}; seed ${bands.seed}.`,
    ),
  ];
}

/** One row per body: what was drawn, and excess and lymph flow of every part at the shown times. */
function memberRows(task: SwellingTask, rows: readonly SweepRow[], shown: readonly number[]) {
  const places = shown.flatMap((time) => bodyParts.map((part) => ({ part, time, at: task.times.indexOf(time) })));
  const head = [
    "member",
    ...priors.map(({ id, unit }) => (unit === "1" ? id : `${id} (${unit})`)),
    ...places.flatMap(({ part, time }) => [
      `excess ${part} ${time / 86400} d (mL)`,
      `lymph flow ${part} ${time / 86400} d (%)`,
    ]),
    "failure",
  ];
  const lines = rows.map(({ index, outputs, failure }) => {
    const draws = drawsOf(task.draw, index);
    return [
      index,
      ...priors.map((prior) => draws[prior.id as PriorId] / priorFactor(prior)),
      ...places.flatMap(({ part, at }) => [
        inML(outputs[swellingPlace(task, part, "excess", at)] ?? Number.NaN),
        inPercent(outputs[swellingPlace(task, part, "lymphFlowShare", at)] ?? Number.NaN),
      ]),
      failure?.code ?? "",
    ];
  });
  return csvText(head, lines);
}

/** Virtual bodies through a history, with bands. */
export async function bodyRunEnsemble(
  asked: SwellingAsked,
  { members, draw, workers }: ChosenEnsemble,
  { style, report }: Surroundings,
): Promise<Result<CommandOutput>> {
  const task: SwellingTask = { kind: "swelling", history: asked.history, draw, times: curveTimes(asked.times) };
  const rows = await askBodies(task, workers, { members, context: { report } });
  if (!rows.ok) return rows;
  const bands = swellingBands(task, rows.value);
  const { history, times, settings, parameters, csv, figure, page } = asked;
  const typical = page === undefined ? undefined : runBody(history, { times, parameters, context: { report } });
  if (typical !== undefined && !typical.ok) return typical;
  const files: OutputFile[] = [];
  if (csv !== undefined) files.push({ path: csv, content: memberRows(task, rows.value, times) });
  const drawn = await drawnFiles(
    { figure, report: page },
    {
      figure: async () => swellingFigure({ bands, settings }),
      report: async () => {
        const { bodyRunPage } = await import("../report/body-run-page.ts");
        const { swellingSection } = await import("../report/swelling-section.ts");
        const section = swellingSection(task, bands, times, settings);
        return typical === undefined ? section : bodyRunPage(history, typical.value, settings, section);
      },
    },
  );
  if (!drawn.ok) return drawn;
  files.push(...drawn.value);
  const words = asked.json ? jsonText(swellingBandsJson(task, bands)) : pageText(blocksOf(task, bands, asked), style);
  return ok({ text: words, files });
}
