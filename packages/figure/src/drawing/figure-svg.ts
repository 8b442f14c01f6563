import type { FigureScene } from "../scene/scene.ts";
import { escapeXml, type FigureDrawing, type Pen, penOf } from "./drawing.ts";
import { figureDefs, groundLayer, outlineLayer } from "./ground.ts";
import { labelLayer } from "./labels.ts";
import { nodeLayer } from "./nodes.ts";
import { territoryLayer, veilLayer, watershedLayer } from "./surface.ts";
import { tracerLayer } from "./tracer.ts";
import { trunkLayer, vesselLayer } from "./vessels.ts";

export type { FigureDrawing } from "./drawing.ts";

/** Layers from bottom to top. */
const layers: readonly (readonly [string, (scene: FigureScene, pen: Pen) => string])[] = [
  ["defs", figureDefs],
  ["ground", groundLayer],
  ["territories", territoryLayer],
  ["veil", veilLayer],
  ["watersheds", watershedLayer],
  ["vessels", vesselLayer],
  ["trunks", trunkLayer],
  ["nodes", nodeLayer],
  ["tracer", tracerLayer],
  ["outline", outlineLayer],
  ["labels", labelLayer],
];

/**
 * The drawing in groups, from bottom to top: `defs`, `ground`, `territories`, `veil`, `watersheds`, `vessels`, `trunks`,
 * `nodes`, `tracer`, `outline`, `labels`. Each `svg` is one `<g data-layer="…">` to stand inside an `<svg>` with the scene's
 * `viewBox`; `defs` must be there for the others. A layer that is switched off is an empty group, so that the list
 * always has the same entries and an app can replace only those whose text changed.
 */
export function figureLayers(
  scene: FigureScene,
  drawing: FigureDrawing,
): readonly { readonly id: string; readonly svg: string }[] {
  const pen = penOf(drawing);
  return layers.map(([id, draw]) => ({ id, svg: `<g data-layer="${id}">${draw(scene, pen)}</g>` }));
}

/**
 * A complete, standalone SVG of the scene for print, report or PNG: `role="img"` with title and description, no outside
 * reference, background transparent. The same scene and drawing give the same bytes.
 *
 * ```ts
 * const svg = figureSvg(figureScene({ view: "front" }), { theme: "light", veil: { forearmVolar_L: 0.4 } });
 * ```
 */
export function figureSvg(scene: FigureScene, drawing: FigureDrawing): string {
  const pen = penOf(drawing);
  const title = drawing.title ?? `Human body, ${scene.view} view`;
  const description =
    drawing.description ??
    "Lymph collectors, node groups and trunks drawn on the body. The sides are those of the person.";
  const body = figureLayers(scene, drawing).map((layer) => layer.svg);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${scene.viewBox.join(" ")}" role="img" ` +
    `aria-labelledby="${pen.id("title")} ${pen.id("desc")}"><title id="${pen.id("title")}">${escapeXml(title)}</title>` +
    `<desc id="${pen.id("desc")}">${escapeXml(description)}</desc>${body.join("")}</svg>`
  );
}
