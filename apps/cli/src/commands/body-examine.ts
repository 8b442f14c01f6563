import { hour, ok, type Result } from "@openlymph/base";
import { type Examination, examineBody, teachingModelLabel } from "@openlymph/rehearsal";
import { type History, parseHistory } from "@openlymph/therapy";
import { readParsed } from "../input/read-parsed.ts";
import { readSettings } from "../input/read-settings.ts";
import { readDuration, readTime } from "../input/read-time.ts";
import { examinationJson } from "../json/examination-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { drawnFiles } from "../output/drawn-files.ts";
import { significant } from "../output/numbers.ts";
import { type Block, mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { shortened } from "../output/table.ts";
import { checkTargets } from "../output/targets.ts";
import {
  backflowTable,
  besideTable,
  clearanceWords,
  doseTable,
  injectedWords,
  noBackflowWords,
  noDetourWords,
  shownShares,
  tracedBundlesTable,
  tracedDetoursTable,
  tracedNodesTable,
} from "../present/examination.ts";
import { assumedTable, happenedTable } from "../present/history.ts";
import { historyMarks, provenanceWords } from "../words/review-words.ts";

export interface BodyExamineInput {
  readonly history: string;
  readonly inject?: readonly string[] | undefined;
  readonly at?: string | undefined;
  readonly for?: string | undefined;
  readonly tracer?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
  readonly figure?: string | undefined;
  readonly report?: string | undefined;
}

const usualTime = 2 * hour;

function blocksOf(history: History, found: Examination, settings: readonly string[]): readonly Block[] {
  const { findings, record } = found;
  const whole = "--json";
  const table = (...args: Parameters<typeof tableBlock>) => (args[0].rows.length === 0 ? [] : [tableBlock(...args)]);
  return [
    title(`Examination: ${history.title}`),
    mark("TEACHING MODEL", teachingModelLabel.replace(/^Teaching model: /, "")),
    ...historyMarks(history).map(({ word, text: words }) => mark(word, words)),
    ...found.warnings.map((warning) => mark("WARNING", warning)),
    text(`History: ${provenanceWords(history.provenance)}.`),
    ...table(happenedTable(history)),
    ...table(assumedTable(history)),
    ...(settings.length === 0 ? [] : [text(`Settings other than the default: ${settings.join(", ")}.`)]),
    text(injectedWords(found)),
    ...table(doseTable(found)),
    text(clearanceWords(found)),
    ...table(shortened(tracedNodesTable(found), 16, whole)),
    ...table(tracedBundlesTable(found)),
    ...(findings.detours.length === 0 ? [text(noDetourWords)] : table(tracedDetoursTable(found))),
    ...(findings.backflow.length === 0 ? [text(noBackflowWords)] : table(shortened(backflowTable(found), 10, whole))),
    ...table(besideTable(found)),
    text(
      `${record.program}; parameters and inputs ${record.parameterHash.slice(0, 16)}; tracer not accounted for ` +
        `${significant(findings.error, 2)} of the dose.`,
    ),
  ];
}

function filesOf(input: BodyExamineInput, history: History, found: Examination) {
  return drawnFiles(input, {
    figure: async () => (await import("../figures/examination-figure.ts")).examinationFigure(history, found),
    report: async () => {
      const { examinationPage } = await import("../report/examination-page.ts");
      return examinationPage(history, found, input.set ?? []);
    },
  });
}

/** Injects a tracer into a typical body with a history and follows it. */
export async function bodyExamineCommand(
  input: BodyExamineInput,
  { style, report }: Surroundings,
): Promise<Result<CommandOutput>> {
  const parameters = readSettings(input.set ?? []);
  if (!parameters.ok) return parameters;
  const duration = input.for === undefined ? ok(usualTime) : readDuration("--for", input.for);
  if (!duration.ok) return duration;
  const at = input.at === undefined ? ok(0) : readTime("--at", input.at);
  if (!at.ok) return at;
  const history = readParsed(input.history, parseHistory);
  if (!history.ok) return history;
  const target = checkTargets({ files: [input.report], figures: [input.figure] }, [input.history]);
  if (target !== undefined) return target;
  const found = examineBody(history.value, {
    inject: (input.inject ?? []).flatMap((list) => list.split(",")).map((id) => id.trim()),
    at: at.value,
    for: duration.value,
    times: shownShares.map((share) => share * duration.value),
    ...(input.tracer === undefined ? {} : { tracer: input.tracer }),
    parameters: parameters.value,
    context: { report },
  });
  if (!found.ok) return { ...found, path: optionOf(found.path) };
  const files = await filesOf(input, history.value, found.value);
  if (!files.ok) return files;
  const words = input.json
    ? jsonText(examinationJson(history.value, found.value))
    : pageText(blocksOf(history.value, found.value, input.set ?? []), style);
  return ok({ text: words, files: files.value });
}

/** The option a field of the examination was given by. */
function optionOf(path = ""): string {
  return ["inject", "at", "for", "tracer"].includes(path) ? `--${path}` : path;
}
