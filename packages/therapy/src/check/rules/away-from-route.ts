import { anatomy, sideOf } from "@openlymph/anatomy";

import { planRules } from "../../library/plan-rule.ts";
import { regionsById } from "../../library/region.ts";
import type { PlanFinding, PlanRepair } from "../../plan/finding.ts";
import type { Plan, PlanStep } from "../../plan/plan.ts";
import { resolveStep } from "../../plan/resolve-step.ts";
import { type CheckContext, type CheckedStep, isBreathing, mustBeCleared } from "../check-context.ts";
import { crossings } from "../crossing.ts";
import { finding, repair } from "../make-finding.ts";
import { placeWords } from "../place-words.ts";
import { skinDistance } from "../skin-distance.ts";

/** Nodes that the lymph of a node group passes on its way to the blood. */
const downstream = new Map<string, ReadonlySet<string>>();

function passedAfter(node: string): ReadonlySet<string> {
  const known = downstream.get(node);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const { to } of anatomy.edgesFrom.get(node) ?? []) {
    found.add(to);
    for (const later of passedAfter(to)) found.add(later);
  }
  downstream.set(node, found);
  return found;
}

/** Whether the lymph of the nodes pointed to passes those under the hand, and not the other way round. */
function runsUpTheNodes({ resolved }: CheckedStep): boolean {
  const { nodes, toward } = resolved;
  if (nodes.length === 0 || toward.nodes.length === 0) return false;
  const back = toward.nodes.every((id) => nodes.some((under) => passedAfter(id).has(under)));
  return back && !nodes.some((under) => toward.nodes.some((id) => id === under || passedAfter(under).has(id)));
}

function pointsIntoAnotherLimb({ step, resolved }: CheckedStep): boolean {
  const to = regionsById.get(resolved.toward.region)?.limb;
  if (to === undefined || to.along === 0) return false;
  const from = regionsById.get(step.region)?.limb;
  const sameSide = resolved.sides.every((side) => resolved.toward.sides.includes(side));
  return from === undefined || from.id !== to.id || !sameSide;
}

/** Nodes of each basin that the plan sends fluid to, basin by basin. */
function exitNodes({ steps }: CheckContext): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  for (const { toward } of steps.map(({ resolved }) => resolved)) {
    if (!mustBeCleared(toward.region)) continue;
    for (const side of toward.sides) {
      found.set(`${toward.region}_${side}`, toward.nodes.filter((id) => sideOf(id) === side).toSorted());
    }
  }
  return [...found.values()];
}

function nearest(territories: readonly string[], nodes: readonly string[]): number {
  return Math.min(...territories.map((id) => skinDistance(id, nodes)));
}

/** Whether a stroke leads away from each of the exits that are nearest to where it begins. */
function leavesItsExits(context: CheckContext, { resolved, along }: CheckedStep): boolean {
  const { territories, toward } = resolved;
  if (toward.territories.length === 0 || along !== undefined) return false;
  const ways = exitNodes(context).map(
    (nodes) => [nearest(territories, nodes), nearest(toward.territories, nodes)] as const,
  );
  const least = Math.min(...ways.map(([from]) => from));
  const near = ways.filter(([from]) => from === least);
  return near.length > 0 && near.every(([from, to]) => to > from);
}

/** Why a stroke into a basin that is not the skin's own leads nowhere; `undefined` where the network has a way over. */
function noWayAcross(context: CheckContext, checked: CheckedStep): string | undefined {
  const { territories, toward } = checked.resolved;
  if (!toward.chosen || territories.length === 0) return undefined;
  if (regionsById.get(toward.region)?.kind === "basin") {
    const borders = Math.max(...territories.map((id) => skinDistance(id, toward.nodes)));
    if (borders <= planRules.farthestBorders.value || crossings(checked).length > 0) return undefined;
    return "the network has no way over the skin from here to there";
  }
  return leavesItsExits(context, checked) ? "it leads away from the nearest basin this plan sends fluid to" : undefined;
}

/** Why a stroke does not follow the lymph's way to the venous angle or to its declared exit; `undefined` if it does. */
export function awayReason(context: CheckContext, checked: CheckedStep): string | undefined {
  if (isBreathing(checked)) return undefined;
  if (checked.step.direction === "distal") return "the plan itself says that it runs away from the heart";
  if (pointsIntoAnotherLimb(checked)) return "it runs into a limb";
  if (runsUpTheNodes(checked)) return "the lymph of the nodes it points to comes through those under the hand";
  if (checked.resolved.direction === "distal") return checked.why;
  return checked.resolved.direction === "across" ? noWayAcross(context, checked) : undefined;
}

const plainSides = new Set(["affected", "unaffected", "left", "right", "bilateral", "midline"]);

/** The stroke turned round: it lies where it pointed to, and points to where it lay. */
function turned({ direction: _, ...step }: PlanStep): PlanStep | undefined {
  if (step.toward === "chosen_exit" || step.towardSide === "exit") return undefined;
  const side = step.towardSide === "same_side" ? step.side : step.towardSide;
  const towardSide = plainSides.has(step.side) ? (step.side as PlanStep["towardSide"]) : "same_side";
  return { ...step, region: step.toward, side, toward: step.region, towardSide };
}

function straightened({ direction: _, ...step }: PlanStep): PlanStep {
  return step;
}

function mended(context: CheckContext, checked: CheckedStep): PlanRepair | undefined {
  const { plan } = context;
  const ways: readonly (readonly [string, PlanStep | undefined])[] = [
    ["Let it run to where it points.", checked.step.direction === undefined ? undefined : straightened(checked.step)],
    ["Turn the stroke round.", turned(checked.step)],
  ];
  for (const [words, step] of ways) {
    if (step === undefined || regionsById.get(step.region)?.kind === "target") continue;
    if (awayReason(context, checkedAgain(plan, checked, step)) !== undefined) continue;
    return repair(
      words,
      plan.steps.map((one) => (one === checked.step ? step : one)),
    );
  }
  return repair(
    "Leave this step out.",
    plan.steps.filter((one) => one !== checked.step),
  );
}

function checkedAgain(plan: Plan, checked: CheckedStep, step: PlanStep): CheckedStep {
  return { ...checked, step, resolved: resolveStep(plan, step) };
}

/** Strokes that run against the lymph's way to the venous angle, or to the declared exit over its watershed. */
export function awayFromRoute(context: CheckContext): readonly PlanFinding[] {
  return context.steps.flatMap((checked) => {
    const reason = awayReason(context, checked);
    if (reason === undefined) return [];
    const { resolved, step } = checked;
    const from = placeWords(step.region, resolved.sides);
    const to = placeWords(resolved.toward.region, resolved.toward.sides);
    const way = `Runs from the ${from} to the ${to}: ${reason}.`;
    return finding("away-from-route", "error", checked, way, mended(context, checked));
  });
}
