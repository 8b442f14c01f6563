/** One picture of the body with the hands on it: the body once, and over it what moves. */
import { raise } from "@openlymph/base";
import { escapeXml, type Pen, penOf } from "../drawing/drawing.ts";
import { short } from "../outline/path.ts";
import { closeUp } from "./close-up.ts";
import { keyframes, movingParts, skinPart } from "./hand-motion.ts";
import { type HandLook, handLook, handPlaces } from "./hand-place.ts";
import { type StrokeSceneData, strokeDrawings } from "./stroke-data.ts";
import { bellyLayer, type DrawnHand, handLayer, nextLayer, pressLayer, skinLayer, wayLayer } from "./stroke-layers.ts";
import { pictureSize, type StrokeDrawing, type StrokePicture } from "./stroke-picture.ts";

/** A picture under way: what is drawn, where, and with what. */
export interface StrokeSheet {
  readonly picture: StrokePicture;
  readonly place: StrokeSceneData;
  readonly pen: Pen;
  /** The body in its frame, to be drawn once; `stage` draws on it. */
  readonly ground: string;
  /** Scale and place of the figure inside the frame. */
  readonly stage: string;
  /** Clip path of the body, and of the frame. */
  readonly clip: string;
  readonly frame: string;
}

const { width, body } = pictureSize;

/**
 * Prepares the picture of a stroke.
 *
 * Raises `reference/unknown` for a stroke without a drawing.
 */
export function strokeSheet(picture: StrokePicture, { theme, prefix = "stroke" }: StrokeDrawing): StrokeSheet {
  const place = strokeDrawings.scenes[picture.id];
  if (place === undefined) {
    const expected = `one of ${Object.keys(strokeDrawings.scenes).join(", ")}`;
    return raise("reference/unknown", { path: "stroke", value: picture.id, expected });
  }
  const pen = penOf({ theme, prefix });
  const { box, svg, clip } = closeUp(place, width / body, { theme, prefix });
  const stage = `transform="scale(${short(width / box[2])})translate(${short(-box[0])} ${short(-box[1])})"`;
  const frame = pen.id("frame");
  const ground =
    `<clipPath id="${frame}"><rect width="${width}" height="${body}" rx="12"/></clipPath>` +
    `<g id="${pen.id("ground")}"><rect width="${width}" height="${body}" fill="${pen.colour.paper}"/><g ${stage}>${svg}</g></g>`;
  return { picture, place, pen, ground, stage, clip, frame };
}

const classless = (): string => "";

/**
 * What lies on the body at a phase.
 *
 * @param classOf class attribute of a part of the nth hand; none in a picture that stands still.
 */
export function strokeOverlay(
  { picture, place, pen, stage, clip }: StrokeSheet,
  phase: number,
  classOf: (part: string, hand: number) => string = classless,
): string {
  const hands = handPlaces(place, picture);
  const drawn = hands.map(
    (hand, n): DrawnHand => ({
      hand,
      look: handLook(place, hand, picture, phase),
      classOf: (part) => classOf(part, n),
    }),
  );
  const back = [...drawn].reverse();
  const breathing = picture.motion(workDone(picture)).rise > 0;
  const skin = picture.skinMoves ? back.map((one) => skinLayer(one, pen)) : [];
  const under = breathing
    ? drawn.slice(0, 1).map((one) => bellyLayer(one, place, pen))
    : back.map((one) => pressLayer(place, one, pen));
  const next = hands.slice(0, 1).map((hand) => nextLayer(place, hand, picture, pen));
  const above = [...back.map((one) => handLayer(place, one, pen)), ...drawn.map((one) => wayLayer(one, picture, pen))];
  return `<g ${stage}><g clip-path="url(#${clip})">${[...skin, ...under, ...next].join("")}</g>${above.join("")}</g>`;
}

/** Just before the resting phase begins. */
const workDone = ({ workingShare }: StrokePicture): number => workingShare - 1e-9;

/**
 * The rules that move the overlay through a whole stroke; a part that stays as it is has none.
 *
 * @param nameOf class of a part of the nth hand.
 */
export function overlayRules(
  { picture, place }: StrokeSheet,
  nameOf: (part: string, hand: number) => string,
): readonly string[] {
  const parts = [...Object.entries(movingParts).map(([part, { css }]) => [part, css] as const), skinRule];
  return handPlaces(place, picture).flatMap((hand, n) =>
    parts.flatMap(([part, css]) => {
      const at = (phase: number): string => css(handLook(place, hand, picture, phase));
      return keyframes(nameOf(part, n), picture.cycle, at) ?? [];
    }),
  );
}

const skinRule: readonly [string, (look: HandLook) => string] = ["skin", skinPart.css];

/** A whole SVG of a size in px, with its name and description. */
export function strokeDocument(
  { picture: { words }, pen }: StrokeSheet,
  [w, h]: readonly [number, number],
  content: string,
): string {
  const { id, colour } = pen;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img" ` +
    `aria-labelledby="${id("title")} ${id("desc")}"><title id="${id("title")}">${escapeXml(words.title)}</title>` +
    `<desc id="${id("desc")}">${escapeXml(words.description)}</desc>` +
    `<rect width="${w}" height="${h}" rx="12" fill="${colour.paper}"/>${content}</svg>`
  );
}
