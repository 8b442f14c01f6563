import { ok, type Result, runRecord } from "@openlymph/base";
import { hands, lintPlan, lintRules, parsePlan } from "@openlymph/therapy";
import { readParsed } from "../input/read-parsed.ts";
import { readWord } from "../input/read-word.ts";
import { findingJson } from "../json/finding-json.ts";
import { planJson } from "../json/history-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { pageText } from "../output/page.ts";
import { lintBlocks } from "../present/plan-lint.ts";
import { lintMarks } from "../words/check-words.ts";

export interface PlanLintInput {
  readonly plan: string;
  /** Who carries it out; self-care when left out. */
  readonly by?: string | undefined;
  readonly json?: boolean | undefined;
}

export const planLintFormat = "openlymph/plan-lint@1";

/** What can be found in the writing of a plan; an error among it shows in the exit code. */
export async function planLintCommand(
  input: PlanLintInput,
  { style }: Pick<Surroundings, "style">,
): Promise<Result<CommandOutput>> {
  const by = readWord("--by", input.by ?? "self-care", hands);
  if (!by.ok) return by;
  const read = readParsed(input.plan, parsePlan);
  if (!read.ok) return read;
  const plan = read.value;
  const findings = lintPlan(plan, { by: by.value });
  const found = findings.some(({ severity }) => severity === "error");
  if (!input.json) return ok({ text: pageText(lintBlocks(plan, findings), style), found });
  const report = {
    format: planLintFormat,
    marks: lintMarks(plan).map(({ word, text }) => `${word}: ${text}`),
    plan: planJson(plan),
    by: by.value,
    ok: !found,
    findings: findings.map((one) => findingJson(plan, one)),
    record: runRecord(planLintFormat, { plan, by: by.value, rules: lintRules.version }),
  };
  return ok({ text: jsonText(report), found });
}
