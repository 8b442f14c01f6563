import type { FigureDrawing } from "@openlymph/figure";

export const layerNames = [
  "flow",
  "vessels",
  "nodes",
  "veil",
  "detours",
  "watersheds",
  "territories",
  "lymphosomes",
  "steps",
  "deep",
] as const;
export type LayerName = (typeof layerNames)[number];
export type Layers = ReadonlySet<LayerName>;

export const firstLayers: Layers = new Set(["flow", "vessels", "nodes", "veil", "detours", "watersheds"]);

/** The same without what moves on the body. */
export function withoutMotion(layers: Layers): Layers {
  return new Set([...layers].filter((name) => name !== "flow" && name !== "detours" && name !== "steps"));
}

/** What of the drawing is shown. */
export function drawnLayers(layers: Layers): NonNullable<FigureDrawing["layers"]> {
  return {
    collectors: layers.has("vessels"),
    trunks: layers.has("vessels"),
    nodes: layers.has("nodes"),
    watersheds: layers.has("watersheds"),
    territories: layers.has("territories"),
    deep: layers.has("deep"),
  };
}
