import { escapeXml, type Pen } from "../drawing/drawing.ts";
import { pictureFont } from "./strip.ts";
import { strokeDocument, strokeOverlay, strokeSheet } from "./stroke-panel.ts";
import {
  pictureSize,
  type StrokeDrawing,
  type StrokePicture,
  type StrokeStep,
  strokeSteps,
  tellingPhase,
} from "./stroke-picture.ts";

const { width, body } = pictureSize;
const gap = 16;
const head = 80;
const caption = 96;
const lineLength = 44;

/** Phase of each moment of the storyboard. */
function phaseOf(step: StrokeStep, picture: StrokePicture): number {
  const { workingShare } = picture;
  return { place: 0, stretch: tellingPhase(picture), release: workingShare + 0.65 * (1 - workingShare) }[step];
}

/** A sentence in lines of at most so many characters; a longer word stands alone. */
function lines(text: string, most: number): readonly string[] {
  const out: string[] = [];
  for (const word of text.split(" ")) {
    const last = out.at(-1);
    if (last !== undefined && last.length + word.length < most) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  return out;
}

function captionOf(step: StrokeStep, n: number, { words }: StrokePicture, { colour }: Pen): string {
  const { head: name, text } = words.steps[step];
  const rows = lines(text, lineLength).map((row, at) => `<tspan x="36" y="${48 + 19 * at}">${escapeXml(row)}</tspan>`);
  return (
    `<g transform="translate(0 ${body})" ${pictureFont} fill="${colour.ink}"><circle cx="15" cy="24" r="11" fill="${colour.accent}"/>` +
    `<text x="15" y="29" font-size="14" font-weight="700" text-anchor="middle" fill="${colour.paper}">${n + 1}</text>` +
    `<text x="36" y="29" font-size="15" font-weight="700">${escapeXml(name)}</text><text font-size="14">${rows.join("")}</text></g>`
  );
}

/**
 * A stroke as a storyboard of three moments: place, stretch, release; for paper and for people who want less motion.
 *
 * @param layout `row` (1144 × 446) for a wide page, `column` (392 × 1178) for a phone; default `row`.
 *
 * Raises `reference/unknown` for a stroke without a drawing.
 */
export function strokeStill(
  picture: StrokePicture,
  drawing: StrokeDrawing & { readonly layout?: "row" | "column" },
): string {
  const sheet = strokeSheet(picture, drawing);
  const { pen, ground, frame } = sheet;
  const { words } = picture;
  const column = drawing.layout === "column";
  const [across, down] = column ? [0, body + caption] : [width + gap, 0];
  const panels = strokeSteps.map((step, n) => {
    const under = n === 0 ? ground : `<use href="#${pen.id("ground")}"/>`;
    const overlay = strokeOverlay(sheet, phaseOf(step, picture));
    return (
      `<g transform="translate(${gap + n * across} ${head + n * down})"><g clip-path="url(#${frame})">${under}${overlay}</g>` +
      `${captionOf(step, n, picture, pen)}</g>`
    );
  });
  const size = [2 * gap + width + 2 * across, head + body + caption + 2 * down] as const;
  const facts = [words.working, words.resting, words.pressure].filter((text) => text !== "").join(" · ");
  const { ink, muted } = pen.colour;
  const marks = column
    ? `x="${gap}" y="68" font-size="12.5"`
    : `x="${size[0] - gap}" y="28" font-size="13" text-anchor="end"`;
  const title =
    `<g ${pictureFont} fill="${ink}"><text x="${gap}" y="28" font-size="19" font-weight="700">${escapeXml(words.title)}</text>` +
    `<text x="${gap}" y="50" font-size="14">${escapeXml(facts)}</text>` +
    `<text ${marks} fill="${muted}">${escapeXml(words.marks)}</text></g>`;
  return strokeDocument(sheet, size, title + panels.join(""));
}
