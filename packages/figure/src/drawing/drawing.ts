import { figureData } from "../data/figure-data.ts";
import type { ColourToken, Theme } from "../data/schema.ts";
import type { TracerDrawing } from "./tracer.ts";

/** What lies on the body. Default: collectors, nodes, trunks and watersheds. */
export type LayerSwitch = "territories" | "collectors" | "nodes" | "trunks" | "watersheds" | "labels" | "deep";

/** How a scene is drawn. */
export interface FigureDrawing {
  readonly theme: Theme;
  readonly layers?: Readonly<Partial<Record<LayerSwitch, boolean>>>;
  /** Colour of a territory by its id, as `#rrggbb`: areas that belong together have the same. */
  readonly areas?: Readonly<Record<string, string>>;
  /** Excess fluid per territory id, 0 … 1, as a blue veil. Values outside are taken to the nearer end. */
  readonly veil?: Readonly<Record<string, number>>;
  /** Share of the nodes removed per node id, 0 … 1. */
  readonly removed?: Readonly<Record<string, number>>;
  /** Factor on the size of the nodes per node id, such as 2 for swollen ones. Default 1. */
  readonly nodeSize?: Readonly<Record<string, number>>;
  /** Factor on the stroke width per collector or edge id; 0 leaves it out. Default 1. */
  readonly strandWeight?: Readonly<Record<string, number>>;
  /** A tracer as light in skin, vessels and nodes. */
  readonly tracer?: TracerDrawing;
  /** Accessible name of the picture. */
  readonly title?: string;
  /** Longer description for screen readers. */
  readonly description?: string;
  /** Names of territories, vessels and nodes by id; each becomes the `aria-label` of its group. */
  readonly names?: Readonly<Record<string, string>>;
  /** Words beside the body by territory or node id, with a leader line; shown with the layer `labels`. */
  readonly callouts?: Readonly<Record<string, string>>;
  /** Start of every id in the SVG; give each figure of a page its own. Letters, digits, `-`, `_`. Default `figure`. */
  readonly prefix?: string;
}

export interface Pen {
  readonly drawing: FigureDrawing;
  readonly colour: Readonly<Record<ColourToken, string>>;
  readonly dark: boolean;
  /** An id that belongs to this figure alone. */
  readonly id: (name: string) => string;
  readonly shows: (layer: LayerSwitch) => boolean;
}

const defaultLayers: Readonly<Record<LayerSwitch, boolean>> = {
  territories: false,
  collectors: true,
  nodes: true,
  trunks: true,
  watersheds: true,
  labels: false,
  deep: false,
};

export function penOf(drawing: FigureDrawing): Pen {
  const prefix = (drawing.prefix ?? "figure").replace(/[^\w-]/g, "-");
  return {
    drawing,
    colour: figureData.palette[drawing.theme].colours,
    dark: drawing.theme === "dark",
    id: (name) => `${prefix}-${name.replaceAll(">", "-to-").replace(/[^\w-]/g, "-")}`,
    shows: (layer) => drawing.layers?.[layer] ?? defaultLayers[layer],
  };
}

/** Text made safe for XML content and attributes. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Attributes by which an app, a test or a screen reader finds a part. */
export function handle(pen: Pen, kind: string, id: string): string {
  const name = pen.drawing.names?.[id];
  const label = name === undefined ? "" : ` role="img" aria-label="${escapeXml(name)}"`;
  return `id="${pen.id(`${kind}-${id}`)}" data-kind="${kind}" data-id="${escapeXml(id)}"${label}`;
}

/** A number between 0 and 1. */
export function share(value: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, 0), 1) : 0;
}
