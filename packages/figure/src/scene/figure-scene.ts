import { raise } from "@openlymph/base";
import { type Body, bodyOf } from "../body/body.ts";
import { movePoints, type PointChart } from "../body/chart.ts";
import { limbParts, radiusFactors } from "../body/swelling.ts";
import { figureData } from "../data/figure-data.ts";
import { allBuilds, type Build, type View } from "../data/schema.ts";
import { gridSteps, outlinePoints } from "../outline/outline.ts";
import { curvePath, linePath } from "../outline/path.ts";
import { neutralParts } from "./neutral-parts.ts";
import { regionPlace } from "./region-place.ts";
import type { FigureScene, FigureSceneOptions, Strand, TerritoryShape } from "./scene.ts";
import { strandOf } from "./strand.ts";

const remembered = 24;
const cache = new Map<string, FigureScene>();
const views: readonly View[] = ["front", "back"];

function oneOf(path: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) raise("field/invalid", { path, value, expected: `one of ${allowed.join(", ")}` });
}

/**
 * The body of a build in a view, swollen where asked, with everything drawn on it. Pure: the same options give the same
 * scene, and the last scenes are remembered, so that the same object comes back. Strands, which no swelling moves, keep
 * their identity between scenes of a view.
 *
 * The stored outline is used for a healthy body; a swollen one is rebuilt from its shapes.
 *
 * Raises a failure for an unknown view, build or limb part and for a swelling outside `swellingRange`.
 *
 * ```ts
 * const scene = figureScene({ view: "front", swelling: { forearm_L: 0.2, hand_L: 0.1 } });
 * ```
 */
export function figureScene(options: FigureSceneOptions): FigureScene {
  const { view, build = "neutral", swelling = {}, precision = "fine" } = options;
  oneOf("view", view, views);
  oneOf("build", build, allBuilds);
  oneOf("precision", precision, Object.keys(gridSteps));
  const factors = radiusFactors(swelling);
  const key = [view, build, factors.size === 0 ? "" : precision, ...limbParts.map((p) => factors.get(p) ?? 1)].join(
    "/",
  );
  const cached = cache.get(key);
  const scene = cached ?? draw(view, build, bodyOf(view, build, factors), factors.size > 0 ? precision : undefined);
  cache.delete(key);
  cache.set(key, scene);
  const oldest = cache.keys().next();
  if (cache.size > remembered && oldest.done !== true) cache.delete(oldest.value);
  return scene;
}

const healthyPaths = new Map<string, string>();

function healthyPath(view: View, build: Build): string {
  const key = `${view}/${build}`;
  const stored = figureData.builds[build].views[view].outline;
  const path = healthyPaths.get(key) ?? curvePath(Float64Array.from(stored.flat()), { closed: true, digits: 2 });
  healthyPaths.set(key, path);
  return path;
}

function moved(chart: PointChart, body: Body): Float64Array {
  const out = new Float64Array(chart.points.length);
  movePoints(chart, body, out);
  return out;
}

function movedStrand(strand: Strand, chart: PointChart, body: Body): Strand {
  const out = new Float64Array(chart.points.length);
  if (!movePoints(chart, body, out)) return strand;
  const { id, kind, role, overview, wraps } = strand;
  return strandOf(out, { id, kind, role, overview, ...(wraps === undefined ? {} : { wraps }) });
}

function territoryShape(id: string, chart: PointChart, bleed: Float64Array, body: Body): TerritoryShape {
  const all = moved(chart, body);
  const points = all.subarray(0, -2);
  return {
    id,
    d: linePath(points, { closed: true }),
    label: [all.at(-2)!, all.at(-1)!],
    bleed: linePath(
      points.map((value, i) => value + bleed[i]!),
      { closed: true },
    ),
  };
}

function draw(view: View, build: Build, body: Body, precision: keyof typeof gridSteps | undefined): FigureScene {
  const parts = neutralParts(view);
  const healthy = healthyPath(view, build);
  const swollen = precision === undefined ? undefined : outlinePoints(body.groups, precision);
  const at = (chart: PointChart): { x: number; y: number } => {
    const point = moved(chart, body);
    return { x: point[0]!, y: point[1]! };
  };
  return {
    view,
    build,
    viewBox: figureData.units.viewBox,
    outline: swollen === undefined ? healthy : curvePath(swollen, { closed: true, digits: 2 }),
    contour: swollen ?? Float64Array.from(figureData.builds[build].views[view].outline.flat()),
    healthyOutline: swollen === undefined ? undefined : healthy,
    territories: parts.territories.map(({ about, chart }) => territoryShape(about.id, chart, about.bleed, body)),
    watersheds: parts.watersheds.map(({ about, chart }) => ({ ...about, d: curvePath(moved(chart, body)) })),
    strands: parts.strands.map(({ about, chart }) => movedStrand(about, chart, body)),
    nodes: parts.nodes.map(({ about, chart }) => {
      const points = moved(chart, body);
      const beads = about.beads.map((bead, i) => ({ ...bead, x: points[2 * i + 2]!, y: points[2 * i + 3]! }));
      return { id: about.id, overview: about.overview, x: points[0]!, y: points[1]!, beads };
    }),
    places: parts.places.map(({ about, chart }) => regionPlace(about, moved(chart, body))),
    deepTerritories: parts.deep.map(({ about, chart }) => ({ ...about, ...at(chart) })),
    hints: parts.hints
      .filter(({ about }) => about.builds.includes(build))
      .map(({ about: { id, weight }, chart }) => {
        const points = moved(chart, body);
        return { id, weight, points, d: curvePath(points) };
      }),
    forms: parts.forms
      .filter(({ about }) => about.builds.includes(build))
      .map(({ about: { tone, rx, ry, rotation }, chart }) => ({ tone, rx, ry, rotation, ...at(chart) })),
    areolas: parts.areolas.map(({ about, chart }) => ({ ...about, ...at(chart) })),
  };
}
