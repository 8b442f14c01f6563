import { anatomy, routeToVenousAngle } from "@openlymph/anatomy";

/** From this share of a territory's lymph on, a basin counts as its own. Assumed. */
const ownShare = 1 / 3;

const remembered = new Map<string, ReadonlyMap<string, number>>();

function drainsThrough(territory: string, nodes: ReadonlySet<string>): boolean {
  const route = routeToVenousAngle(territory);
  if (!route.ok) return false;
  const passing = route.value.all.filter(({ hops }) => hops.some(({ to }) => nodes.has(to)));
  return passing.reduce((sum, { share }) => sum + share, 0) >= ownShare;
}

function distances(nodes: readonly string[]): ReadonlyMap<string, number> {
  const key = nodes.join();
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const wanted = new Set(nodes);
  const found = new Map<string, number>();
  let edge = anatomy.territories.filter(({ id }) => drainsThrough(id, wanted)).map(({ id }) => id);
  for (let distance = 0; edge.length > 0; distance++) {
    for (const id of edge) found.set(id, distance);
    const next = edge.flatMap((id) => anatomy.byId.territories.get(id)?.neighbours ?? []);
    edge = [...new Set(next.map(({ territory }) => territory))].filter((id) => !found.has(id));
  }
  remembered.set(key, found);
  return found;
}

/**
 * How many borders of territories lie between one and the nearest whose lymph passes any of the nodes, in health: 0 in the
 * basin itself; infinite for deep tissue, which has no neighbours.
 */
export function skinDistance(territory: string, nodes: readonly string[]): number {
  return distances(nodes).get(territory) ?? Number.POSITIVE_INFINITY;
}
