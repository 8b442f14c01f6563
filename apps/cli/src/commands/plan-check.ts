import { ok, type Result, runRecord } from "@openlymph/base";
import {
  checkPlan,
  type DoneRepair,
  type Plan,
  type PlanCheck,
  parsePlan,
  repairPlan,
  serializePlan,
} from "@openlymph/therapy";
import { readHistory, readScreened, type Screened } from "../input/check-basis.ts";
import { readParsed } from "../input/read-parsed.ts";
import { findingJson } from "../json/finding-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { type Block, heading, list, mark, pageText, text, title } from "../output/page.ts";
import { checkTargets } from "../output/targets.ts";
import { countWords, doneWords, findingBlocks, unlocatedBlocks } from "../present/plan-check.ts";
import { checkMarks } from "../words/check-words.ts";

export interface PlanCheckInput {
  readonly plan: string;
  readonly history?: string | undefined;
  readonly screening?: string | undefined;
  readonly repair?: string | undefined;
  readonly warnings?: boolean | undefined;
  readonly json?: boolean | undefined;
}

export const planCheckFormat = "openlymph/plan-check@1";

function heldAgainst({ history }: Screened, screened: boolean): string {
  const body = history === undefined ? "a body without any operation" : `the history "${history.title}"`;
  return `Held against ${body}${screened ? " and the screening" : "; no screening was given"}.`;
}

interface Repaired {
  readonly plan: Plan;
  readonly done: readonly DoneRepair[];
  readonly after: PlanCheck;
}

function repairedBlocks(repaired: Repaired | undefined): readonly Block[] {
  if (repaired === undefined) return [];
  const { done, after } = repaired;
  const lines = done.map(doneWords);
  return [
    heading("Changes made in the new file, one after the other"),
    lines.length === 0 ? text("None: no finding proposes one.") : list(lines),
    text(`The new plan has ${countWords(after.findings)}. It is a draft: a therapist decides.`),
  ];
}

function blocksOf(plan: Plan, basis: Screened, check: PlanCheck, repaired: Repaired | undefined): readonly Block[] {
  return [
    title(`${check.ok ? "No errors" : "Errors"}: ${plan.title}`),
    ...checkMarks(plan, basis).map(({ word, text: words }) => mark(word, words)),
    text(`${countWords(check.findings).replace(/^n/, "N")}. ${heldAgainst(basis, basis.outcome !== undefined)}`),
    ...(check.otherSide === undefined ? [] : [mark("OTHER SIDE", check.otherSide)]),
    ...unlocatedBlocks(check),
    ...findingBlocks(check.findings),
    ...repairedBlocks(repaired),
    text(
      "Rules warn and explain; the therapist decides, and may keep a step with a reason. What order and direction do has not been measured.",
    ),
  ];
}

function checkJson(plan: Plan, basis: Screened, check: PlanCheck) {
  return {
    format: planCheckFormat,
    marks: checkMarks(plan, basis).map(({ word, text: words }) => `${word}: ${words}`),
    ok: check.ok,
    findings: check.findings.map((finding) => findingJson(plan, finding)),
    unlocated: check.unlocated,
    otherSide: check.otherSide ?? null,
    screening: basis.outcome?.decision ?? null,
    record: runRecord(planCheckFormat, { plan, history: basis.history ?? null, screening: basis.answeredYes ?? null }),
  };
}

/**
 * Checks a plan against the network, a history and a screening; with `repair` it writes the plan with the proposed changes.
 * A plan with errors ends with exit code 1.
 */
export async function planCheckCommand(
  input: PlanCheckInput,
  { style }: Pick<Surroundings, "style">,
): Promise<Result<CommandOutput>> {
  const plan = readParsed(input.plan, parsePlan);
  if (!plan.ok) return plan;
  const history = readHistory(input.history);
  if (!history.ok) return history;
  const screened = readScreened(input.screening);
  if (!screened.ok) return screened;
  const basis: Screened = { ...screened.value, history: history.value };
  const wrong = checkTargets({ files: [input.repair] }, [input.plan]);
  if (wrong !== undefined) return wrong;
  const check = checkPlan(plan.value, basis);
  const mended =
    input.repair === undefined ? undefined : repairPlan(plan.value, basis, { warnings: input.warnings === true });
  const repaired = mended === undefined ? undefined : { ...mended, after: checkPlan(mended.plan, basis) };
  return ok({
    text: input.json
      ? jsonText(checkJson(plan.value, basis, check))
      : pageText(blocksOf(plan.value, basis, check, repaired), style),
    found: !check.ok,
    ...(input.repair === undefined || repaired === undefined
      ? {}
      : { files: [{ path: input.repair, content: [serializePlan(repaired.plan)] }] }),
  });
}
