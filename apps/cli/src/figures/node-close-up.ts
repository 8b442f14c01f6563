/** A part of the drawn body from near, with letters beside the nodes in it. */
import type { NodeShape } from "@openlymph/figure";
import { palette } from "./palette.ts";

/** A drawn node group and the letter that stands for it. */
export interface LetteredNode extends NodeShape {
  readonly letter: string;
}

/** The part of a scene that is shown from near, in its units. */
export interface CloseUp {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width over height of every picture in the row. */
export const pictureShape = 0.72;
/** Least height of a close-up, and the room around the nodes in it. */
const lowest = 264;
const around = 46;

const short = (value: number) => value.toFixed(1);

/** A close-up that holds the nodes. */
export function closeUpOf(nodes: readonly LetteredNode[]): CloseUp {
  const span = (values: readonly number[]) => [Math.min(...values) - around, Math.max(...values) + around] as const;
  const [left, right] = span(nodes.map(({ x }) => x));
  const [top, bottom] = span(nodes.map(({ y }) => y));
  const height = Math.max(lowest, bottom - top, (right - left) / pictureShape);
  const width = pictureShape * height;
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}

/** The picture with another part of it in sight. */
export function seenFrom(svg: string, { x, y, width, height }: CloseUp): string {
  return svg.replace(/viewBox="[^"]*"/, `viewBox="${[x, y, width, height].map(short).join(" ")}"`);
}

/** Where the close-up lies in the whole body. */
export function frameMark({ x, y, width, height }: CloseUp): string {
  const place = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
  return `<rect ${place} rx="6" fill="none" stroke="${palette.ink}" stroke-width="2.5"/>`;
}

/** A letter beside each group, with a line to it, at its side of the body. */
export function letterMarks(nodes: readonly LetteredNode[], { x, width, height }: CloseUp): string {
  const size = 0.05 * height;
  let last = Number.NEGATIVE_INFINITY;
  const marks = nodes
    .toSorted((a, b) => a.y - b.y)
    .map((node) => {
      const side = node.x > 0 ? 1 : -1;
      const end = side > 0 ? x + width - size : x + size;
      const row = Math.max(node.y, last + 1.15 * size);
      last = row;
      const line = `M${short(node.x)} ${short(node.y)}L${short(end - 0.5 * side * size)} ${short(row)}`;
      return (
        `<path d="${line}" fill="none" stroke="${palette.ink}" stroke-width="${short(0.04 * size)}"/>` +
        `<text x="${short(end)}" y="${short(row + 0.35 * size)}" text-anchor="middle" font-size="${short(size)}" font-weight="600" fill="${palette.ink}">${node.letter}</text>`
      );
    });
  return marks.join("");
}
