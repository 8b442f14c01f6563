import { short } from "../outline/path.ts";
import { keyframes } from "./hand-motion.ts";
import { stripLayer } from "./strip.ts";
import { overlayRules, strokeDocument, strokeOverlay, strokeSheet } from "./stroke-panel.ts";
import { pictureSize, type StrokeDrawing, type StrokePicture, tellingPhase } from "./stroke-picture.ts";

const size = [pictureSize.width, pictureSize.body + pictureSize.strip] as const;

/**
 * One moment of a stroke as a whole SVG of 360 × 344: the body close up, the hands on it, and below it the dial of the
 * phases with times and pressure.
 *
 * @param phase 0 is the beginning of the working phase, 1 that of the next stroke; any number.
 *
 * Raises `reference/unknown` for a stroke without a drawing.
 */
export function strokeFrame(picture: StrokePicture, phase: number, drawing: StrokeDrawing): string {
  const sheet = strokeSheet(picture, drawing);
  const body = `<g clip-path="url(#${sheet.frame})">${sheet.ground}${strokeOverlay(sheet, phase)}</g>`;
  return strokeDocument(sheet, size, body + stripLayer(picture, phase, sheet.pen));
}

/**
 * A stroke as a moving picture of 360 × 344: one self-contained SVG without script, which runs for ever at the stroke's own
 * pace. Where less motion is wished for it stands still at the stretch.
 *
 * Raises `reference/unknown` for a stroke without a drawing.
 */
export function strokeMoving(picture: StrokePicture, drawing: StrokeDrawing): string {
  const sheet = strokeSheet(picture, drawing);
  const { id } = sheet.pen;
  const { cycle, workingShare } = picture;
  const nameOf = (part: string, hand: number): string => id(`${part}${hand}`);
  const classOf = (part: string): string => `class="${id(part)}" `;
  const bold = (phase: number, during: boolean): string => `font-weight:${phase < workingShare === during ? 700 : 400}`;
  const rules = [
    ...overlayRules(sheet, nameOf),
    keyframes(id("needle"), cycle, (phase) => `transform:rotate(${short(360 * phase)}deg)`),
    keyframes(id("working"), cycle, (phase) => bold(phase, true)),
    keyframes(id("resting"), cycle, (phase) => bold(phase, false)),
  ];
  const at = tellingPhase(picture);
  const overlay = strokeOverlay(sheet, at, (part, hand) => classOf(`${part}${hand}`));
  return strokeDocument(
    sheet,
    size,
    `<style>@media (prefers-reduced-motion:no-preference){${rules.join("")}}</style>` +
      `<g clip-path="url(#${sheet.frame})">${sheet.ground}${overlay}</g>${stripLayer(picture, at, sheet.pen, classOf)}`,
  );
}
