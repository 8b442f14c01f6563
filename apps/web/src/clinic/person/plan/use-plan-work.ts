/** The plan that is worked on: its text, read as a plan, and checked on this body. */
import { describeFailure } from "@openlymph/base";
import {
  checkPlan,
  type History,
  lintPlan,
  type Plan,
  type PlanCheck,
  type PlanFinding,
  parseHistory,
  parsePlan,
  parseScreening,
  type ScreeningOutcome,
  screen,
} from "@openlymph/therapy";
import { useMemo } from "react";
import { type Draft, useDraft } from "../../drafts.ts";
import { usePerson } from "../use-person.ts";

export const planFile = "plan.yaml";

export interface ReadPlan {
  readonly plan?: Plan;
  readonly failure?: string;
}

export function readPlanText(text: string | undefined): ReadPlan {
  if (text === undefined) return {};
  const read = parsePlan(text, planFile);
  return read.ok ? { plan: read.value } : { failure: describeFailure(read) };
}

export const usePlanDraft = (person: string): Draft<string | undefined> =>
  useDraft<string | undefined>(`plan ${person}`, undefined);

/** The history of this person, as far as it can be read. */
export function useKeptHistory(): History | undefined {
  const text = usePerson().record.history?.text;
  return useMemo(() => {
    if (text === undefined) return undefined;
    const read = parseHistory(text, "history.yaml");
    return read.ok ? read.value : undefined;
  }, [text]);
}

/** What the last screening comes to now. */
export function useKeptScreening(): ScreeningOutcome | undefined {
  const last = usePerson().record.screenings.at(-1);
  return useMemo(() => {
    if (last === undefined) return undefined;
    const read = parseScreening(last.text, "screening.yaml");
    if (!read.ok) return undefined;
    const judged = screen(read.value, Date.now() / 1000);
    return judged.ok ? judged.value : undefined;
  }, [last]);
}

export interface CheckedWork {
  readonly check: PlanCheck;
  /** Of the check and of the writing, the gravest first, then by step. */
  readonly findings: readonly PlanFinding[];
  readonly errors: number;
}

const rank = { error: 0, warning: 1, note: 2 } as const;

/** A plan held against this history and screening, and read for itself. */
export function checkWork(
  plan: Plan,
  history: History | undefined,
  screening: ScreeningOutcome | undefined,
): CheckedWork {
  const check = checkPlan(plan, {
    history,
    avoided: screening?.avoidRegions,
    answeredYes: screening?.reasons.map(({ rule }) => rule),
    maxMinutes: screening?.limits.maxMinutes,
  });
  const findings = [...check.findings, ...lintPlan(plan)].toSorted(
    (a, b) => rank[a.severity] - rank[b.severity] || a.step - b.step,
  );
  return { check, findings, errors: findings.filter(({ severity }) => severity === "error").length };
}
