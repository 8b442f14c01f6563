/** The shape of `data/figure.json`: the drawn human body as data. All lengths in units of 1/1000 body height. */

export type View = "front" | "back";
export type Build = "neutral" | "female" | "male";
/** All builds, the neutral one first. */
export const allBuilds: readonly Build[] = ["neutral", "female", "male"];
export type Theme = "light" | "dark";
export type Side = "L" | "R";

export type Point = readonly [number, number];

/** A point in body coordinates: head, neck and trunk, or a limb's own frame (lateral is positive). */
export type BodyPoint = Point | readonly ["arm" | "leg" | "hand" | "foot", number, number];

/** Tapered capsule from `a` (radius `ra`) to `b` (radius `rb`). */
export interface CapItem {
  readonly t: "cap";
  readonly a: Point;
  readonly b: Point;
  readonly ra: number;
  readonly rb: number;
}

/** Ellipse at `c`, radii `rx`, `ry`, turned by `rot` degrees. */
export interface EllipseItem {
  readonly t: "ell";
  readonly c: Point;
  readonly rx: number;
  readonly ry: number;
  readonly rot: number;
}

/** Chain of stations (x, y, r). `w` weights swelling per station, `give` moves the axis outwards. */
export interface ChainItem {
  readonly t: "chain";
  readonly st: readonly (readonly [number, number, number])[];
  readonly w?: readonly number[];
  readonly give?: number;
}

interface ItemCommon {
  readonly id: string;
  /** Blend radius towards the items before it in the group. */
  readonly k: number;
  readonly mirror: boolean;
  readonly part?: string;
  /** One part per interval of a chain. */
  readonly parts?: readonly string[];
}

export type Item = ItemCommon & (CapItem | EllipseItem | ChainItem);

export interface Group {
  readonly id: string;
  /** Blend radius towards the groups before it. */
  readonly k: number;
  readonly items: readonly Item[];
}

export interface HandFrame {
  readonly origin: Point;
  readonly u: Point;
  readonly v: Point;
  readonly scale: number;
}

export interface FootFrame {
  readonly originX: number;
  readonly scale: number;
}

export interface BuildData {
  readonly charts: { readonly hand: HandFrame; readonly foot: FootFrame };
  readonly views: Readonly<Record<View, { readonly groups: readonly Group[]; readonly outline: readonly Point[] }>>;
}

export interface TerritoryData {
  readonly id: string;
  readonly view: View;
  readonly points: readonly Point[];
  readonly label: Point;
}

export interface WatershedData {
  readonly id: string;
  readonly view: View;
  readonly side: string;
  readonly points: readonly Point[];
}

export interface EllipseData {
  readonly id: string;
  readonly view: View;
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly rotDeg: number;
}

export interface NodeData {
  readonly id: string;
  readonly view: View;
  readonly x: number;
  readonly y: number;
  readonly overview: boolean;
  readonly beads?: readonly (readonly [number, number, number, number, number])[];
}

export interface PathData {
  readonly view: View;
  readonly points: readonly Point[];
  readonly wraps?: boolean;
}

export interface CollectorData {
  readonly id: string;
  readonly layer: "superficial" | "deep" | "visceral" | "chain";
  readonly to: string;
  readonly joins?: string;
  readonly paths: readonly PathData[];
}

export interface EdgeData {
  readonly id: string;
  readonly role: "superficial" | "deep" | "visceral" | "trunk";
  readonly crossView: boolean;
  readonly paths: readonly PathData[];
}

export interface InsetData {
  readonly id: string;
  readonly view: View;
  readonly window: readonly [number, number, number, number];
  readonly panel: Point;
  readonly nodes: Readonly<Record<string, Point>>;
  readonly edges: readonly string[];
}

export interface HintData {
  readonly id: string;
  readonly weight: number;
  readonly points: readonly BodyPoint[];
  /** Only these builds show it; default all. */
  readonly builds?: readonly Build[];
}

export interface FormData {
  readonly tone: "light" | "shade";
  readonly at: BodyPoint;
  readonly rx: number;
  readonly ry: number;
  readonly rotDeg: number;
  readonly builds?: readonly Build[];
}

export interface StrokeGlyphData {
  readonly id: string;
  readonly names: readonly string[];
  readonly paths: readonly string[];
  readonly arrow: readonly [Point, number];
  readonly hand: readonly [number, number, number, number, number];
  readonly motion: string;
}

export type ColourToken =
  | "paper"
  | "skin0"
  | "skin1"
  | "edge"
  | "shade"
  | "light"
  | "hint"
  | "vessel"
  | "vesselSoft"
  | "trunk"
  | "trunkSoft"
  | "node"
  | "nodeHi"
  | "nodeEdge"
  | "water"
  | "deep"
  | "veil"
  | "halo"
  | "ink"
  | "muted"
  | "accent"
  | "tracer";

export interface PaletteData {
  readonly colours: Readonly<Record<ColourToken, string>>;
  /** Measured WCAG contrast ratios of the pairs that carry meaning. */
  readonly contrast: Readonly<Record<string, number>>;
}

export interface FigureData {
  readonly format: "openlymph-figure";
  readonly version: 1;
  readonly units: { readonly viewBox: readonly [number, number, number, number] };
  readonly builds: Readonly<Record<Build, BuildData>>;
  readonly watershedLines: readonly WatershedData[];
  readonly territories: readonly TerritoryData[];
  readonly deepTerritories: readonly EllipseData[];
  readonly nodes: readonly NodeData[];
  readonly collectors: readonly CollectorData[];
  readonly edges: readonly EdgeData[];
  readonly insets: readonly InsetData[];
  readonly hints: Readonly<Record<View, readonly HintData[]>>;
  readonly areola: { readonly x: number; readonly y: number; readonly r: number };
  readonly forms: Readonly<Record<View, readonly FormData[]>>;
  readonly strokeGlyphs: readonly StrokeGlyphData[];
  readonly palette: Readonly<Record<Theme, PaletteData>>;
}
