/** Every drawn part of the neutral body of a view, with its place, found once per view. */
import { neutralPoint } from "../body/body-point.ts";
import { chartOf, type PointChart } from "../body/chart.ts";
import { figureData } from "../data/figure-data.ts";
import { allBuilds, type BodyPoint, type Build, type EdgeData, type Point, type View } from "../data/schema.ts";
import { bleedOffsets } from "./bleed.ts";
import { type PlaceAbout, placesOf } from "./region-place.ts";
import type { EllipseShape, Strand } from "./scene.ts";
import { strandOf } from "./strand.ts";

export interface Placed<T> {
  readonly about: T;
  readonly chart: PointChart;
}

export interface NeutralParts {
  readonly strands: readonly Placed<Strand>[];
  readonly territories: readonly Placed<{ readonly id: string; readonly bleed: Float64Array }>[];
  readonly watersheds: readonly Placed<{ readonly id: string; readonly side: string }>[];
  readonly nodes: readonly Placed<{
    readonly id: string;
    readonly overview: boolean;
    readonly beads: readonly EllipseShape[];
  }>[];
  /** Of each place the points of its chart, in order: what they are named by. */
  readonly places: readonly Placed<PlaceAbout>[];
  readonly deep: readonly Placed<EllipseShape & { readonly id: string }>[];
  readonly hints: readonly Placed<{
    readonly id: string;
    readonly weight: number;
    readonly builds: readonly Build[];
  }>[];
  readonly forms: readonly Placed<
    EllipseShape & { readonly tone: "light" | "shade"; readonly builds: readonly Build[] }
  >[];
  readonly areolas: readonly Placed<{ readonly r: number }>[];
}

const cache = new Map<View, NeutralParts>();

const flat = (points: readonly Point[]): Float64Array => Float64Array.from(points.flat());

/** Edges that carry the main trunk rather than one of the lesser trunks: they lie on the way to the venous angle. */
const mainTrunk = /^(LT_[LR]>CC|IT>CC|CC>TD_LOW|TD_LOW>TD_UP|TD_UP>TD_ARCH|TD_ARCH>VA_L)$/;

function edgeRole(edge: EdgeData): string {
  return edge.role === "trunk" && !mainTrunk.test(edge.id) ? "lesserTrunk" : edge.role;
}

function strandsOf(view: View): readonly Strand[] {
  const shown = new Map(figureData.nodes.map((node) => [node.id, node.overview]));
  const collectors = figureData.collectors.flatMap((collector) =>
    collector.paths.flatMap((path) => {
      if (path.view !== view) return [];
      const overview = collector.layer === "superficial" || collector.layer === "chain";
      const wraps = path.wraps === true ? { wraps: true } : {};
      return [
        strandOf(flat(path.points), { id: collector.id, kind: "collector", role: collector.layer, overview, ...wraps }),
      ];
    }),
  );
  const edges = figureData.edges.flatMap((edge) =>
    edge.paths.flatMap((path) => {
      if (path.view !== view) return [];
      const strand = strandOf(flat(path.points), { id: edge.id, kind: "edge", role: edgeRole(edge), overview: true });
      const overview =
        (edge.role === "superficial" || !edge.crossView) &&
        edge.role !== "visceral" &&
        edge.id.split(">").every((node) => shown.get(node) === true);
      return [{ ...strand, overview }];
    }),
  );
  return [...collectors, ...edges];
}

/** Body points with their mirror image, except what lies on or across the median line. */
function bothSides(view: View, points: readonly BodyPoint[]): readonly Float64Array[] {
  const right = flat(points.map((point) => neutralPoint(view, point)));
  const crosses = right.some((x, i) => i % 2 === 0 && x < 0);
  const median = right.every((x, i) => i % 2 === 1 || x === 0);
  return crosses || median ? [right] : [right, right.map((x, i) => (i % 2 === 0 ? -x : x))];
}

/** All parts of a view. */
export function neutralParts(view: View): NeutralParts {
  const cached = cache.get(view);
  if (cached !== undefined) return cached;
  const place = (points: Float64Array): PointChart => chartOf(view, points);
  const { areola } = figureData;
  const parts: NeutralParts = {
    strands: strandsOf(view).map((about) => ({ about, chart: place(about.points) })),
    territories: figureData.territories
      .filter((t) => t.view === view)
      .map((t) => {
        const points = flat([...t.points, t.label]);
        return { about: { id: t.id, bleed: bleedOffsets(view, points) }, chart: place(points) };
      }),
    watersheds: figureData.watershedLines
      .filter((w) => w.view === view)
      .map((w) => ({ about: { id: w.id, side: w.side }, chart: place(flat(w.points)) })),
    nodes: figureData.nodes
      .filter((n) => n.view === view)
      .map((n) => {
        const beads = (n.beads ?? []).map(([x, y, rx, ry, rotation]) => ({ x, y, rx, ry, rotation }));
        const points = flat([[n.x, n.y], ...beads.map((b) => [b.x, b.y] as const)]);
        return { about: { id: n.id, overview: n.overview, beads }, chart: place(points) };
      }),
    places: placesOf(view),
    deep: figureData.deepTerritories
      .filter((t) => t.view === view)
      .map(({ id, x, y, rx, ry, rotDeg }) => ({
        about: { id, x, y, rx, ry, rotation: rotDeg },
        chart: place(flat([[x, y]])),
      })),
    hints: figureData.hints[view].flatMap(({ id, weight, points, builds = allBuilds }) =>
      bothSides(view, points).map((side) => ({ about: { id, weight, builds }, chart: place(side) })),
    ),
    forms: figureData.forms[view].flatMap(({ tone, at, rx, ry, rotDeg, builds = allBuilds }) =>
      bothSides(view, [at]).map((point, i) => ({
        about: { tone, x: point[0]!, y: point[1]!, rx, ry, rotation: i === 0 ? rotDeg : -rotDeg, builds },
        chart: place(point),
      })),
    ),
    areolas:
      view === "front"
        ? bothSides(view, [[areola.x, areola.y]]).map((point) => ({ about: { r: areola.r }, chart: place(point) }))
        : [],
  };
  cache.set(view, parts);
  return parts;
}
