import { routeToVenousAngle } from "@openlymph/anatomy";
import { type CheckContext, type CheckedStep, isBreathing } from "../check/check-context.ts";
import { crossings } from "../check/crossing.ts";
import { exitsOf, observedWords } from "../check/exits.ts";
import { percent, placeWords } from "../check/place-words.ts";
import { regionsById } from "../library/region.ts";

/** Share of a territory's lymph that passes any of the nodes, with what is left of them. */
function sharePassing(territory: string, nodes: readonly string[], left: Readonly<Record<string, number>>): number {
  const route = routeToVenousAngle(territory, { closed: left });
  if (!route.ok) return 0;
  const passing = route.value.all.filter(({ hops }) => hops.some(({ to }) => nodes.includes(to)));
  return passing.reduce((sum, { share }) => sum + share, 0);
}

function clearing(context: CheckContext, { step, at, resolved }: CheckedStep): string {
  const place = placeWords(step.region, resolved.sides);
  const later = context.steps.find(
    (one) =>
      one.at > at &&
      one.step.region !== step.region &&
      one.resolved.toward.region === step.region &&
      one.resolved.toward.sides.some((side) => resolved.sides.includes(side)),
  );
  if (later === undefined) return `Empties the ${place}.`;
  return `Empties the ${place} before step ${later.step.n ?? later.at + 1} sends fluid there, as it is taught.`;
}

function crossing(context: CheckContext, checked: CheckedStep): string {
  const { toward } = checked.resolved;
  const [side] = toward.sides;
  const watershed = crossings(checked).find((one) => one.watershed !== undefined)?.watershed;
  const exit = context.limbs.flatMap(exitsOf).find((one) => one.region === toward.region && one.side === side);
  const over = watershed === undefined ? "" : ` over the watershed "${watershed}"`;
  const seen = exit === undefined ? "" : ` ${observedWords(exit)}.`;
  return `Leads to the ${placeWords(toward.region, toward.sides)}${over}.${seen}`;
}

function alongLimb(context: CheckContext, { step, resolved, why }: CheckedStep): string {
  const limb = regionsById.get(step.region)?.limb?.id;
  const root = [...regionsById.values()].find((region) => region.limb?.id === limb && region.limb?.along === 0);
  const [territory] = resolved.territories;
  const [side] = resolved.sides;
  if (root === undefined || territory === undefined || side === undefined) return `Runs ${why}.`;
  const nodes = root.nodes.map((id) => `${id}_${side}`);
  const healthy = sharePassing(territory, nodes, {});
  const now = sharePassing(territory, nodes, context.left);
  const place = placeWords(root.id, [side]);
  const change =
    percent(healthy) === percent(now) ? "" : `, and ${percent(now)} after this history, on the drainage tree alone`;
  return `Runs ${why}. ${percent(healthy)} of the lymph here passes the ${place} in health${change}.`;
}

/** Why a proposed step is there: what it does for the steps after it, and what the network says of the lymph under the hand. */
export function stepReason(context: CheckContext, checked: CheckedStep): string {
  const { step, along, resolved, why } = checked;
  if (isBreathing(checked)) return "Breathing moves lymph in the central vessels; sessions begin and end with it.";
  if (!resolved.toward.chosen) return "Sweeps toward the exit that the therapist chooses.";
  if (step.phase === "open") return "All lymph leaves at the base of the neck; the schools begin there.";
  if (step.region === step.toward) return clearing(context, checked);
  if (resolved.direction === "across" && along === undefined) return crossing(context, checked);
  if (along !== undefined) return alongLimb(context, checked);
  return `Leads to the ${placeWords(resolved.toward.region, resolved.toward.sides)}: ${why}.`;
}
