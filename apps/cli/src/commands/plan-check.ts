import { ok, type Result, runRecord } from "@openlymph/base";
import {
  applyRepair,
  type CheckBasis,
  checkPlan,
  type Plan,
  type PlanCheck,
  type PlanFinding,
  parseHistory,
  parsePlan,
  parseScreening,
  repairPlan,
  type ScreeningOutcome,
  screen,
  serializePlan,
} from "@openlymph/therapy";
import { clock, momentOf } from "../input/moment.ts";
import { readParsed } from "../input/read-parsed.ts";
import { planStepJson } from "../json/plan-step-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { type Block, heading, list, mark, pageText, text, title } from "../output/page.ts";
import { checkTargets } from "../output/targets.ts";
import { countWords, findingBlocks, unlocatedBlocks } from "../present/plan-check.ts";
import { planMarks } from "../words/review-words.ts";

export interface PlanCheckInput {
  readonly plan: string;
  readonly history?: string | undefined;
  readonly screening?: string | undefined;
  readonly repair?: string | undefined;
  readonly warnings?: boolean | undefined;
  readonly json?: boolean | undefined;
}

export const planCheckFormat = "openlymph/plan-check@1";

interface Screened extends CheckBasis {
  readonly outcome?: ScreeningOutcome;
}

function basisOf(input: PlanCheckInput): Result<Screened> {
  const history = input.history === undefined ? ok(undefined) : readParsed(input.history, parseHistory);
  if (!history.ok) return history;
  const basis = { history: history.value };
  if (input.screening === undefined) return ok(basis);
  const screening = readParsed(input.screening, parseScreening);
  if (!screening.ok) return screening;
  const outcome = screen(screening.value, momentOf(screening.value, clock()), {});
  if (!outcome.ok) return { ...outcome, file: input.screening };
  const yes = Object.entries(screening.value.answers).flatMap(([rule, answer]) => (answer === "yes" ? [rule] : []));
  const { avoidRegions, limits } = outcome.value;
  return ok({
    ...basis,
    avoided: avoidRegions,
    answeredYes: yes,
    maxMinutes: limits.maxMinutes,
    outcome: outcome.value,
  });
}

/** What the screening says of a session as a whole: whatever the plan, it holds. */
function screeningLines({ outcome }: Screened): readonly string[] {
  if (outcome === undefined || outcome.decision === "go") return [];
  return [`The screening says ${outcome.decision}: ${outcome.said.title}. It holds whatever the plan.`];
}

function heldAgainst({ history }: Screened, screened: boolean): string {
  const body = history === undefined ? "a body without any operation" : `the history "${history.title}"`;
  return `Held against ${body}${screened ? " and the screening" : "; no screening was given"}.`;
}

interface Repaired {
  readonly plan: Plan;
  readonly done: readonly PlanFinding[];
  readonly after: PlanCheck;
}

function repairedBlocks(repaired: Repaired | undefined): readonly Block[] {
  if (repaired === undefined) return [];
  const { done, after } = repaired;
  const lines = done.map(({ step, code, repair }) => `${repair?.words ?? ""} (step ${step}, ${code})`);
  return [
    heading("Changes made in the new file, one after the other"),
    lines.length === 0 ? text("None: no finding proposes one.") : list(lines),
    text(`The new plan has ${countWords(after.findings)}. It is a draft: a therapist decides.`),
  ];
}

function blocksOf(plan: Plan, basis: Screened, check: PlanCheck, repaired: Repaired | undefined): readonly Block[] {
  return [
    title(`${check.ok ? "No errors" : "Errors"}: ${plan.title}`),
    ...planMarks(plan).map(({ word, text: words }) => mark(word, words)),
    mark("DRAFT", "rules of the check: no named professional has reviewed or approved them."),
    text(`${countWords(check.findings).replace(/^n/, "N")}. ${heldAgainst(basis, basis.outcome !== undefined)}`),
    ...screeningLines(basis).map((line) => mark("SCREENING", line)),
    ...unlocatedBlocks(check),
    ...findingBlocks(check.findings),
    ...repairedBlocks(repaired),
    text(
      "Rules warn and explain; the therapist decides, and may keep a step with a reason. What order and direction do has not been measured.",
    ),
  ];
}

function findingJson(plan: Plan, finding: PlanFinding) {
  const { severity, code, step, message, basis, source, repair } = finding;
  const head = { severity, code, step, message, basis, source };
  if (repair === undefined) return head;
  const mended = applyRepair(plan, finding);
  return { ...head, repair: { words: repair.words, steps: mended.steps.map((one) => planStepJson(mended, one)) } };
}

function checkJson(plan: Plan, basis: Screened, check: PlanCheck) {
  return {
    format: planCheckFormat,
    marks: [
      ...planMarks(plan).map(({ word, text: words }) => `${word}: ${words}`),
      "DRAFT: rules of the check: no named professional has reviewed or approved them.",
    ],
    ok: check.ok,
    findings: check.findings.map((finding) => findingJson(plan, finding)),
    unlocated: check.unlocated,
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
  const basis = basisOf(input);
  if (!basis.ok) return basis;
  const wrong = checkTargets({ files: [input.repair] }, [input.plan]);
  if (wrong !== undefined) return wrong;
  const check = checkPlan(plan.value, basis.value);
  const mended =
    input.repair === undefined ? undefined : repairPlan(plan.value, basis.value, { warnings: input.warnings === true });
  const repaired = mended === undefined ? undefined : { ...mended, after: checkPlan(mended.plan, basis.value) };
  return ok({
    text: input.json
      ? jsonText(checkJson(plan.value, basis.value, check))
      : pageText(blocksOf(plan.value, basis.value, check, repaired), style),
    found: !check.ok,
    ...(input.repair === undefined || repaired === undefined
      ? {}
      : { files: [{ path: input.repair, content: [serializePlan(repaired.plan)] }] }),
  });
}
