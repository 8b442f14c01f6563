import { limbsAtRisk } from "../history/limbs-at-risk.ts";
import { type PlanFinding, severities } from "../plan/finding.ts";
import type { Plan } from "../plan/plan.ts";
import { stepWords } from "../plan/step-words.ts";
import { type CheckBasis, type CheckContext, checkContext } from "./check-context.ts";
import { avoidedRegion, unlocatedPlaces } from "./rules/avoided-region.ts";
import { awayFromRoute } from "./rules/away-from-route.ts";
import { basinNotCleared } from "./rules/basin-not-cleared.ts";
import { fragileSkin } from "./rules/fragile-skin.ts";
import { limbBeforeTrunk } from "./rules/limb-before-trunk.ts";
import { pressureAboveRange } from "./rules/pressure-above-range.ts";
import { tooLong } from "./rules/too-long.ts";
import { towardRemovedNodes } from "./rules/toward-removed-nodes.ts";
import { unlikelyExit } from "./rules/unlikely-exit.ts";
import { watershedNotPrepared } from "./rules/watershed-not-prepared.ts";

/** What a plan was found to be against the network, a history and a screening. */
export interface PlanCheck {
  /** No errors; warnings and notes do not count. */
  readonly ok: boolean;
  /** In the order of the steps, errors first within a step. */
  readonly findings: readonly PlanFinding[];
  /** Places to be left out of which nobody said where they are: no step could be compared with them. */
  readonly unlocated: readonly string[];
  /** The plan and the history speak of different sides: both in words; `undefined` where they agree. */
  readonly otherSide: string | undefined;
}

const rules: readonly ((context: CheckContext) => readonly PlanFinding[])[] = [
  avoidedRegion,
  awayFromRoute,
  towardRemovedNodes,
  basinNotCleared,
  limbBeforeTrunk,
  watershedNotPrepared,
  unlikelyExit,
  pressureAboveRange,
  fragileSkin,
  tooLong,
];

/** Whether the plan is for one side, and every limb that the history puts at risk is on the other. */
function otherSide({ plan, history, limbs }: CheckContext): string | undefined {
  const own = plan.affectedSide === "left" ? "L" : "R";
  if (plan.affectedSide === "both" || history === undefined || limbsAtRisk(history).length === 0) return undefined;
  if (limbs.some((limb) => limb.endsWith(own))) return undefined;
  const other = plan.affectedSide === "left" ? "right" : "left";
  return `The plan is for the ${plan.affectedSide} side; the history puts the ${other} side at risk. Mirror the plan, or look again which history is meant.`;
}

/**
 * Checks a plan by asking the network: does each stroke follow the way the lymph takes after this history, are the receiving
 * basins cleared first, is the trunk done before the limb, is anything touched that has to be left out.
 *
 * A stroke is judged to the exit it declares, over its watershed. What the schools teach about order is reported as taught:
 * its effect was never measured. Opening blocks are exempt from what is asked of a whole plan.
 *
 * @param basis history and screening; a healthy, screened body when left out.
 */
export function checkPlan(plan: Plan, basis: CheckBasis = {}): PlanCheck {
  const context = checkContext(plan, basis);
  const found = rules.flatMap((rule) => rule(context));
  const grave = ({ severity }: PlanFinding) => severities.indexOf(severity);
  const findings = found.toSorted((a, b) => a.step - b.step || grave(a) - grave(b));
  return {
    ok: findings.every(({ severity }) => severity !== "error"),
    findings,
    unlocated: unlocatedPlaces(context),
    otherSide: otherSide(context),
  };
}

/** The plan with the proposed change of a finding made. */
export function applyRepair(plan: Plan, { repair }: PlanFinding): Plan {
  return repair === undefined ? plan : { ...plan, steps: repair.steps, reviewStatus: "draft" };
}

/** Longest chain of changes that is tried; each removes or moves a step, so a plan of 300 steps needs no more. */
const mostRepairs = 1000;

/** A change that was made, and the step it was made at: numbers of steps change as others are left out. */
export interface DoneRepair extends PlanFinding {
  readonly where: string;
}

/**
 * The plan with the proposed changes of all errors made, one after the other, until none is left that proposes one. With
 * `warnings` those of the warnings as well.
 */
export function repairPlan(
  plan: Plan,
  basis: CheckBasis = {},
  { warnings = false }: { readonly warnings?: boolean } = {},
): { readonly plan: Plan; readonly done: readonly DoneRepair[] } {
  const done: DoneRepair[] = [];
  const seen = new Set<string>();
  let now = plan;
  while (done.length < mostRepairs) {
    seen.add(JSON.stringify(now.steps));
    const open = checkPlan(now, basis).findings.filter(
      ({ severity, repair }) => repair !== undefined && (severity === "error" || (warnings && severity === "warning")),
    );
    const next = open.find((finding) => !seen.has(JSON.stringify(applyRepair(now, finding).steps)));
    if (next === undefined) break;
    const step = now.steps.find(({ n }, at) => (n ?? at + 1) === next.step);
    done.push({ ...next, where: step === undefined ? "" : stepWords(step) });
    now = applyRepair(now, next);
  }
  return { plan: now, done };
}
