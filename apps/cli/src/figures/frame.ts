/** The sheet a figure is drawn on: title, a sentence, a key, the panels below each other, and where it comes from. */
import { figureFont } from "../output/figure.ts";
import { wrapped } from "../output/page.ts";
import { escapeHtml } from "../report/html.ts";
import { palette } from "./palette.ts";
import type { Panel } from "./panel.ts";

export interface KeyItem {
  readonly words: string;
  readonly colour: string;
  readonly dash?: string | undefined;
  /** An open dot instead of a line. */
  readonly open?: boolean | undefined;
  /** A filled band of this opacity instead of a line. */
  readonly band?: number | undefined;
}

export interface Sheet {
  readonly title: string;
  /** Sentences under the title, each on a line of its own. */
  readonly about: readonly string[];
  readonly key: readonly KeyItem[];
  readonly panels: readonly Panel[];
  /** The last line: program and hash of the inputs. */
  readonly origin: string;
  /** What the curves show, in words for those who do not see them. */
  readonly description: string;
}

const edge = 28;
/** Mean width of a character over the size of the font; generous, so that nothing runs over the edge. */
const characterWidth = 0.49;

interface TextLook {
  readonly size: number;
  readonly colour: string;
  readonly weight?: number;
}

const titleLook: TextLook = { size: 20, colour: palette.ink, weight: 600 };
const aboutLook: TextLook = { size: 14, colour: palette.muted };
const keyLook: TextLook = { size: 14, colour: palette.ink };
const originLook: TextLook = { size: 12, colour: palette.muted };

function textSvg(words: string, x: number, y: number, { size, colour, weight = 400 }: TextLook): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escapeHtml(words)}</text>`;
}

function linesOf(words: string, width: number, { size }: TextLook): readonly string[] {
  return wrapped(words, Math.floor(width / (characterWidth * size))).split("\n");
}

function symbolSvg({ colour, dash = "", open = false, band }: KeyItem, x: number, y: number): string {
  if (open)
    return `<circle cx="${x + 14}" cy="${y + 9}" r="4" fill="${palette.paper}" stroke="${colour}" stroke-width="2"/>`;
  if (band !== undefined)
    return `<rect x="${x}" y="${y + 3}" width="28" height="12" fill="${colour}" fill-opacity="${band}"/>`;
  return `<path d="M${x},${y + 9}h28" stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dash}"/>`;
}

/** The key in rows that fit the width, and its height. */
function keySvg(
  items: readonly KeyItem[],
  top: number,
  width: number,
): { readonly svg: string; readonly height: number } {
  if (items.length === 0) return { svg: "", height: 0 };
  const row = 22;
  let [x, y, svg] = [edge, top, ""];
  for (const item of items) {
    const { words } = item;
    const long = 36 + words.length * characterWidth * keyLook.size;
    if (x > edge && x + long > width - edge) [x, y] = [edge, y + row];
    svg += symbolSvg(item, x, y);
    svg += textSvg(words, x + 36, y + 14, keyLook);
    x += Math.round(long + 24);
  }
  return { svg, height: y + row + 14 - top };
}

/** The whole figure as an SVG document. The same contents give the same bytes. */
export function sheetSvg(sheet: Sheet): string {
  const width = Math.max(...sheet.panels.map((panel) => panel.width)) + 2 * edge;
  const parts: string[] = [];
  let y = edge;
  const addLines = (words: string, look: TextLook): void => {
    for (const line of linesOf(words, width - 2 * edge, look)) {
      parts.push(textSvg(line, edge, y + look.size, look));
      y += Math.round(1.4 * look.size);
    }
  };
  addLines(sheet.title, titleLook);
  for (const sentence of sheet.about) addLines(sentence, aboutLook);
  y += 10;
  const key = keySvg(sheet.key, y, width);
  parts.push(key.svg);
  y += key.height;
  for (const panel of sheet.panels) {
    parts.push(panel.svg.replace("<svg", `<svg x="${edge}" y="${y}"`));
    y += panel.height;
  }
  y += 8;
  addLines(sheet.origin, originLook);
  const height = Math.ceil(y + edge / 2);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ` +
    `aria-labelledby="title description" font-family="'${figureFont}', system-ui, sans-serif" color="${palette.ink}">` +
    `<title id="title">${escapeHtml(sheet.title)}</title><desc id="description">${escapeHtml(sheet.description)}</desc>` +
    `<rect width="${width}" height="${height}" fill="${palette.paper}"/>${parts.join("")}</svg>`
  );
}
