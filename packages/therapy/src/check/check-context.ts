import { combinedEffect } from "@openlymph/anatomy";
import type { History } from "../history/history.ts";
import { limbsAtRisk } from "../history/limbs-at-risk.ts";
import { planRules } from "../library/plan-rule.ts";
import { regionsById } from "../library/region.ts";
import { explainDirection } from "../plan/explain-direction.ts";
import type { Plan, PlanStep } from "../plan/plan.ts";
import { type ResolvedStep, resolveStep } from "../plan/resolve-step.ts";
import type { AvoidedRegion } from "../screening/avoided-region.ts";

export type SideLetter = "L" | "R";
export type LimbId = `${"arm" | "leg"}_${SideLetter}`;

/** A step with everything the rules ask about it. */
export interface CheckedStep {
  readonly step: PlanStep;
  /** Place in the list, from 0. */
  readonly at: number;
  readonly resolved: ResolvedStep;
  /** Why its direction is what it is. */
  readonly why: string;
  /** How far along its limb it lies, 0 root, 1 tip; `undefined` on the trunk and at the root. */
  readonly along: number | undefined;
  /** Read in a published text: a rule of the schools warns of it, and does not forbid it. */
  readonly published: boolean;
}

/** What a plan is checked against, beside the network. */
export interface CheckBasis {
  /** What happened to the body; a healthy body when left out. */
  readonly history?: History | undefined;
  /** What a screening leaves out. */
  readonly avoided?: readonly AvoidedRegion[] | undefined;
  /** Rules of the screening that were answered with yes. */
  readonly answeredYes?: readonly string[] | undefined;
  /** Longest session that the screening allows, min. */
  readonly maxMinutes?: number | undefined;
}

/** A plan made ready for the rules. */
export interface CheckContext extends CheckBasis {
  readonly plan: Plan;
  readonly steps: readonly CheckedStep[];
  /** Limbs the history puts at risk, or else those the plan works. */
  readonly limbs: readonly LimbId[];
  /** Share of each node group's nodes that was taken out, and share of its conductance that is left; missing: untouched. */
  readonly removed: Readonly<Record<string, number>>;
  readonly left: Readonly<Record<string, number>>;
  /** Only an opening block: what is asked of a whole plan is not asked of it. */
  readonly opening: boolean;
}

function alongOf(region: string): number | undefined {
  const along = regionsById.get(region)?.limb?.along;
  return along === undefined || along === 0 ? undefined : along;
}

function workedLimbs(steps: readonly CheckedStep[]): readonly LimbId[] {
  const found = new Set<LimbId>();
  for (const { step, along, resolved } of steps) {
    const limb = regionsById.get(step.region)?.limb?.id;
    if (along === undefined || limb === undefined) continue;
    for (const side of resolved.sides) found.add(`${limb}_${side}`);
  }
  return [...found].sort();
}

function nodesLeft(history: History | undefined): Pick<CheckContext, "removed" | "left"> {
  const { removed, fibrosis } = combinedEffect((history?.procedures ?? []).map(({ effect }) => effect));
  const left: Record<string, number> = {};
  for (const node of new Set([...Object.keys(removed), ...Object.keys(fibrosis)])) {
    left[node] = (1 - (removed[node] ?? 0)) * (1 - (fibrosis[node] ?? 0));
  }
  return { removed, left };
}

/** Resolves every step once, and works out what the history left of the nodes. */
export function checkContext(plan: Plan, basis: CheckBasis): CheckContext {
  const steps = plan.steps.map((step, at) => ({
    step,
    at,
    resolved: resolveStep(plan, step),
    why: explainDirection(plan, step).basis,
    along: alongOf(step.region),
    published: plan.provenance.tag === "source" || step.provenance.startsWith("source"),
  }));
  const atRisk = basis.history === undefined ? [] : limbsAtRisk(basis.history);
  return {
    ...basis,
    plan,
    steps,
    limbs: atRisk.length > 0 ? atRisk : workedLimbs(steps),
    ...nodesLeft(basis.history),
    opening: plan.steps.every(({ phase }) => phase === "open"),
  };
}

/** Whether a step is no more than breathing. */
export function isBreathing({ step }: CheckedStep): boolean {
  return step.stroke === "breath_diaphragm";
}

/** Whether a region is a basin that has to be cleared before fluid is sent to it. */
export function mustBeCleared(region: string): boolean {
  return planRules.mustClear.includes(region);
}

/** Whether an earlier step works that region on that side. */
export function workedBefore({ steps }: CheckContext, at: number, region: string, side: SideLetter): boolean {
  return steps.some(({ step, resolved }, n) => n < at && step.region === region && resolved.sides.includes(side));
}
