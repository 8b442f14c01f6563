import { routeToVenousAngle } from "@openlymph/anatomy";
import { planRules } from "../../library/plan-rule.ts";
import { regionsById } from "../../library/region.ts";
import type { PlanFinding, PlanRepair, Severity } from "../../plan/finding.ts";
import type { PlanStep } from "../../plan/plan.ts";
import { resolveStep } from "../../plan/resolve-step.ts";
import { basinState, isClosed } from "../basin-state.ts";
import { type CheckContext, type CheckedStep, isBreathing, type LimbId, type SideLetter } from "../check-context.ts";
import { exitsOf, type ObservedExit, observedWords } from "../exits.ts";
import { finding, repair } from "../make-finding.ts";
import { percent, placeWords } from "../place-words.ts";
import { sideWord } from "../side-word.ts";
import { awayReason } from "./away-from-route.ts";

function observed(limbs: readonly LimbId[], region: string, side: SideLetter): ObservedExit | undefined {
  return limbs
    .flatMap(exitsOf)
    .find((exit) => exit.region === region && exit.side === side && exit.share !== undefined);
}

/** Whether the plan names this basin as its exit, with a reason. */
function chosenWithReason({ plan }: CheckContext, region: string, side: SideLetter): boolean {
  const { exit } = plan;
  if (exit === undefined || exit.region !== region || (exit.reason ?? "").trim() === "") return false;
  const word = side === "L" ? "left" : "right";
  return exit.side === "bilateral" || exit.side === word || exit.side === sideWord(plan, side);
}

/** Share of the lymph under the hand that still passes the nodes it points to, on the drainage tree of this history. */
function shareStillPassing({ left }: CheckContext, { resolved }: CheckedStep): number | undefined {
  const [territory] = resolved.territories;
  if (territory === undefined) return undefined;
  const route = routeToVenousAngle(territory, { closed: left });
  if (!route.ok) return 0;
  const passing = route.value.all.filter(({ hops }) => hops.some(({ to }) => resolved.toward.nodes.includes(to)));
  return passing.reduce((sum, { share }) => sum + share, 0);
}

/** What is said of one side of the basin that a step points to. */
interface Closed {
  readonly side: SideLetter;
  readonly left: number;
  readonly removed: number;
  readonly exit: ObservedExit | undefined;
  readonly chosen: boolean;
}

function severityOf(context: CheckContext, { step }: CheckedStep, closed: readonly Closed[]): Severity {
  if (step.phase === "open" || closed.every(({ chosen }) => chosen)) return "note";
  const limbExit = planRules.limbExits.includes(step.toward) && !context.opening;
  const grave = closed.some(({ removed, exit, chosen }) => {
    const taken = removed >= 1 - planRules.closedBelow.value;
    return taken && !chosen && (exit?.share ?? 0) === 0;
  });
  return limbExit && grave ? "error" : "warning";
}

/**
 * Aims the step at the open exit of the limb that dye showed most often, where the network leads there. A stroke of the neck, or
 * one that clears the basin itself, has no other aim: it is left out.
 */
function aimedElsewhere(context: CheckContext, checked: CheckedStep): PlanRepair | undefined {
  const { plan, limbs } = context;
  const { region: from, toward } = checked.step;
  const stays = planRules.neckFirst.includes(from) || from === toward;
  for (const { region, side } of stays ? [] : limbs.flatMap(exitsOf)) {
    if (isClosed(basinState(context, region, side)) || region === checked.step.region) continue;
    const step: PlanStep = { ...checked.step, toward: region, towardSide: sideWord(plan, side) };
    const again: CheckedStep = { ...checked, step, resolved: resolveStep(plan, step) };
    if (awayReason(context, again) !== undefined) continue;
    const words = `Aim at the ${placeWords(region, [side])} instead.`;
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

function closedSides(context: CheckContext, { resolved }: CheckedStep): readonly Closed[] {
  const { region, sides } = resolved.toward;
  return sides.flatMap((side) => {
    const state = basinState(context, region, side);
    if (!isClosed(state)) return [];
    const exit = observed(context.limbs, region, side);
    return { ...state, side, exit, chosen: chosenWithReason(context, region, side) };
  });
}

function messageOf(context: CheckContext, checked: CheckedStep, closed: readonly Closed[]): string {
  const { region } = checked.resolved.toward;
  const passing = checked.resolved.nodes.length > 0 ? undefined : shareStillPassing(context, checked);
  const seen = closed.find(({ exit }) => exit !== undefined)?.exit;
  const leftOf = closed.map(({ side, left }) => `${percent(left)} of the nodes of the ${placeWords(region, [side])}`);
  const lines = [
    `Points to nodes that were removed or irradiated: about ${leftOf.join(" and ")} still work after what the history tells.`,
    passing === undefined
      ? undefined
      : `On the network ${percent(passing)} of the lymph under the hand still takes this way.`,
    seen === undefined ? undefined : `${observedWords(seen)}, so it may be open here: imaging or a therapist decides.`,
    closed.every(({ chosen }) => chosen)
      ? "The plan chose it with a reason."
      : "Where it is meant, give the reason under exit.",
  ];
  return lines.filter((line) => line !== undefined).join(" ");
}

/** Steps that point to a basin whose nodes were removed or irradiated. */
export function towardRemovedNodes(context: CheckContext): readonly PlanFinding[] {
  if (Object.keys(context.left).length === 0) return [];
  return context.steps.flatMap((checked) => {
    if (isBreathing(checked) || regionsById.get(checked.resolved.toward.region)?.kind !== "basin") return [];
    const closed = closedSides(context, checked);
    if (closed.length === 0) return [];
    const severity = severityOf(context, checked, closed);
    const change = severity === "note" ? undefined : aimedElsewhere(context, checked);
    return finding("toward-removed-nodes", severity, checked, messageOf(context, checked, closed), change);
  });
}
