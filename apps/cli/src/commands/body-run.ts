import { day, fail, hour, ok, type Result } from "@openlymph/base";
import { type BodyRun, historyStart, runBody, teachingModelLabel } from "@openlymph/rehearsal";
import { type History, parseHistory } from "@openlymph/therapy";
import { type EnsembleOptions, findLonelyOption, readEnsemble } from "../input/read-ensemble.ts";
import { readParsed } from "../input/read-parsed.ts";
import { readPumpLaw } from "../input/read-pump-law.ts";
import { readSettings } from "../input/read-settings.ts";
import { readDuration, readTimes } from "../input/read-time.ts";
import { bodyRunJson, bodyRunRows } from "../json/body-run-json.ts";
import { type CommandOutput, jsonText, type OutputFile, type Surroundings } from "../output/command-output.ts";
import { csvText } from "../output/csv.ts";
import { drawnFiles } from "../output/drawn-files.ts";
import { significant, timeWords } from "../output/numbers.ts";
import { type Block, mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { shortened } from "../output/table.ts";
import { checkTargets } from "../output/targets.ts";
import {
  detoursTable,
  excessTable,
  limbTable,
  nodePressureTable,
  noSwellingWords,
  plasmaTable,
  swollenLimbs,
  territoriesTable,
} from "../present/body-run.ts";
import { assumedTable, happenedTable } from "../present/history.ts";
import { originWords } from "../words/history-words.ts";
import { historyMarks, provenanceWords } from "../words/review-words.ts";

export interface BodyRunInput extends EnsembleOptions {
  readonly history: string;
  readonly for?: string | undefined;
  readonly at?: string | undefined;
  readonly set?: readonly string[] | undefined;
  readonly pumpLaw?: string | undefined;
  readonly json?: boolean | undefined;
  readonly csv?: string | undefined;
  readonly ensemble?: string | undefined;
  readonly figure?: string | undefined;
  readonly report?: string | undefined;
}

const usualTimes = [
  ...[1, 3, 6, 12].map((hours) => hours * hour),
  ...[1, 3, 7, 14, 30, 60, 90, 180, 365, 730, 1095, 1825, 3650].map((days) => days * day),
];
const mostTimes = 10;

/** A handful of times up to an end: ever wider apart, the earliest left out where there would be too many. */
function timesUpTo(end: number): readonly number[] {
  const before = usualTimes.filter((time) => time < 0.8 * end);
  return [...before.slice(-(mostTimes - 1)), end];
}

function readWhen(input: BodyRunInput, untilToday: number): Result<readonly number[]> {
  const asked = input.at === undefined ? ok([]) : readTimes("--at", input.at);
  if (!asked.ok) return asked;
  const last = asked.value.at(-1) ?? 0;
  const fallback = Math.max(last, untilToday > 0 ? untilToday : day);
  const end = input.for === undefined ? ok(fallback) : readDuration("--for", input.for);
  if (!end.ok) return end;
  if (last > end.value) {
    return fail("param/out-of-range", {
      path: "--at",
      value: timeWords(last),
      expected: `times up to the end of the run (--for ${timeWords(end.value)})`,
    });
  }
  if (asked.value.length === 0) return ok(timesUpTo(end.value));
  return ok([...new Set([...asked.value, end.value])]);
}

function todayWords(history: History, run: BodyRun): string {
  const today = -run.origin;
  const end = run.series.states.at(-1)?.time ?? 0;
  if (today === 0) return "";
  const after = end > today ? "; what comes after it assumes that nothing else happens" : "";
  return ` The history is told as of ${history.asOf}, at ${timeWords(today)}${after}.`;
}

function blocksOf(history: History, run: BodyRun, settings: readonly string[]): readonly Block[] {
  const limbs = swollenLimbs(run);
  const whole = "--json or --csv FILE";
  const { record, series } = run;
  const table = (...args: Parameters<typeof tableBlock>) => (args[0].rows.length === 0 ? [] : [tableBlock(...args)]);
  return [
    title(`Whole body: ${history.title}`),
    mark("TEACHING MODEL", teachingModelLabel.replace(/^Teaching model: /, "")),
    ...historyMarks(history).map(({ word, text: words }) => mark(word, words)),
    ...run.warnings.map((warning) => mark("WARNING", warning)),
    text(`History: ${provenanceWords(history.provenance)}.`),
    ...table(happenedTable(history)),
    ...table(assumedTable(history)),
    ...(settings.length === 0 ? [] : [text(`Settings other than the default: ${settings.join(", ")}.`)]),
    text(`${originWords(history, run.origin)}${todayWords(history, run)}`),
    tableBlock(excessTable(run)),
    ...(limbs.length === 0 ? [text(noSwellingWords)] : limbs.map((limb) => tableBlock(limbTable(run, limb)))),
    tableBlock(shortened(territoriesTable(run), 10, whole)),
    tableBlock(shortened(nodePressureTable(run), 10, whole)),
    ...table(shortened(detoursTable(run), 8, whole)),
    ...table(plasmaTable(run)),
    text(
      `${record.program}; parameters and inputs ${record.parameterHash.slice(0, 16)}; ${series.steps} steps; fluid not ` +
        `accounted for ${significant(series.balance.fluidError, 2)} of what moved.`,
    ),
  ];
}

/** What differs from the default, as it was written. */
function changesOf({ set = [], pumpLaw }: BodyRunInput): readonly string[] {
  return pumpLaw === undefined || pumpLaw === "fit" ? set : [...set, `pump law ${pumpLaw}`];
}

const csvHead = ["time_d", "kind", "id", "quantity", "value", "unit"];

async function filesOf(input: BodyRunInput, history: History, run: BodyRun): Promise<Result<readonly OutputFile[]>> {
  const { csv } = input;
  const tables = csv === undefined ? [] : [{ path: csv, content: csvText(csvHead, bodyRunRows(history, run)) }];
  const drawn = await drawnFiles(input, {
    figure: async () => {
      const { bodyRunFigure } = await import("../figures/body-run-figure.ts");
      return bodyRunFigure(history, run, changesOf(input));
    },
    report: async () => (await import("../report/body-run-page.ts")).bodyRunPage(history, run, changesOf(input)),
  });
  return drawn.ok ? ok([...tables, ...drawn.value]) : drawn;
}

/** Runs the whole body through a history. */
export async function bodyRunCommand(
  input: BodyRunInput,
  { style, report }: Surroundings,
): Promise<Result<CommandOutput>> {
  const parameters = readSettings(input.set ?? []);
  if (!parameters.ok) return parameters;
  const pumpLaw = readPumpLaw(input.pumpLaw);
  if (!pumpLaw.ok) return pumpLaw;
  const history = readParsed(input.history, parseHistory);
  if (!history.ok) return history;
  const origin = historyStart(history.value);
  const times = readWhen(input, -origin);
  if (!times.ok) return times;
  const { csv, figure, report: page } = input;
  const target = checkTargets({ files: [csv, page], figures: [figure] }, [input.history]);
  if (target !== undefined) return target;
  if (input.ensemble !== undefined) {
    if (pumpLaw.value === "table") {
      return fail("usage/invalid", { path: "--pump-law", value: "table", expected: "fit, with --ensemble" });
    }
    const chosen = readEnsemble("--ensemble", input.ensemble, input, parameters.value);
    if (!chosen.ok) return chosen;
    const asked = {
      history: history.value,
      origin,
      times: times.value,
      settings: input.set ?? [],
      parameters: parameters.value,
      json: input.json === true,
      csv,
      figure,
      page,
    };
    const { bodyRunEnsemble } = await import("./body-run-ensemble.ts");
    return bodyRunEnsemble(asked, chosen.value, { style, report });
  }
  const { seed, population, workers } = input;
  const options = { "--seed": seed, "--population": population, "--workers": workers };
  const lonely = findLonelyOption("--ensemble", options);
  if (lonely !== undefined) return lonely;
  const run = runBody(history.value, {
    times: times.value,
    parameters: parameters.value,
    pumpLaw: pumpLaw.value,
    context: { report },
  });
  if (!run.ok) return run;
  const files = await filesOf(input, history.value, run.value);
  if (!files.ok) return files;
  const words = input.json
    ? jsonText(bodyRunJson(history.value, run.value))
    : pageText(blocksOf(history.value, run.value, changesOf(input)), style);
  return ok({ text: words, files: files.value });
}
