import { ok, quantity, type Result, runRecord } from "@openlymph/base";
import { type Plan, parsePlan, planDuration, regionsById } from "@openlymph/therapy";
import { readParsed } from "../input/read-parsed.ts";
import { planJson } from "../json/history-json.ts";
import { planStepJson } from "../json/plan-step-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { type Block, heading, list, mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { directionLines, durationWords, stepsTable } from "../present/plan.ts";
import { planMarks, provenanceWords, versionWords } from "../words/review-words.ts";

export interface PlanShowInput {
  readonly plan: string;
  readonly json?: boolean | undefined;
}

export const planShowFormat = "openlymph/plan-show@1";

function statedWords({ stated }: Plan): string | undefined {
  if (stated === undefined) return undefined;
  const { minutes, frequency } = stated;
  const time = typeof minutes === "number" ? `${minutes} min` : minutes?.join(" to ").concat(" min");
  return `The published text states: ${[time, frequency].filter(Boolean).join(", ")}.`;
}

function factLines(plan: Plan): readonly string[] {
  const exit =
    plan.exit === undefined
      ? undefined
      : `Exit chosen: ${regionsById.get(plan.exit.region)?.label ?? plan.exit.region}, ${plan.exit.side}${plan.exit.reason === undefined ? "" : ` (${plan.exit.reason})`}.`;
  const lines = [
    plan.for === undefined ? undefined : `For: ${plan.for}.`,
    `Affected side: ${plan.affectedSide}.`,
    plan.position === undefined ? undefined : `Position: ${plan.position}.`,
    plan.garment === undefined ? undefined : `Garment: ${plan.garment}.`,
    plan.stopRule === undefined ? undefined : `Stop: ${plan.stopRule}.`,
    statedWords(plan),
    exit,
    plan.exitChoices === undefined ? undefined : `Exits the therapist may choose: ${plan.exitChoices.join("; ")}.`,
    ...(plan.extraChecks ?? []).map((check) => `Check first: ${check}.`),
    `Provenance: ${provenanceWords(plan.provenance)}.`,
  ];
  return lines.filter((line) => line !== undefined);
}

function blocksOf(plan: Plan): readonly Block[] {
  const versions = (plan.versions ?? []).map(versionWords);
  const notes = plan.steps.flatMap(({ n, note }) => (note === undefined ? [] : [`${n}: ${note}`]));
  return [
    title(plan.title),
    ...planMarks(plan).map(({ word, text: words }) => mark(word, words)),
    ...(plan.about === undefined ? [] : [text(plan.about)]),
    list(factLines(plan)),
    tableBlock(stepsTable(plan)),
    text(durationWords(plan)),
    heading("Which way each step runs, and why"),
    list(directionLines(plan)),
    ...(notes.length === 0 ? [] : [heading("Notes"), list(notes)]),
    ...(versions.length === 0 ? [] : [heading("Versions"), list(versions)]),
  ];
}

function showJson(plan: Plan) {
  const minutes = (seconds: number) => quantity(seconds, "time", "min");
  const duration = (optional: boolean) => {
    const { stroking, withMoving } = planDuration(plan, { optional });
    return { stroking: minutes(stroking), withMoving: minutes(withMoving) };
  };
  return {
    format: planShowFormat,
    marks: planMarks(plan).map(({ word, text: words }) => `${word}: ${words}`),
    plan: planJson(plan),
    about: plan.about ?? null,
    versions: plan.versions ?? [],
    duration: { ...duration(true), withoutOptional: duration(false) },
    steps: plan.steps.map((step) => planStepJson(plan, step)),
    record: runRecord(planShowFormat, plan),
  };
}

/** Shows a plan: its steps with direction and reason, how long it takes, and how far it may be trusted. */
export async function planShowCommand(input: PlanShowInput, { style }: Surroundings): Promise<Result<CommandOutput>> {
  const plan = readParsed(input.plan, parsePlan);
  if (!plan.ok) return plan;
  return ok({ text: input.json ? jsonText(showJson(plan.value)) : pageText(blocksOf(plan.value), style) });
}
