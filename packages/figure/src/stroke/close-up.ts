import { type FigureDrawing, penOf } from "../drawing/drawing.ts";
import { figureLayers } from "../drawing/figure-svg.ts";
import { curvePath } from "../outline/path.ts";
import { figureScene } from "../scene/figure-scene.ts";
import type { FigureScene, Strand } from "../scene/scene.ts";
import { strandOf } from "../scene/strand.ts";
import { cropOutline } from "./crop-outline.ts";
import type { StrokeSceneData } from "./stroke-data.ts";

type Box = readonly [number, number, number, number];

/** x, y, width, height of the window on the figure. */
export function windowOf({ middle, width }: StrokeSceneData, aspect: number): Box {
  const height = width / aspect;
  return [middle[0] - width / 2, middle[1] - height / 2, width, height];
}

function near([x, y, width, height]: Box, px: number, py: number, reach: number): boolean {
  return px > x - reach && px < x + width + reach && py > y - reach && py < y + height + reach;
}

/** Places of the points that lie in the window. */
function within(box: Box, points: Float64Array): readonly number[] {
  const inside: number[] = [];
  for (let n = 0; n < points.length / 2; n++) if (near(box, points[2 * n]!, points[2 * n + 1]!, 0)) inside.push(n);
  return inside;
}

/** The part of a vessel that is seen: from the point before it comes into sight to the one after it has left. */
function seen(box: Box, strand: Strand): readonly Strand[] {
  const { points, id, kind, role, overview } = strand;
  const inside = within(box, points);
  if (inside.length === 0) return [];
  const from = Math.max(inside[0]! - 1, 0);
  const to = Math.min(inside.at(-1)! + 1, points.length / 2 - 1);
  if (from === 0 && to === points.length / 2 - 1) return [strand];
  return [strandOf(points.slice(2 * from, 2 * to + 2), { id, kind, role, overview })];
}

/** Units beyond the window that the cut outline goes on, so that its cut and the soft edge along it are not seen. */
const beyond = 40;

/** What of the body is seen through the window. Drawing programs fail on shapes that lie far beyond their paper. */
function cropped(scene: FigureScene, box: Box, veiled: Readonly<Record<string, number>>): FigureScene {
  const [x0, y0, width, height] = box;
  const wide = [x0 - beyond, y0 - beyond, width + 2 * beyond, height + 2 * beyond] as const;
  return {
    ...scene,
    viewBox: box,
    outline: curvePath(cropOutline(scene.contour, wide), { closed: true, digits: 2 }),
    territories: scene.territories.filter(({ id }) => veiled[id] !== undefined),
    watersheds: [],
    strands: scene.strands.filter(({ overview }) => overview).flatMap((strand) => seen(box, strand)),
    nodes: scene.nodes.filter(({ x, y }) => near(box, x, y, 0)),
    deepTerritories: [],
    hints: scene.hints.filter(({ points }) => within(box, points).length > 0),
    forms: scene.forms.filter(({ x, y, rx, ry }) => near(box, x, y, Math.min(rx, ry))),
    areolas: scene.areolas.filter(({ x, y }) => near(box, x, y, 0)),
  };
}

/** The part of the body a stroke is shown on, as the layers of the figure. `outline` is the id of the body's clip path. */
export function closeUp(place: StrokeSceneData, aspect: number, look: Pick<FigureDrawing, "theme" | "prefix">) {
  const veil = place.veil ?? {};
  const drawing: FigureDrawing = { ...look, veil };
  const box = windowOf(place, aspect);
  const layers = figureLayers(cropped(figureScene({ view: place.view }), box, veil), drawing);
  const quiet = layers.map(({ id, svg }) => (id === "vessels" ? `<g opacity=".6">${svg}</g>` : svg));
  return { box, svg: quiet.join(""), clip: penOf(drawing).id("clip") };
}
