import { lintRules, type Plan, type PlanFinding, stepWords } from "@openlymph/therapy";
import { type Block, mark, text, title } from "../output/page.ts";
import { lintMarks } from "../words/check-words.ts";
import { countWords, findingBlocks } from "./plan-check.ts";

const rules: Readonly<Record<string, { readonly concerns: "plan" | "step" }>> = lintRules.rules;

/** Where a line of findings lies: in the plan as a whole, at a step with its words, at several steps. */
function where(code: string, numbers: readonly number[], { steps }: Plan): string {
  if (rules[code]?.concerns === "plan") return "Plan";
  const [first] = numbers;
  const step = steps.find(({ n }) => n === first);
  return numbers.length > 1 || step === undefined
    ? `Steps ${numbers.join(", ")}`
    : `Step ${first} (${stepWords(step)})`;
}

/** Findings that say the same of several steps share a line. */
function sharedLines(findings: readonly PlanFinding[], plan: Plan): readonly string[] {
  const alike = Map.groupBy(findings, ({ code, message }) => `${code} ${message}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { code, message, repair } = first;
    const place = where(
      code,
      group.map(({ step }) => step),
      plan,
    );
    const change = repair === undefined ? "" : ` Proposed: ${repair.words}`;
    return `${place} [${code}]: ${message}${change}`;
  });
}

/** What was found in the writing of a plan: graver first, then what it rests on. */
export function lintBlocks(plan: Plan, findings: readonly PlanFinding[]): readonly Block[] {
  const among = `in ${plan.steps.length} ${plan.steps.length === 1 ? "step" : "steps"}`;
  const summary =
    findings.length === 0
      ? `Nothing was found in the writing of this plan, ${among}.`
      : `${countWords(findings).replace(/^n/, "N")} ${among}.`;
  return [
    title(plan.title),
    ...lintMarks(plan).map(({ word, text: words }) => mark(word, words)),
    text(summary),
    ...findingBlocks(findings, (found) => sharedLines(found, plan)),
    text("This looks at how a plan is written, not at whether it fits a body: openlymph plan check asks that."),
  ];
}
