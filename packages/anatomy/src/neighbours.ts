import { ok, type Result } from "@openlymph/base";
import { anatomy } from "./anatomy.ts";
import { findRecord } from "./lookup.ts";
import type { Anastomosis } from "./schema/anastomosis.ts";
import type { Territory } from "./schema/territory.ts";
import type { Watershed } from "./schema/watershed.ts";

/** Skin on the other side of a watershed, and the links that are known to bridge the two. */
export interface NeighbourAcross {
  readonly territory: Territory;
  readonly watershed: Watershed;
  /** Anastomoses whose course passes from the one territory to the other. */
  readonly bridges: readonly Anastomosis[];
}

function passes(route: readonly string[], a: string, b: string): boolean {
  return route.some((id, at) => (id === a && route[at + 1] === b) || (id === b && route[at + 1] === a));
}

/**
 * The territories next to this one that lie across a watershed.
 *
 * @returns in data order; `reference/unknown` for a territory that does not exist. Deep tissue has none.
 */
export function neighboursAcross(territoryId: string): Result<readonly NeighbourAcross[]> {
  const found = findRecord("territory", territoryId, anatomy.byId.territories);
  if (!found.ok) return found;
  return ok(
    found.value.neighbours.flatMap((neighbour) => {
      const territory = anatomy.byId.territories.get(neighbour.territory);
      const watershed = anatomy.byId.watersheds.get(neighbour.watershed ?? "");
      if (territory === undefined || watershed === undefined) return [];
      const bridges = anatomy.anastomoses.filter(({ route }) => passes(route, territoryId, territory.id));
      return [{ territory, watershed, bridges }];
    }),
  );
}
