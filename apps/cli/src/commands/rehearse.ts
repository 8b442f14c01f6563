import { fail, hour, ok, type Result } from "@openlymph/base";
import { type Rehearsal, rehearse } from "@openlymph/rehearsal";
import { type History, type Plan, parseHistory, parsePlan } from "@openlymph/therapy";
import { type EnsembleOptions, findLonelyOption, readEnsemble } from "../input/read-ensemble.ts";
import { readParsed } from "../input/read-parsed.ts";
import { rehearsalJson } from "../json/rehearsal-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { significant } from "../output/numbers.ts";
import { type Block, heading, list, mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { shortened } from "../output/table.ts";
import { checkTargets } from "../output/targets.ts";
import { assumedTable, happenedTable } from "../present/history.ts";
import { durationWords } from "../present/plan.ts";
import {
  anglesTable,
  boundWords,
  changeTable,
  limbsTable,
  nodesTable,
  removedTable,
  routesTable,
  watershedsTable,
} from "../present/rehearsal.ts";
import { historyMarks, planMarks, provenanceWords, sessionMarks } from "../words/review-words.ts";

export interface RehearseInput extends EnsembleOptions {
  readonly history: string;
  readonly plan: string;
  readonly hours?: string | undefined;
  readonly json?: boolean | undefined;
  readonly report?: string | undefined;
  readonly ensemble?: string | undefined;
  readonly compare?: string | undefined;
  readonly bodies?: string | undefined;
  readonly figure?: string | undefined;
}

const mostHours = 672;

function readHours(written: string | undefined): Result<number> {
  if (written === undefined) return ok(24 * hour);
  const number = /^\s*\d*\.?\d+\s*h?\s*$/.test(written) ? Number.parseFloat(written) : Number.NaN;
  if (number > 0 && number <= mostHours) return ok(number * hour);
  return fail("param/out-of-range", {
    path: "--hours",
    value: written,
    expected: `hours after the session began, more than 0 and at most ${mostHours}`,
  });
}

function briefly(words: string): string {
  return words.length <= 200 ? words : `${words.slice(0, 180)} ... (all of it: openlymph plan show)`;
}

function blocksOf(history: History, plan: Plan, rehearsal: Rehearsal): readonly Block[] {
  const { findings, record, withSession, without } = rehearsal;
  const fluidError = Math.max(withSession.balance.fluidError, without.balance.fluidError);
  const table = (...args: Parameters<typeof tableBlock>) => (args[0].rows.length === 0 ? [] : [tableBlock(...args)]);
  const whole = "--json or --report FILE.html";
  return [
    title(`Rehearsal: ${history.title} | ${plan.title}`),
    mark("TEACHING MODEL", rehearsal.label.replace(/^Teaching model: /, "")),
    ...[...sessionMarks(history, rehearsal.duration), ...historyMarks(history), ...planMarks(plan)].map(
      ({ word, text: words }) => mark(word, words),
    ),
    ...findings.warnings.map((warning) => mark("WARNING", warning)),
    text(`History: ${provenanceWords(history.provenance)}.`),
    text(`Plan: ${briefly(provenanceWords(plan.provenance))}.`),
    ...table(happenedTable(history)),
    ...table(assumedTable(history)),
    ...table(limbsTable(rehearsal)),
    text(`${durationWords(plan)} The session of the model is as long as its strokes.`),
    ...table(changeTable(rehearsal)),
    heading("Millilitres within the bound"),
    text(boundWords(rehearsal)),
    ...table(shortened(routesTable(rehearsal), 8, whole)),
    ...table(watershedsTable(rehearsal)),
    ...table(shortened(nodesTable(rehearsal), 8, whole)),
    ...table(removedTable(rehearsal)),
    ...table(anglesTable(rehearsal)),
    heading("What must be said beside the numbers"),
    list(findings.notes),
    text(
      `${record.program}; parameters and inputs ${record.parameterHash.slice(0, 16)}; fluid not accounted for ` +
        `${significant(fluidError, 2)} of what moved.`,
    ),
  ];
}

async function inBodies(
  input: RehearseInput,
  history: History,
  plan: Plan,
  duration: number,
  surroundings: Surroundings,
): Promise<Result<CommandOutput>> {
  const chosen = readEnsemble("--ensemble", input.ensemble, input);
  if (!chosen.ok) return chosen;
  const other = input.compare === undefined ? ok(undefined) : readParsed(input.compare, parsePlan);
  if (!other.ok) return other;
  const { rehearseEnsemble } = await import("./rehearse-ensemble.ts");
  const plans = other.value === undefined ? [plan] : [plan, other.value];
  const { bodies, figure, json = false, report } = input;
  return rehearseEnsemble({ history, plans, duration, bodies, json, figure, report }, chosen.value, surroundings);
}

/** Rehearses a plan on a typical body with a history, beside the same body without the session. */
export async function rehearseCommand(
  input: RehearseInput,
  { style, report }: Surroundings,
): Promise<Result<CommandOutput>> {
  const duration = readHours(input.hours);
  if (!duration.ok) return duration;
  const history = readParsed(input.history, parseHistory);
  if (!history.ok) return history;
  const plan = readParsed(input.plan, parsePlan);
  if (!plan.ok) return plan;
  const read = [input.history, input.plan, input.compare ?? input.plan, input.bodies ?? input.plan];
  const target = checkTargets({ files: [input.report], figures: [input.figure] }, read);
  if (target !== undefined) return target;
  if (input.ensemble !== undefined)
    return inBodies(input, history.value, plan.value, duration.value, { style, report });
  const { seed, population, workers, compare, bodies, figure } = input;
  const lonely = findLonelyOption("--ensemble", {
    "--compare": compare,
    "--bodies": bodies,
    "--figure": figure,
    "--seed": seed,
    "--population": population,
    "--workers": workers,
  });
  if (lonely !== undefined) return lonely;
  const rehearsal = rehearse(history.value, plan.value, { duration: duration.value, context: { report } });
  if (!rehearsal.ok) return rehearsal;
  const all = [history.value, plan.value, rehearsal.value] as const;
  const files =
    input.report === undefined
      ? []
      : [{ path: input.report, content: [(await import("../report/report-page.ts")).reportPage(...all)] }];
  const words = input.json ? jsonText(rehearsalJson(...all)) : pageText(blocksOf(...all), style);
  return ok({ text: words, files });
}
