import { ok, type Result } from "@openlymph/base";
import { type CourseRun, runCourse } from "@openlymph/rehearsal";
import { type History, type Plan, parseHistory, parsePlan } from "@openlymph/therapy";
import { readCourse, type WrittenCourse } from "../input/read-course.ts";
import { readParsed } from "../input/read-parsed.ts";
import { readSettings } from "../input/read-settings.ts";
import { courseCsvHead, courseCsvRows, courseJson } from "../json/course-json.ts";
import { type CommandOutput, jsonText, type OutputFile, type Surroundings } from "../output/command-output.ts";
import { csvText } from "../output/csv.ts";
import { drawnFiles } from "../output/drawn-files.ts";
import { significant } from "../output/numbers.ts";
import { type Block, heading, list, mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { shortened } from "../output/table.ts";
import { checkTargets } from "../output/targets.ts";
import {
  afterTable,
  courseSentence,
  courseTable,
  limbStateTable,
  limbsTable,
  nodesTable,
  partsTable,
  sessionBoundWords,
  sessionHoursTable,
  settingsTable,
  unknownsTable,
  usualValueWords,
} from "../present/course.ts";
import { trialTable, trialWords } from "../present/course-trial.ts";
import { assumedTable, happenedTable } from "../present/history.ts";
import { historyMarks, planMarks, provenanceWords } from "../words/review-words.ts";

export interface BodyCourseInput extends WrittenCourse {
  readonly history: string;
  readonly set?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
  readonly csv?: string | undefined;
  readonly figure?: string | undefined;
  readonly report?: string | undefined;
}

function blocksOf(
  history: History,
  plan: Plan | undefined,
  run: CourseRun,
  settings: readonly string[],
): readonly Block[] {
  const table = (...args: Parameters<typeof tableBlock>) => (args[0].rows.length === 0 ? [] : [tableBlock(...args)]);
  const unknowns = unknownsTable(run);
  return [
    title(`Course of care: ${history.title}${plan === undefined ? "" : ` | ${plan.title}`}`),
    mark("TEACHING MODEL", run.label.replace(/^Teaching model: /, "")),
    ...run.stops.map((stop) => mark("STOP", stop)),
    ...[...historyMarks(history), ...(plan === undefined ? [] : planMarks(plan))].map(({ word, text: words }) =>
      mark(word, words),
    ),
    ...run.warnings.map((warning) => mark("WARNING", warning)),
    text(`History: ${provenanceWords(history.provenance)}. What happens in it goes on with the course and without it.`),
    ...table(happenedTable(history)),
    ...table(assumedTable(history)),
    ...(settings.length === 0 ? [] : [text(`Settings other than the default: ${settings.join(", ")}.`)]),
    tableBlock(settingsTable(run)),
    text(courseSentence(run)),
    tableBlock(courseTable(run)),
    tableBlock(partsTable(run)),
    ...(unknowns.rows.length === 0 ? [] : [tableBlock(unknowns), text(usualValueWords)]),
    ...(trialWords(run) === "" ? [] : [tableBlock(trialTable(run)), text(trialWords(run))]),
    ...(run.session === undefined ? [] : [tableBlock(sessionHoursTable(run)), text(sessionBoundWords(run))]),
    ...table(afterTable(run)),
    tableBlock(limbStateTable(run)),
    tableBlock(limbsTable(run)),
    tableBlock(shortened(nodesTable(run), 8, "--json or --report FILE.html")),
    heading("What must be said beside the numbers"),
    list(run.notes),
    text(
      `${run.record.program}; parameters and inputs ${run.record.parameterHash.slice(0, 16)}; fluid not accounted for ` +
        `${significant(run.balance.fluidError, 2)} of what moved.`,
    ),
  ];
}

async function filesOf(
  input: BodyCourseInput,
  history: History,
  plan: Plan | undefined,
  run: CourseRun,
): Promise<Result<readonly OutputFile[]>> {
  const { csv } = input;
  const tables = csv === undefined ? [] : [{ path: csv, content: csvText(courseCsvHead, courseCsvRows(run)) }];
  const drawn = await drawnFiles(input, {
    figure: async () => (await import("../figures/care-figure.ts")).careFigure(run, input.set ?? []),
    report: async () => (await import("../report/course-page.ts")).coursePage(history, plan, run),
  });
  return drawn.ok ? ok([...tables, ...drawn.value]) : drawn;
}

/** Runs a course of care on a typical body with a history, beside the same body without it. */
export async function bodyCourseCommand(
  input: BodyCourseInput,
  { style, report }: Surroundings,
): Promise<Result<CommandOutput>> {
  const parameters = readSettings(input.set ?? []);
  if (!parameters.ok) return parameters;
  const history = readParsed(input.history, parseHistory);
  if (!history.ok) return history;
  const plan = input.plan === undefined ? ok(undefined) : readParsed(input.plan, parsePlan);
  if (!plan.ok) return plan;
  const course = readCourse(input, history.value);
  if (!course.ok) return course;
  const inputs = [input.history, ...(input.plan === undefined ? [] : [input.plan])];
  const target = checkTargets({ files: [input.csv, input.report], figures: [input.figure] }, inputs);
  if (target !== undefined) return target;
  const run = runCourse(history.value, plan.value, course.value, {
    parameters: parameters.value,
    context: { report },
  });
  if (!run.ok) return run;
  const files = await filesOf(input, history.value, plan.value, run.value);
  if (!files.ok) return files;
  const words = input.json
    ? jsonText(courseJson(history.value, plan.value, run.value))
    : pageText(blocksOf(history.value, plan.value, run.value, input.set ?? []), style);
  return ok({ text: words, files: files.value });
}
