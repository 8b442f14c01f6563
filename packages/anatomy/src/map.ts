import { anatomy } from "./anatomy.ts";
import type { View } from "./schema/coordinates.ts";

/** Height of the body the map is scaled to when none is given, m. Assumed. */
export const referenceHeight = 1.75;

/** A point on the front or back map; x and y as in the coordinates file. */
export interface MapPoint {
  readonly view: View;
  readonly x: number;
  readonly y: number;
}

const nodePoints = new Map(anatomy.coordinates.nodes.map(({ id, view, x, y }) => [id, { view, x, y }]));

const territoryPoints = new Map<string, MapPoint[]>();
for (const { id, view, x, y } of anatomy.coordinates.territories) {
  territoryPoints.set(id, [...(territoryPoints.get(id) ?? []), { view, x, y }]);
}

/** Where a node group or vessel lies on the map. */
export function nodePoint(nodeId: string): MapPoint | undefined {
  return nodePoints.get(nodeId);
}

/** Where the middle of a territory lies: one point, or one on each view for skin that is seen from both sides. */
export function territoryPoint(territoryId: string): readonly MapPoint[] {
  return territoryPoints.get(territoryId) ?? [];
}

/** Metres toward the person's left of the midline. Front and back are each other's mirror image. */
function toTheLeft(point: MapPoint, height: number): number {
  const fromMidline = (point.x - 0.5) * 0.5 * height;
  return point.view === "front" ? fromMidline : -fromMidline;
}

/**
 * Straight distance on the map in metres, for a body of the given height (m).
 *
 * Depth is not on the map: a way from back to front is measured as if both lay in one plane.
 */
export function mapDistance(from: MapPoint, to: MapPoint, height = referenceHeight): number {
  return Math.hypot(toTheLeft(to, height) - toTheLeft(from, height), (to.y - from.y) * height);
}

/** Unit vector from one point to another as drawn on `from`'s view: x to the viewer's right, y down. */
export function mapDirection(from: MapPoint, to: MapPoint): { readonly x: number; readonly y: number } {
  const mirror = from.view === "front" ? 1 : -1;
  const x = (toTheLeft(to, 1) - toTheLeft(from, 1)) * mirror;
  const y = to.y - from.y;
  const length = Math.hypot(x, y);
  return length === 0 ? { x: 0, y: 0 } : { x: x / length, y: y / length };
}
