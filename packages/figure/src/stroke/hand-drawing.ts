import type { Pen } from "../drawing/drawing.ts";
import { ellipse } from "../drawing/ground.ts";
import { short } from "../outline/path.ts";
import type { HandShape } from "./hand-shape.ts";

/** A colour `#rrggbb` with a share of another in it. */
function mixed(from: string, to: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.round(a! + (b! - a!) * share)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}

/**
 * A hand as SVG, in its own frame: fingers to +x, thumb to −y.
 *
 * @param thumb attributes of the group that turns the thumb.
 */
export function handDrawing(shape: HandShape, pen: Pen, thumb: string): string {
  const { colour, dark } = pen;
  const line = dark ? colour.edge : colour.hint;
  // On light skin the hand is a shade deeper than the body below it, on dark skin a shade lighter.
  const tone = dark ? mixed(colour.skin1, colour.light, 0.38) : mixed(colour.skin1, colour.shade, 0.26);
  const skin = (d: string): string =>
    `<path d="${d}" fill="${tone}" stroke="${line}" stroke-width="1.3" stroke-linejoin="round"/>`;
  const nail = `fill="${colour.halo}" fill-opacity="${dark ? ".22" : ".6"}" stroke="${line}" stroke-width=".45"`;
  const [x, y] = shape.pivot;
  return (
    `<g transform="translate(${short(x)} ${short(y)})"><g ${thumb}><g transform="translate(${short(-x)} ${short(-y)})">` +
    `${skin(shape.thumb)}<g ${nail}>${ellipse(shape.thumbNail)}</g></g></g></g>` +
    `${skin(shape.silhouette)}` +
    `<g fill="none" stroke="${line}" stroke-linecap="round"><path d="${shape.partings.join("")}" stroke-width="1"/>` +
    `<path d="${shape.folds.join("")}" stroke-width=".6" stroke-opacity=".6"/></g>` +
    `<g ${nail}>${shape.nails.map((one) => ellipse(one)).join("")}</g>` +
    `<path d="${shape.sleeve}" fill="${colour.accent}"/><path d="${shape.hem}" fill="none" stroke="${colour.halo}" stroke-width="1.2" stroke-opacity=".55" transform="translate(-3)"/>`
  );
}
