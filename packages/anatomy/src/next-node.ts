import { fail, ok, type Result } from "@openlymph/base";
import { anatomy } from "./anatomy.ts";
import { type Estimate, estimates } from "./estimates.ts";
import { findRecord } from "./lookup.ts";
import { type MapPoint, mapDirection, mapDistance, nodePoint, referenceHeight, territoryPoint } from "./map.ts";
import type { View } from "./schema/coordinates.ts";
import type { NodeGroup } from "./schema/node-group.ts";

/** The node group that takes most of a territory's lymph, and the way to it. */
export interface NextNode {
  readonly territory: string;
  readonly node: NodeGroup;
  /** Share of the territory's lymph that goes there in health. */
  readonly fraction: number;
  /** Straight way on the map, cm. */
  readonly distanceCm: number;
  /** Unit vector as drawn on `view`: x to the viewer's right, y down. */
  readonly direction: { readonly x: number; readonly y: number };
  /** The same in words: `up`, `down and inward`. */
  readonly words: string;
  readonly view: View;
  readonly from: MapPoint;
  readonly to: MapPoint;
  /** What of this is estimated. */
  readonly estimated: readonly Estimate[];
}

export interface NextNodeOptions {
  /** Share of conductance left of closed node groups; a group with 0 is never the next one. */
  readonly closed?: Readonly<Record<string, number>>;
  /** Body height, m. */
  readonly height?: number;
}

function inWords(from: MapPoint, to: MapPoint): string {
  const direction = mapDirection(from, to);
  const steep = Math.abs(direction.y) > 0.38;
  const sideways = Math.abs(direction.x) > 0.38;
  const inward = (from.x - 0.5) * direction.x < 0;
  const vertical = direction.y < 0 ? "up" : "down";
  const horizontal = inward ? "inward" : "outward";
  return [steep ? vertical : "", sideways ? horizontal : ""].filter(Boolean).join(" and ");
}

/**
 * The next node of a territory: where its lymph goes first, how far and in which direction.
 *
 * Positions are those of a schematic map; the distance is straight and ignores depth.
 *
 * @returns `reference/unknown` for an unknown territory, `graph/disconnected` when every node it drains to is closed.
 */
export function nextNode(territoryId: string, options: NextNodeOptions = {}): Result<NextNode> {
  const found = findRecord("territory", territoryId, anatomy.byId.territories);
  if (!found.ok) return found;
  const territory = found.value;
  const { closed = {}, height = referenceHeight } = options;
  const [main] = territory.drainage
    .map(({ to, fraction }) => ({ to, fraction, weight: fraction * (closed[to] ?? 1) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const node = main === undefined ? undefined : anatomy.byId.nodeGroups.get(main.to);
  if (main === undefined || node === undefined) {
    return fail("graph/disconnected", {
      path: territoryId,
      expected: "at least one open node group among those it drains to",
    });
  }
  const to = nodePoint(node.id);
  const points = territoryPoint(territoryId);
  const from = points.find(({ view }) => view === to?.view) ?? points[0];
  if (to === undefined || from === undefined) {
    return fail("reference/unknown", { path: territoryId, expected: "a position on the map" });
  }
  return ok({
    territory: territoryId,
    node,
    fraction: main.fraction,
    distanceCm: mapDistance(from, to, height) * 100,
    direction: mapDirection(from, to),
    words: inWords(from, to),
    view: from.view,
    from,
    to,
    estimated: [
      ...estimates(territory).filter(({ field }) => field === "drainage"),
      { field: "distanceCm", basis: `straight way on a schematic map scaled to ${height} m, depth not included` },
    ],
  });
}
