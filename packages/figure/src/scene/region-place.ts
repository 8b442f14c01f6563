/** Where hands lie on a body and where strokes end: the stored places of the neutral body, and moved with any other. */
import { chartOf, type PointChart } from "../body/chart.ts";
import { regionPlaces } from "../data/region-places.ts";
import type { Point, View } from "../data/schema.ts";
import type { RegionPlace } from "./scene.ts";

/** What stays of a place while its points move; `named` says what each point of the chart is. */
export interface PlaceAbout {
  readonly still: Omit<RegionPlace, "at" | "to" | "thirds" | "ends">;
  readonly named: readonly (readonly [kind: "at" | "to" | "thirds" | "ends", name: string])[];
}

/** The places of both sides in a view of the neutral body. */
export function placesOf(view: View): readonly { readonly about: PlaceAbout; readonly chart: PointChart }[] {
  return Object.entries(regionPlaces).flatMap(([region, data]) => {
    const { at, to = data.to, thirds = {}, ends = {}, reach = 34, across = false, in: territory } = data[view] ?? {};
    const points: [PlaceAbout["named"][number], Point][] = [];
    if (at !== undefined) points.push([["at", ""], at]);
    if (to !== undefined) points.push([["to", ""], to]);
    for (const [name, point] of Object.entries(thirds)) points.push([["thirds", name], point]);
    for (const [name, point] of Object.entries(ends)) points.push([["ends", name], point]);
    return (["L", "R"] as const).map((side) => {
      const sign = (side === "L") === (view === "front") ? 1 : -1;
      const still = {
        region,
        side,
        reach,
        across,
        ...(territory === undefined ? {} : { territory: `${territory}_${side}` }),
        ...(data.open === undefined ? {} : { open: data.open }),
      };
      const flat = Float64Array.from(points.flatMap(([, [x, y]]) => [x === 0 ? 0 : sign * x, y]));
      return { about: { still, named: points.map(([name]) => name) }, chart: chartOf(view, flat) };
    });
  });
}

/** A place with its points where the body has moved them. */
export function regionPlace({ still, named }: PlaceAbout, points: Float64Array): RegionPlace {
  const single: { at?: Point; to?: Point } = {};
  const many: { thirds: Record<string, Point>; ends: Record<string, Point> } = { thirds: {}, ends: {} };
  for (const [i, [kind, name]] of named.entries()) {
    const point: Point = [points[2 * i]!, points[2 * i + 1]!];
    if (kind === "at" || kind === "to") single[kind] = point;
    else many[kind][name] = point;
  }
  return { ...still, ...single, ...many };
}
