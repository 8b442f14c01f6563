import json from "../../data/strokes.json" with { type: "json" };
import type { ColourToken, Point, View } from "../data/schema.ts";

/** Middle line of a part of the hand: x, y and radius at each station. */
export type HandChain = readonly (readonly [number, number, number])[];

/** A right hand seen from its back, fingers to +x, thumb to −y; lengths in figure units. */
export interface HandData {
  readonly palm: readonly HandChain[];
  readonly thenar: HandChain;
  /** Index, middle, ring and little finger. */
  readonly fingers: readonly HandChain[];
  readonly thumb: HandChain;
  readonly forearm: HandChain;
}

/** How a hand is held. */
export interface PoseData {
  /** Share of their length that the fingers show. */
  readonly reach: number;
  /** Degrees between neighbouring fingers beyond their rest. */
  readonly spread: number;
  /** Degrees the thumb is turned from its rest when the stroke begins and when it has worked; negative opens it. */
  readonly thumb: readonly [number, number];
  /** What lies on the skin: ellipse x, y, rx, ry. */
  readonly contact: readonly [number, number, number, number];
}

export type PoseName = "flat" | "palm" | "open" | "span" | "sleeve" | "fingertips" | "web";

/** Where one stroke is shown. Angles in degrees: 0 to the viewer's right, 90 down. */
export interface StrokeSceneData {
  readonly view: View;
  /** Middle of the picture on the figure. */
  readonly middle: Point;
  /** Figure units that the picture is wide. */
  readonly width: number;
  /** Where the middle of the contact lies when the stroke begins. */
  readonly at: Point;
  /** Way to the exit. */
  readonly toward: number;
  readonly pose: PoseName;
  /** Where the fingers point. */
  readonly fingers: number;
  /** Bend of the wrist, degrees. */
  readonly wrist?: number;
  /** A left hand. */
  readonly left?: boolean;
  /** Degrees the hand turns while it works. */
  readonly swing?: number;
  /** A second hand: the mirror image of the first on the other side of the median line, or one of its own. */
  readonly second?: "mirrored" | { readonly at: Point; readonly fingers: number; readonly left: boolean };
  /** Excess fluid per territory, 0 … 1. */
  readonly veil?: Readonly<Record<string, number>>;
}

interface StrokeDrawings {
  /** Of a hand, figure units: what a path of one hand width is long. */
  readonly handWidth: number;
  readonly hand: HandData;
  readonly poses: Readonly<Record<PoseName, PoseData>>;
  readonly scenes: Readonly<Record<string, StrokeSceneData>>;
}

/** The hand, its poses and the place of every stroke, as stored in `data/strokes.json`. */
export const strokeDrawings = json as unknown as StrokeDrawings;

export type Ink = Readonly<Record<ColourToken, string>>;
