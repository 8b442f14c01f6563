/** Drawn bodies beside each other, each with a heading above it and words below. */
import { escapeHtml } from "../report/html.ts";
import { palette } from "./palette.ts";
import type { Panel } from "./panel.ts";

export interface BodyPicture {
  readonly heading: string;
  readonly words: string;
  /** A whole SVG document with a `viewBox`. */
  readonly svg: string;
}

const above = 40;
const below = 34;

export function bodyRow(width: number, height: number, pictures: readonly BodyPicture[]): Panel {
  const step = width / Math.max(1, pictures.length);
  const columns = pictures.map(({ heading, words, svg }, n) => {
    const middle = (n + 0.5) * step;
    const text = (y: number, look: string, line: string) =>
      `<text x="${middle}" y="${y}" text-anchor="middle" ${look}>${escapeHtml(line)}</text>`;
    return (
      text(22, `font-size="15" font-weight="600" fill="${palette.ink}"`, heading) +
      svg.replace("<svg ", `<svg x="${n * step}" y="${above}" width="${step}" height="${height}" `) +
      text(above + height + 20, `font-size="13" fill="${palette.muted}"`, words)
    );
  });
  const whole = above + height + below;
  return {
    width,
    height: whole + 12,
    svg: `<svg width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}">${columns.join("")}</svg>`,
  };
}
