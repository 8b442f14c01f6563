import { anatomy, mapDistance, nodePoint, routeToVenousAngle, sideOf, territoryPoint } from "@openlymph/anatomy";
import { regionsById } from "../library/region.ts";
import type { Direction } from "./plan.ts";
import type { ResolvedStep } from "./resolve-step.ts";

export interface ExplainedDirection {
  readonly direction: Direction;
  /** Why, in words. */
  readonly basis: string;
}

/** What the direction depends on. */
export type DirectionInput = Omit<ResolvedStep, "direction">;

/** From this share of a territory's lymph on, a basin counts as its own. Assumed. */
const ownShare = 1 / 3;

const remembered = new Map<string, number>();

/** Share of a territory's lymph that passes any of the nodes on its way to the blood, in a healthy network. */
function shareThrough(territory: string, nodes: readonly string[]): number {
  const key = `${territory}>${nodes.join()}`;
  const before = remembered.get(key);
  if (before !== undefined) return before;
  const route = routeToVenousAngle(territory);
  const ways = route.ok ? route.value.all : [];
  const passing = ways.filter(({ hops }) => hops.some(({ to }) => nodes.includes(to)));
  const share = passing.reduce((sum, way) => sum + way.share, 0);
  remembered.set(key, share);
  return share;
}

/** Whether at least a third of the lymph of every territory under the hand passes the target's nodes in health. */
export function drainsInHealth({ territories, toward }: DirectionInput): boolean {
  return toward.nodes.length > 0 && territories.every((id) => shareThrough(id, toward.nodes) >= ownShare);
}

/** Trunks that take at least the own share of what leaves a node. */
function trunksOf(node: string, share = 1): readonly string[] {
  if (share < ownShare) return [];
  if (anatomy.byId.nodeGroups.get(node)?.kind === "trunk") return [node];
  return (anatomy.edgesFrom.get(node) ?? []).flatMap((edge) => trunksOf(edge.to, share * edge.share));
}

/** Whether the target lies on the same trunk as the territory's lymph and nearer to the venous angle. */
function downTheSameTrunk(territory: string, targets: readonly string[]): boolean {
  const side = sideOf(territory);
  const end = nodePoint(`VA_${side}`);
  const [start] = territoryPoint(territory);
  if (end === undefined || start === undefined) return false;
  const from = mapDistance(start, end);
  return targets.some((node) => {
    const point = nodePoint(node);
    if (sideOf(node) !== side || point === undefined || mapDistance(point, end) >= from) return false;
    return trunksOf(node).some((trunk) => shareThrough(territory, [trunk]) >= ownShare);
  });
}

function sameSides(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((side) => b.includes(side));
}

function alongLimb(step: DirectionInput): ExplainedDirection | undefined {
  const from = regionsById.get(step.region)?.limb;
  const to = step.toward.chosen ? regionsById.get(step.toward.region)?.limb : undefined;
  const overlap = step.sides.some((side) => step.toward.sides.includes(side));
  if (
    from !== undefined &&
    to !== undefined &&
    from.id === to.id &&
    overlap &&
    sameSides(step.sides, step.toward.sides)
  ) {
    if (to.along < from.along) return { direction: "proximal", basis: "toward the root of the limb" };
    if (to.along > from.along) return { direction: "distal", basis: "toward the tip of the limb" };
    return step.region === step.toward.region
      ? { direction: "proximal", basis: "into the basin it lies on" }
      : { direction: "across", basis: "sideways on the limb" };
  }
  if (from !== undefined && from.along > 0) return { direction: "proximal", basis: "off the limb, by its root" };
  if (to !== undefined && to.along > 0) return { direction: "distal", basis: "from the trunk into the limb" };
  return undefined;
}

function centralDirection(step: DirectionInput): ExplainedDirection | undefined {
  if (step.kind === "breathing" || step.territories.length === 0) {
    return { direction: "proximal", basis: "moves the central vessels" };
  }
  const central = step.toward.nodes.some((id) => anatomy.byId.nodeGroups.get(id)?.kind !== "nodeGroup");
  if (central) return { direction: "proximal", basis: "toward the venous angle" };
  if (step.region === step.toward.region && sameSides(step.sides, step.toward.sides)) {
    return { direction: "proximal", basis: "into the basin it lies on" };
  }
  return undefined;
}

/**
 * The direction of a resolved step.
 *
 * On a limb it follows the positions of region and target along the limb. Elsewhere it follows the network: proximal if
 * at least a third of the lymph of every territory under the hand passes the target's nodes in health, or the target lies
 * on the same trunk and nearer to the venous angle; distal if the target's lymph passes the nodes under the hand; across
 * otherwise (into another basin).
 */
export function directionOf(step: DirectionInput): ExplainedDirection {
  const first = alongLimb(step) ?? centralDirection(step);
  if (first !== undefined) return first;
  if (!step.toward.chosen) return { direction: "across", basis: "the exit is not chosen yet" };
  const { nodes, territories } = step.toward;
  if (drainsInHealth(step)) {
    return { direction: "proximal", basis: "the lymph under the hand passes the target in health" };
  }
  if (nodes.length > 0 && step.territories.every((id) => downTheSameTrunk(id, nodes))) {
    return { direction: "proximal", basis: "nearer to the venous angle on the trunk the lymph under the hand takes" };
  }
  if (step.territories.every((id) => territories.includes(id))) {
    return { direction: "across", basis: "within one territory; the network does not tell which way" };
  }
  const upstream = territories.length > 0 && territories.every((id) => shareThrough(id, step.nodes) >= ownShare);
  if (step.nodes.length > 0 && upstream) {
    return { direction: "distal", basis: "the target's lymph passes the nodes under the hand in health" };
  }
  return { direction: "across", basis: "into a basin the lymph under the hand does not drain to in health" };
}
