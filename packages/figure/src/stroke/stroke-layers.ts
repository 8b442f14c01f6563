/** The moving layers of a picture: skin, pressure, hands, the way, the exit. */
import type { Pen } from "../drawing/drawing.ts";
import { curvePath, short } from "../outline/path.ts";
import { handDrawing } from "./hand-drawing.ts";
import { movingParts, type PartName, skinPart } from "./hand-motion.ts";
import { type HandLook, type HandPlace, shift, workingWay } from "./hand-place.ts";
import { handShape } from "./hand-shape.ts";
import { skinMarks } from "./skin-marks.ts";
import { type StrokeSceneData, strokeDrawings } from "./stroke-data.ts";
import type { StrokePicture } from "./stroke-picture.ts";

/** One hand to draw: where, how it looks now, and the class of a part where the picture moves. */
export interface DrawnHand {
  readonly hand: HandPlace;
  readonly look: HandLook;
  readonly classOf: (part: PartName | "skin") => string;
}

const at = (x: number, y: number): string => `transform="translate(${short(x)} ${short(y)})"`;

const moved = ({ look, classOf }: DrawnHand, part: PartName): string =>
  `${classOf(part)}${movingParts[part].attributes(look)}`;

/** Dots on the skin that go with the hand. */
export function skinLayer(drawn: DrawnHand, pen: Pen): string {
  const { hand, look, classOf } = drawn;
  const moving = classOf("skin");
  const groups = skinMarks.map(({ weight, d }) => {
    const share = weight === 0 || moving === "" ? "" : `${moving}style="--w:${short(weight)}" `;
    return `<path d="${d}" ${share}${skinPart.attributes(look, weight)}/>`;
  });
  return (
    `<g ${at(hand.x, hand.y)} fill="none" stroke="${pen.colour.hint}" stroke-width="2" stroke-linecap="round" ` +
    `opacity=".62">${groups.join("")}</g>`
  );
}

/** The skin darkens around a pressing hand. */
export function pressLayer(place: StrokeSceneData, drawn: DrawnHand, pen: Pen): string {
  const { hand } = drawn;
  const [, , rx, ry] = strokeDrawings.poses[place.pose].contact;
  const rings = [7, 5, 3, 1].map(
    (wider) => `<ellipse rx="${short(rx + wider)}" ry="${short(ry + wider)}" opacity=".15"/>`,
  );
  return (
    `<g ${at(hand.x, hand.y)}><g ${moved(drawn, "press")}><g transform="rotate(${short(hand.fingers)})" ` +
    `fill="${pen.colour.shade}">${rings.join("")}</g></g></g>`
  );
}

/** A hand with its shadow. */
export function handLayer(place: StrokeSceneData, drawn: DrawnHand, pen: Pen): string {
  const { hand } = drawn;
  const pose = strokeDrawings.poses[place.pose];
  const shape = handShape(pose, place.wrist ?? 0);
  const [x, y] = pose.contact;
  const held = `transform="rotate(${short(hand.fingers)})scale(1 ${hand.mirror})translate(${short(-x)} ${short(-y)})"`;
  return (
    `<g ${at(hand.x, hand.y)}><g ${moved(drawn, "hand")}>` +
    `<g ${moved(drawn, "shadow")}><path ${held} d="${shape.silhouette}" fill="${pen.dark ? "#000" : pen.colour.shade}" opacity=".3"/></g>` +
    `<g ${held}>${handDrawing(shape, pen, moved(drawn, "thumb"))}</g></g></g>`
  );
}

/** The belly as it rises in breathing: soft rings below the hands. */
export function bellyLayer({ hand, look, classOf }: DrawnHand, place: StrokeSceneData, pen: Pen): string {
  const rings = [
    [66, 52],
    [52, 40],
    [37, 28],
  ].map(([rx, ry]) => `<ellipse rx="${rx}" ry="${ry}"/>`);
  const { light, accent } = pen.colour;
  return (
    `<g ${at(place.middle[0], hand.y + 40)}><g ${classOf("belly")}${movingParts.belly.attributes(look)} fill="${light}" ` +
    `fill-opacity="${pen.dark ? 0.09 : 0.3}" stroke="${accent}" stroke-opacity=".5" stroke-width="1.1">${rings.join("")}</g></g>`
  );
}

/** Where the hand goes next: the outline of its contact, dashed. */
export function nextLayer(
  place: StrokeSceneData,
  hand: HandPlace,
  { advance, motion }: StrokePicture,
  pen: Pen,
): string {
  if (advance === 0) return "";
  const [, , rx, ry] = strokeDrawings.poses[place.pose].contact;
  const { x, y } = shift(hand, { ...motion(0), along: advance, across: 0 });
  return (
    `<ellipse rx="${rx}" ry="${ry}" transform="translate(${short(hand.x + x)} ${short(hand.y + y)})rotate(${short(hand.fingers)})" ` +
    `fill="none" stroke="${pen.colour.accent}" stroke-width="1.3" stroke-dasharray="4 3.4" opacity=".8"/>`
  );
}

/** Least length a way is drawn at where the skin goes along, units: a stretch of a centimetre or two is hard to see. */
const shownWay = 38;
/** The same for a way that comes back to its beginning. */
const shownRound = 56;

/** A head for the end of a line, along its last piece. */
function arrowHead(points: Float64Array, size: number): string {
  const [x, y] = [points.at(-2)!, points.at(-1)!];
  const angle = Math.atan2(y - points.at(-5)!, x - points.at(-6)!);
  const tip = (along: number, across: number): string => {
    const px = x + along * Math.cos(angle) - across * Math.sin(angle);
    const py = y + along * Math.sin(angle) + across * Math.cos(angle);
    return `${short(px, 1)} ${short(py, 1)}`;
  };
  return `M${tip(-size, -0.75 * size)}L${tip(0.2 * size, 0)}L${tip(-size, 0.75 * size)}`;
}

/** The way of the working hand on top of it, drawn larger where it is short. */
export function wayLayer(one: DrawnHand, picture: StrokePicture, pen: Pen): string {
  const { hand } = one;
  const way = workingWay(hand, picture);
  const n = way.length / 2;
  let length = 0;
  for (let i = 1; i < n; i++) length += Math.hypot(way[2 * i]! - way[2 * i - 2]!, way[2 * i + 1]! - way[2 * i - 1]!);
  if (length < 1) return "";
  const round = Math.hypot(way.at(-2)! - hand.x, way.at(-1)! - hand.y) < 1;
  const grow = picture.skinMoves ? Math.max(1, (round ? shownRound : shownWay) / length) : 1;
  const drawn = way.map((value, i) => {
    const from = i % 2 === 0 ? hand.x : hand.y;
    return from + (value - from) * grow;
  });
  const d = `${curvePath(drawn)}${arrowHead(drawn, 6)}`;
  const { halo, accent } = pen.colour;
  return (
    `<g ${moved(one, "way")} fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="${d}" stroke="${halo}" stroke-width="5.4" opacity=".85"/>` +
    `<path d="${d}" stroke="${accent}" stroke-width="2.6"/></g>`
  );
}
