import { fail, ok, type Result } from "@openlymph/base";
import {
  bandOf,
  bodiesFormat,
  bodiesText,
  bodyParts,
  ensembleHead,
  setupHash,
  type TodayTask,
  todaySize,
  virtualBodiesLabel,
} from "@openlymph/rehearsal";
import { outputColumn, type SweepRow } from "@openlymph/study";
import { type History, parseHistory } from "@openlymph/therapy";
import { askBodies } from "../ensemble/ask-bodies.ts";
import { type EnsembleOptions, readEnsemble } from "../input/read-ensemble.ts";
import { readParsed } from "../input/read-parsed.ts";
import { readSettings } from "../input/read-settings.ts";
import { bandsJson, ensembleJson, inML } from "../json/ensemble-json.ts";
import { historyJson } from "../json/history-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { inUnit } from "../output/numbers.ts";
import { mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { checkTarget, writeWhole } from "../output/write-file.ts";
import { drawnWords, ensembleMarks, priorsTable } from "../present/ensemble.ts";
import { journalPath, openJournal } from "../study/journal.ts";
import { bandWords, partWords } from "../words/band-words.ts";
import { historyMarks } from "../words/review-words.ts";

export interface BodyEnsembleInput extends EnsembleOptions {
  readonly history: string;
  readonly out: string;
  readonly members?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly resume?: boolean | undefined;
  readonly json?: boolean | undefined;
}

export const bodiesReportFormat = "openlymph/bodies-report@1";

const excessOf = (rows: readonly SweepRow[]) => bodyParts.map((_, n) => bandOf(outputColumn(rows, n)));

function excessTable(rows: readonly SweepRow[], { asOf }: History): Table {
  return {
    title: `The virtual bodies on ${asOf}`,
    about: "Fluid above health: median of the bodies (range of nine in ten).",
    columns: [words("part"), numbers("excess (mL)")],
    rows: bodyParts.map((part, n) => [
      partWords(part),
      bandWords(excessOf(rows)[n]!, (volume) => inUnit(volume, "volume", "mL", 1)),
    ]),
  };
}

/** Computes virtual bodies up to `asOf` and keeps them in a file, from which `rehearse --bodies` begins. */
export async function bodyEnsembleCommand(
  input: BodyEnsembleInput,
  { style, report }: Surroundings,
): Promise<Result<CommandOutput>> {
  const parameters = readSettings(input.set ?? []);
  if (!parameters.ok) return parameters;
  const chosen = readEnsemble("--members", input.members, input, parameters.value);
  if (!chosen.ok) return chosen;
  const history = readParsed(input.history, parseHistory);
  if (!history.ok) return history;
  const target = checkTarget(input.out, [input.history]);
  if (target !== undefined) return target;
  const { members, draw, workers } = chosen.value;
  const task: TodayTask = { kind: "today", history: history.value, draw };
  const journal = openJournal(input.out, setupHash(task), todaySize(), input.resume === true);
  if (!journal.ok) return journal;
  const { done, add, remove } = journal.value;
  const rows = await askBodies(task, workers, {
    members,
    done: done.filter(({ index }) => index < members).map((row) => ({ ...row, point: [row.index] })),
    onRow: add,
    context: { report },
  });
  if (!rows.ok) return fail(rows.code, { ...rows, file: journalPath(input.out) });
  const failure = writeWhole({ path: input.out, content: bodiesText(task, rows.value) });
  if (failure !== undefined) return failure;
  remove();
  const head = ensembleHead(bodiesReportFormat, task, "today", rows.value);
  const outOfRange = outputColumn(rows.value, bodyParts.length).filter((left) => left > 0).length;
  if (input.json) {
    const excess = excessOf(rows.value);
    return ok({
      text: jsonText({
        format: bodiesReportFormat,
        label: virtualBodiesLabel,
        marks: historyMarks(history.value).map(({ word, text: said }) => `${word}: ${said}`),
        history: historyJson(history.value),
        ...ensembleJson(head, task, true),
        outOfRange,
        parts: bodyParts.map((part, n) => ({ part, excess: bandsJson([excess[n]!], "mL", inML) })),
        file: { path: input.out, format: bodiesFormat },
        record: head.record,
      }),
    });
  }
  return ok({
    text: pageText(
      [
        title(`${members} virtual bodies: ${history.value.title}`),
        ...ensembleMarks(head, outOfRange),
        ...historyMarks(history.value).map(({ word, text: said }) => mark(word, said)),
        text(drawnWords(head)),
        tableBlock(excessTable(rows.value, history.value)),
        tableBlock(priorsTable(task, true)),
        text(
          `Written to ${input.out}: openlymph rehearse ${input.history} PLAN --ensemble ${members} --bodies ${input.out} begins from it.`,
        ),
        text(
          `${head.record.program}; parameters and inputs ${head.record.parameterHash.slice(0, 16)}; seed ${head.seed}.`,
        ),
      ],
      style,
    ),
  });
}
