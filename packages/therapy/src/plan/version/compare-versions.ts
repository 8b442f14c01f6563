import { canonicalJson } from "@openlymph/base";
import type { Plan, PlanStep } from "../plan.ts";
import { stepWords } from "../step-words.ts";
import { writtenStep } from "../written-step.ts";
import { type AlignedStep, alignSteps } from "./align-steps.ts";
import { planContent } from "./plan-content.ts";

/** One difference between two plans. */
export interface PlanChange {
  readonly kind: "field" | "added" | "removed" | "moved" | "changed";
  /** Number of the step in the earlier and in the later plan. */
  readonly was?: number;
  readonly now?: number;
  /** What differs: a field of the plan, or fields of the step. */
  readonly fields: readonly string[];
  readonly words: string;
}

const fieldWords: Readonly<Record<string, string>> = {
  title: "title",
  about: "text about the plan",
  for: "whom it is for",
  affectedSide: "affected side",
  stopRule: "stop rule",
  stated: "stated time",
  exitChoices: "exits to choose from",
  extraChecks: "checks before",
  complete: "whether it is complete",
  towardSide: "side of the target",
};

const nameOf = (field: string): string => fieldWords[field] ?? field;

const longestShown = 60;

function valueWords(value: unknown): string {
  if (value === undefined) return "none";
  if (Array.isArray(value)) return value.map(valueWords).join("; ");
  if (typeof value === "object" && value !== null) return Object.values(value).map(valueWords).join(", ");
  return String(value);
}

/** Fields that differ; long values are not repeated. */
function fieldChanges(was: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>) {
  const names = [...new Set([...Object.keys(was), ...Object.keys(now)])];
  const changed = names.filter((name) => canonicalJson(was[name]) !== canonicalJson(now[name]));
  return changed.map((name) => {
    const [before, after] = [valueWords(was[name]), valueWords(now[name])];
    const long = before.length > longestShown || after.length > longestShown;
    return { name, label: nameOf(name), shown: long ? "reworded" : `${before} → ${after}` };
  });
}

function stepFields(step: PlanStep): Readonly<Record<string, unknown>> {
  const { n: _n, ...fields } = writtenStep(step);
  return { ...fields, positions: step.positions };
}

const numberOf = (key: "was" | "now", { n }: PlanStep) => (n === undefined ? {} : { [key]: n });

function stepChange(aligned: AlignedStep): readonly PlanChange[] {
  if (aligned.kind === "added") {
    const { now } = aligned;
    return [{ kind: "added", ...numberOf("now", now), fields: [], words: `step ${now.n}: added: ${stepWords(now)}` }];
  }
  const { was } = aligned;
  if (aligned.kind === "removed") {
    return [
      { kind: "removed", ...numberOf("was", was), fields: [], words: `step ${was.n}: taken out: ${stepWords(was)}` },
    ];
  }
  const { kind, now } = aligned;
  if (kind === "kept") return [];
  const numbers = { ...numberOf("was", was), ...numberOf("now", now) };
  if (kind === "moved") {
    return [{ kind, ...numbers, fields: [], words: `step ${was.n}: moved, now step ${now.n}: ${stepWords(now)}` }];
  }
  const changes = fieldChanges(stepFields(was), stepFields(now));
  const what = changes.map(({ label, shown }) => `${label} ${shown}`).join("; ");
  const step = was.n === now.n ? `step ${was.n}` : `step ${was.n}, now ${now.n}`;
  return [{ kind, ...numbers, fields: changes.map(({ name }) => name), words: `${step}: ${stepWords(now)}: ${what}` }];
}

/**
 * What changed from one plan to another, in words: fields of the plan first, then its steps in the order of the later plan.
 * That steps were numbered anew is no change; who reviewed or wrote a plan is none either. Nothing for equal plans.
 */
export function compareVersions(was: Plan, now: Plan): readonly PlanChange[] {
  const { steps: _was, ...before } = planContent(was);
  const { steps: _now, ...after } = planContent(now);
  const fields = fieldChanges(before, after).map(
    ({ name, label, shown }): PlanChange => ({ kind: "field", fields: [name], words: `${label}: ${shown}` }),
  );
  return [...fields, ...alignSteps(was.steps, now.steps).flatMap(stepChange)];
}
