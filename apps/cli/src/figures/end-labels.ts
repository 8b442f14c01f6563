/** Words beside the ends of curves, so that nobody has to match colours with a key. */
import * as Plot from "@observablehq/plot";

export interface EndLabel {
  readonly words: string;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
}

const lineHeight = 17;

/** Words keep a line's height between them, in the order of their values; the lowest gives way last. */
function apart(labels: readonly EndLabel[], perPixel: number): readonly EndLabel[] {
  const gap = lineHeight * perPixel;
  let below = Number.NEGATIVE_INFINITY;
  return [...labels]
    .sort((a, b) => a.y - b.y)
    .map((label) => {
      below = Math.max(label.y, below + gap);
      return { ...label, y: below };
    });
}

/** @param perPixel what one pixel of height is in units of the vertical axis. */
export function endLabelMarks(labels: readonly EndLabel[], perPixel: number): readonly Plot.Markish[] {
  return apart(labels, perPixel).map(({ words, colour, x, y }) =>
    Plot.text([words], { x, y, dx: 8, textAnchor: "start", fill: colour }),
  );
}
