import { figureData } from "../data/figure-data.ts";
import type { EllipseShape } from "../scene/scene.ts";

/**
 * Sign of a massage stroke, in a box from −20 to 20, pointing to +x: rotate it to the local drainage direction, mirror
 * it in y for the other hand, draw it at least 48 px large.
 */
export interface StrokeGlyph {
  readonly id: string;
  readonly viewBox: readonly [number, number, number, number];
  /** The movement: SVG paths, stroke 2 units, round ends. */
  readonly paths: readonly string[];
  /** Tip of the movement; `angle` in degrees, 0 points to +x, 90 to +y. */
  readonly arrow: { readonly x: number; readonly y: number; readonly angle: number; readonly d: string };
  /** Contact area of the hand; fill with `accent` at 12 %. */
  readonly hand: EllipseShape;
  /** How the sign moves, in words. */
  readonly motion: string;
}

function arrowHead(x: number, y: number, angle: number): string {
  const turn = (angle * Math.PI) / 180;
  const tip = (along: number, across: number): string => {
    const px = x + along * Math.cos(turn) - across * Math.sin(turn);
    const py = y + along * Math.sin(turn) + across * Math.cos(turn);
    return `${Math.round(px * 10) / 10} ${Math.round(py * 10) / 10}`;
  };
  return `M${tip(-4.5, -3.4)}L${tip(0.8, 0)}L${tip(-4.5, 3.4)}`;
}

const glyphs = new Map<string, StrokeGlyph>();
for (const { id, names, paths, arrow, hand, motion } of figureData.strokeGlyphs) {
  const [[x, y], angle] = arrow;
  const glyph: StrokeGlyph = {
    id,
    viewBox: [-20, -20, 40, 40],
    paths,
    arrow: { x, y, angle, d: arrowHead(x, y, angle) },
    hand: { x: hand[0], y: hand[1], rx: hand[2], ry: hand[3], rotation: hand[4] },
    motion,
  };
  for (const name of [id, ...names]) glyphs.set(name, glyph);
}

/** Sign of a stroke by its own id (`pump`) or a stroke's id (`vodder_pump`); undefined for strokes without a sign. */
export function strokeGlyph(strokeId: string): StrokeGlyph | undefined {
  return glyphs.get(strokeId);
}
