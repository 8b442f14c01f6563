import { ok, type Result, runRecord } from "@openlymph/base";
import { exitName, gradeWords, type PlanProposal, parseHistory, proposePlan, serializePlan } from "@openlymph/therapy";
import { readScreened, type Screened } from "../input/check-basis.ts";
import { readParsed } from "../input/read-parsed.ts";
import { planStepJson } from "../json/plan-step-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { fixed } from "../output/numbers.ts";
import { type Block, heading, list, mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { checkTargets } from "../output/targets.ts";
import { durationWords, stepsTable } from "../present/plan.ts";
import { countWords, doneWords, findingBlocks, unlocatedBlocks } from "../present/plan-check.ts";
import { sessionHolds } from "../words/check-words.ts";
import type { Mark } from "../words/review-words.ts";

export interface PlanProposeInput {
  readonly history: string;
  readonly for?: string | undefined;
  readonly screening?: string | undefined;
  readonly out?: string | undefined;
  readonly json?: boolean | undefined;
}

export const planProposeFormat = "openlymph/plan-proposal@1";

const proposalMarks: readonly Mark[] = [
  { word: "DRAFT", text: "proposal: it is no plan until a named therapist has reviewed, changed and released it." },
];

function exitsTable({ exits }: PlanProposal): Table {
  return {
    title: "Exits of the limb",
    about:
      "Open ones first, those that dye was looked for in and never showed last. Nodes: the share that still works after this history. Seen: in what share of swollen limbs dye showed it.",
    columns: [words("exit"), words("nodes"), numbers("nodes (%)"), numbers("seen (%)"), numbers("limbs")],
    rows: exits.map((exit) => [
      exitName(exit, exits),
      exit.open ? "open" : "removed or irradiated",
      fixed(100 * exit.left, 0),
      exit.share === undefined ? "not counted" : String(exit.share),
      exit.limbs === undefined ? "" : String(exit.limbs),
    ]),
  };
}

function evidenceLines({ evidence }: PlanProposal): readonly string[] {
  if (evidence.length === 0) return ["No study of this part was read. See: openlymph evidence."];
  return evidence.map(({ id, condition, grade, plain }) => `${condition} (${gradeWords(grade)}): ${plain} [${id}]`);
}

function blocksOf(proposal: PlanProposal, marks: readonly Mark[]): readonly Block[] {
  const { plan, exits, choices, changes, check } = proposal;
  const reasons = plan.steps.map(({ n, note = "" }) => `${n}: ${note.replace(/^Why: /, "")}`);
  const made = changes.map(doneWords);
  return [
    title(plan.title),
    ...marks.map(({ word, text: said }) => mark(word, said)),
    text(plan.about ?? ""),
    heading("What is known about drainage here"),
    list(evidenceLines(proposal)),
    ...(exits.length === 0 ? [] : [tableBlock(exitsTable(proposal))]),
    heading("Left to the therapist"),
    list(choices),
    tableBlock(stepsTable(plan)),
    text(durationWords(plan)),
    heading("Why each step"),
    list(reasons),
    ...(made.length === 0 ? [] : [heading("Changed in the sequence because of this history"), list(made)]),
    heading("What the check finds"),
    text(`${countWords(check.findings).replace(/^n/, "N")}.`),
    ...unlocatedBlocks(check),
    ...findingBlocks(check.findings),
  ];
}

function proposalJson(proposal: PlanProposal, marks: readonly Mark[], inputs: unknown) {
  const { plan, template, exits, choices, changes, check } = proposal;
  return {
    format: planProposeFormat,
    marks: marks.map(({ word, text: said }) => `${word}: ${said}`),
    for: proposal.for,
    template,
    reviewStatus: plan.reviewStatus,
    exits: exits.map(({ limb, region, side, open, left, share, limbs }) => ({
      limb,
      region,
      side,
      open,
      nodesLeft: left,
      seenPct: share ?? null,
      limbs: limbs ?? null,
    })),
    evidence: proposal.evidence.map(({ id }) => id),
    choices,
    steps: plan.steps.map((step) => planStepJson(plan, step)),
    changes: changes.map(({ step, where, code, repair }) => ({ step, where, code, words: repair?.words ?? null })),
    check: { ok: check.ok, findings: check.findings.map(({ repair: _, ...finding }) => finding) },
    record: runRecord(planProposeFormat, inputs),
  };
}

/** Where a session must not be done at all nothing is proposed. */
function refused(screened: Screened): readonly Mark[] {
  const holds = sessionHolds(screened, undefined);
  const decision = screened.outcome?.decision;
  const locked = decision === "emergency" || decision === "stop" || decision === "hold";
  return locked || holds.some(({ word }) => word === "STOP") ? holds : [];
}

/**
 * Proposes a draft plan for a history; where an infection runs or the screening holds the session, it says so, proposes
 * nothing and ends with exit code 1.
 */
export async function planProposeCommand(
  input: PlanProposeInput,
  { style }: Pick<Surroundings, "style">,
): Promise<Result<CommandOutput>> {
  const history = readParsed(input.history, parseHistory);
  if (!history.ok) return history;
  const screened = readScreened(input.screening);
  if (!screened.ok) return screened;
  const wrong = checkTargets({ files: [input.out] }, [input.history]);
  if (wrong !== undefined) return wrong;
  const basis = { ...screened.value, history: history.value };
  const stopped = refused(basis);
  const inputs = { history: history.value, for: input.for ?? null, screening: basis.answeredYes ?? null };
  if (stopped.length > 0) {
    const marks = stopped.map(({ word, text: said }) => `${word}: ${said}`);
    const empty = { format: planProposeFormat, marks, steps: [], record: runRecord(planProposeFormat, inputs) };
    const blocks = [title("No plan is proposed"), ...stopped.map(({ word, text: said }) => mark(word, said))];
    return ok({ text: input.json ? jsonText(empty) : pageText(blocks, style), found: true });
  }
  const proposal = proposePlan(history.value, { ...screened.value, part: input.for });
  if (!proposal.ok) return proposal.path === "for" ? { ...proposal, path: "--for" } : proposal;
  const marks = [...sessionHolds(basis, proposal.value.plan), ...proposalMarks];
  const page = input.json
    ? jsonText(proposalJson(proposal.value, marks, inputs))
    : pageText(blocksOf(proposal.value, marks), style);
  if (input.out === undefined) return ok({ text: page });
  return ok({ text: page, files: [{ path: input.out, content: [serializePlan(proposal.value.plan)] }] });
}
