import type { Swelling } from "../body/swelling.ts";
import type { Build, View } from "../data/schema.ts";
import type { Precision } from "../outline/outline.ts";

/** One drawn vessel. `points` run with the flow; the curve through them is `d`. */
export interface Strand {
  /** Id of its collector or edge; a collector has several strands. */
  readonly id: string;
  readonly kind: "collector" | "edge";
  /** Layer of a collector; `superficial`, `deep`, `visceral`, `trunk` or `lesserTrunk` of an edge. */
  readonly role: string;
  /** x0, y0, x1, y1, … */
  readonly points: Float64Array;
  /** Length of the curve from its start to every eighth of the way between two points; the last entry is `length`. */
  readonly arc: Float64Array;
  readonly d: string;
  readonly length: number;
  /** The end leaves the view around the contour: let it fade. */
  readonly wraps?: boolean;
  /** Drawn without the deep layers. */
  readonly overview: boolean;
}

/** An ellipse; `rotation` in degrees. */
export interface EllipseShape {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly rotation: number;
}

export interface TerritoryShape {
  readonly id: string;
  readonly d: string;
  readonly label: readonly [number, number];
  /** As `d`, but past the contour, for soft fills that are clipped to the outline. */
  readonly bleed: string;
}

export interface NodeShape {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** False: hidden until deep layers are shown. */
  readonly overview: boolean;
  /** Empty for stations of the trunks, such as the venous angle. */
  readonly beads: readonly EllipseShape[];
}

/** Where a hand lies that works on a region of one side, and where strokes end, in a view. */
export interface RegionPlace {
  readonly region: string;
  readonly side: "L" | "R";
  /** The drawn territory that the hand lies in; undefined, as `at`, where the view does not show the region. */
  readonly territory?: string;
  readonly at?: readonly [number, number];
  /** By the thirds of the chest; the middle one has x 0. */
  readonly thirds: Readonly<Record<string, readonly [number, number]>>;
  /** How far the positions of a step lie apart, units; across the stroke instead of along it. */
  readonly reach: number;
  readonly across: boolean;
  /** Where a stroke toward this region ends. */
  readonly to?: readonly [number, number];
  /** Where a stroke from here ends, by region, when it is elsewhere. */
  readonly ends: Readonly<Record<string, readonly [number, number]>>;
  /** The region a stroke points to while the exit is not chosen. */
  readonly open?: string;
}

/**
 * Everything drawn of one body in one view, in units of 1/1000 body height: x 0 on the median line, y 0 at the crown.
 * In the front view the person's left has x > 0, in the back view x < 0.
 */
export interface FigureScene {
  readonly view: View;
  readonly build: Build;
  readonly viewBox: readonly [number, number, number, number];
  /** Closed SVG path of the (swollen) body. */
  readonly outline: string;
  /** Points x0, y0, x1, y1, … the outline runs through. */
  readonly contour: Float64Array;
  /** Closed SVG path of the same build without swelling; undefined when nothing is swollen. */
  readonly healthyOutline: string | undefined;
  readonly territories: readonly TerritoryShape[];
  readonly watersheds: readonly { readonly id: string; readonly side: string; readonly d: string }[];
  readonly strands: readonly Strand[];
  readonly nodes: readonly NodeShape[];
  readonly places: readonly RegionPlace[];
  /** Deep and visceral territories. */
  readonly deepTerritories: readonly (EllipseShape & { readonly id: string })[];
  /** Fine lines on the skin; `points` as of a strand. */
  readonly hints: readonly {
    readonly id: string;
    readonly d: string;
    readonly points: Float64Array;
    readonly weight: number;
  }[];
  readonly forms: readonly (EllipseShape & { readonly tone: "light" | "shade" })[];
  readonly areolas: readonly { readonly x: number; readonly y: number; readonly r: number }[];
}

export interface FigureSceneOptions {
  readonly view: View;
  /** Default `neutral`. */
  readonly build?: Build;
  /** Default: no swelling. */
  readonly swelling?: Swelling;
  /** Grid of the outline: `fine` (0.5 units, default) or `interactive` (1 unit, for dragging). */
  readonly precision?: Precision;
}
