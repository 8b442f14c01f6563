import { raise } from "@openlymph/base";
import { figureData } from "../data/figure-data.ts";
import type { InsetData, Point } from "../data/schema.ts";
import { short } from "../outline/path.ts";
import { escapeXml, type FigureDrawing, handle, penOf } from "./drawing.ts";
import { ellipse } from "./ground.ts";
import { removedBeads } from "./nodes.ts";

/** An enlarged region (neck, axilla, groin of one side): node groups pushed apart, vessels as bowed arrows. */
export interface InsetScene {
  readonly id: string;
  /** The window on the figure as [x0, y0, x1, y1]. */
  readonly window: readonly [number, number, number, number];
  readonly viewBox: readonly [number, number, number, number];
  readonly nodes: readonly {
    readonly id: string;
    /** The id without its side. */
    readonly label: string;
    readonly x: number;
    readonly y: number;
    /** Nodes are beads, stations of the trunks are discs. */
    readonly kind: "nodes" | "station";
  }[];
  /** `arrow`: a small head on the way, angle in degrees. */
  readonly edges: readonly {
    readonly id: string;
    readonly d: string;
    readonly arrow: { readonly x: number; readonly y: number; readonly angle: number };
  }[];
}

/** Ids of all insets: neck, axilla and groin of both sides. */
export const insetIds: readonly string[] = figureData.insets.map((inset) => inset.id);

const stations = new Set(figureData.nodes.filter((node) => node.beads === undefined).map((node) => node.id));
const arrowAt = 0.62;

/** An edge from a to b, bowed to its left by a share of its length that depends on its place in the list. */
function bowed(id: string, from: Point, to: Point, index: number): InsetScene["edges"][number] {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const bow = (0.08 + 0.04 * (index % 3)) * (index % 2 === 0 ? 1 : -1);
  const cx = (from[0] + to[0]) / 2 - dy * bow;
  const cy = (from[1] + to[1]) / 2 + dx * bow;
  const t = arrowAt;
  const s = 1 - t;
  const x = s * s * from[0] + 2 * s * t * cx + t * t * to[0];
  const y = s * s * from[1] + 2 * s * t * cy + t * t * to[1];
  const angle =
    (Math.atan2(s * (cy - from[1]) + t * (to[1] - cy), s * (cx - from[0]) + t * (to[0] - cx)) * 180) / Math.PI;
  const d = `M${short(from[0])} ${short(from[1])}Q${short(cx)} ${short(cy)} ${short(to[0])} ${short(to[1])}`;
  return { id, d, arrow: { x, y, angle } };
}

function sceneOf(inset: InsetData): InsetScene {
  const nodes = Object.entries(inset.nodes).map(([id, [x, y]]) => ({
    id,
    label: id.replace(/_[LR]$/, ""),
    x,
    y,
    kind: stations.has(id) ? ("station" as const) : ("nodes" as const),
  }));
  const edges = inset.edges.flatMap((id, index) => {
    const [a = "", b = ""] = id.split(">");
    const from = inset.nodes[a];
    const to = inset.nodes[b];
    return from === undefined || to === undefined ? [] : [bowed(id, from, to, index)];
  });
  return { id: inset.id, window: inset.window, viewBox: [0, 0, inset.panel[0], inset.panel[1]], nodes, edges };
}

/** One of the insets of `insetIds`; raises `reference/unknown` for another id. */
export function insetScene(id: string): InsetScene {
  const inset = figureData.insets.find((candidate) => candidate.id === id);
  return inset === undefined
    ? raise("reference/unknown", { path: "inset", value: id, expected: `one of ${insetIds.join(", ")}` })
    : sceneOf(inset);
}

/** Mean width of a capital at the size of the labels. */
const letterWidth = 1.6;

const beadsOfNode = [
  { x: -0.9, y: -0.7, rx: 1.25, ry: 0.85, rotation: 12 },
  { x: 1, y: -0.6, rx: 1.25, ry: 0.85, rotation: -28 },
  { x: 0, y: 0.75, rx: 1.25, ry: 0.85, rotation: 4 },
];

/** A complete, standalone SVG of an inset. Uses theme, removed, names, title, description and prefix of the drawing. */
export function insetSvg(scene: InsetScene, drawing: FigureDrawing): string {
  const pen = penOf({ ...drawing, prefix: `${drawing.prefix ?? "figure"}-${scene.id}` });
  const { colour } = pen;
  const [, , wide, high] = scene.viewBox;
  const lines = scene.edges.map(
    ({ id, d, arrow }) =>
      `<g ${handle(pen, "edge", id)}><path d="${d}" stroke="${colour.vesselSoft}" stroke-width="1.1" opacity=".6"/>` +
      `<path d="${d}" stroke="${colour.vessel}" stroke-width=".38"/><path d="M-.9 -.65L.7 0L-.9 .65Z" fill="${colour.vessel}" ` +
      `transform="translate(${short(arrow.x)} ${short(arrow.y)}) rotate(${short(arrow.angle)})"/></g>`,
  );
  const nodes = scene.nodes.map(({ id, label, x, y, kind }) => {
    const gone = removedBeads(beadsOfNode.length, drawing.removed?.[id] ?? 0);
    const beads = beadsOfNode.map((bead, i) => {
      if (i >= beadsOfNode.length - gone) {
        return ellipse(bead, ` fill="none" stroke="${colour.nodeEdge}" stroke-width=".25" stroke-dasharray=".5 .4"`);
      }
      return ellipse(bead, ` fill="url(#${pen.id("bead")})" stroke="${colour.halo}" stroke-width=".25"`);
    });
    const ring = `<circle r="2.9" fill="none" stroke="${colour.nodeEdge}" stroke-width=".35" stroke-dasharray=".9 .7"/>`;
    const station = `<circle r="1" fill="${colour.trunkSoft}" stroke="${colour.trunk}" stroke-width=".35"/>`;
    const shape = kind === "station" ? station : `${beads.join("")}${gone > 0 ? ring : ""}`;
    const text = escapeXml(label.replaceAll("_", " "));
    const before = x + 4 + letterWidth * label.length > wide;
    const words = `x="${before ? -2.5 : 2.5}" y=".75" text-anchor="${before ? "end" : "start"}" paint-order="stroke" stroke="${colour.skin0}" stroke-width=".7" stroke-linejoin="round"`;
    return (
      `<g ${handle(pen, "node", id)} transform="translate(${short(x)} ${short(y)})">${shape}` +
      `<text ${words} fill="${colour.ink}">${text}</text></g>`
    );
  });
  const title = drawing.title ?? scene.id.replace("_", " ");
  const description =
    drawing.description ?? "Node groups of the region and the vessels between them, with their direction.";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${wide + 2} ${high + 2}" role="img" ` +
    `aria-labelledby="${pen.id("title")} ${pen.id("desc")}"><title id="${pen.id("title")}">${escapeXml(title)}</title>` +
    `<desc id="${pen.id("desc")}">${escapeXml(description)}</desc>` +
    `<defs><radialGradient id="${pen.id("bead")}" cx=".36" cy=".32" r=".75"><stop offset="0" stop-color="${colour.nodeHi}"/>` +
    `<stop offset=".55" stop-color="${colour.node}"/><stop offset="1" stop-color="${colour.nodeEdge}"/></radialGradient></defs>` +
    `<rect width="${wide}" height="${high}" rx="2" fill="${colour.skin0}" stroke="${colour.edge}" stroke-width=".3" stroke-opacity=".55"/>` +
    `<g fill="none" stroke-linecap="round">${lines.join("")}</g>` +
    `<g font-family="'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', system-ui, sans-serif" font-size="2.3">` +
    `${nodes.join("")}</g></svg>`
  );
}
