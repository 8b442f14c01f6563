import { type StrokeSceneData, strokeDrawings } from "./stroke-data.ts";
import type { HandMoment, StrokePicture } from "./stroke-picture.ts";

/** Where one hand of a picture works. */
export interface HandPlace {
  readonly x: number;
  readonly y: number;
  /** Way to the exit and where the fingers point, degrees. */
  readonly toward: number;
  readonly fingers: number;
  /** −1 for a left hand, which is drawn mirrored. */
  readonly mirror: 1 | -1;
  readonly lag: number;
}

function firstHand({ at, toward, fingers, left }: StrokeSceneData): HandPlace {
  return { x: at[0], y: at[1], toward, fingers, mirror: left === true ? -1 : 1, lag: 0 };
}

/** The hands of a stroke, the first one in front. */
export function handPlaces(place: StrokeSceneData, { lag }: StrokePicture): readonly HandPlace[] {
  const first = firstHand(place);
  const { second } = place;
  if (second === undefined) return [first];
  if (second !== "mirrored") {
    const { at, fingers, left } = second;
    return [first, { ...first, x: at[0], y: at[1], fingers, mirror: left ? -1 : 1, lag }];
  }
  const { x, toward, fingers, mirror } = first;
  const other = mirror === 1 ? -1 : 1;
  return [first, { ...first, x: -x, toward: 180 - toward, fingers: 180 - fingers, mirror: other, lag }];
}

const degrees = Math.PI / 180;

/** How far a hand has gone on the figure, units. `across` runs to the side of its thumb. */
export function shift({ toward, fingers, mirror }: HandPlace, { along, across }: HandMoment) {
  const thumb = (fingers - 90 * mirror) * degrees;
  const way = toward * degrees;
  const side = Math.cos(thumb) * -Math.sin(way) + Math.sin(thumb) * Math.cos(way) >= 0 ? 1 : -1;
  const width = strokeDrawings.handWidth;
  return {
    x: width * (along * Math.cos(way) - side * across * Math.sin(way)),
    y: width * (along * Math.sin(way) + side * across * Math.cos(way)),
  };
}

/** Everything that changes with the phase of one hand, ready to be written. */
export interface HandLook {
  /** SVG and CSS transform of the hand about its place: a few px, degrees, a factor. */
  readonly x: number;
  readonly y: number;
  readonly turn: number;
  readonly scale: number;
  /** Degrees of the thumb. */
  readonly thumb: number;
  /** How far the skin under the hand has gone. */
  readonly skinX: number;
  readonly skinY: number;
  readonly pressure: number;
  readonly lift: number;
  readonly rise: number;
}

/** How one hand looks at a phase of the stroke. */
export function handLook(place: StrokeSceneData, hand: HandPlace, picture: StrokePicture, phase: number): HandLook {
  const moment = picture.motion(phase - hand.lag);
  const end = picture.motion(picture.workingShare - 1e-9);
  const done = end.along > 0.01 ? Math.min(Math.max(moment.along / end.along, 0), 1.1) : moment.pressure;
  const { x, y } = shift(hand, moment);
  const [open, closed] = strokeDrawings.poses[place.pose].thumb;
  const risen = 3.2 * moment.rise;
  const outward = hand.x === 0 ? 0 : Math.sign(hand.x) * risen;
  return {
    x: x + outward,
    y: y - risen,
    turn: (place.swing ?? 0) * done * hand.mirror,
    scale: 1 + 0.05 * moment.lift - 0.03 * moment.pressure + 0.045 * moment.rise,
    thumb: open + (closed - open) * done,
    skinX: picture.skinMoves ? x : 0,
    skinY: picture.skinMoves ? y : 0,
    pressure: moment.pressure,
    lift: moment.lift,
    rise: moment.rise,
  };
}

/** The way of the hand in the working phase, as points on the figure. */
export function workingWay(hand: HandPlace, { motion, workingShare }: StrokePicture): Float64Array {
  const steps = 14;
  const points = new Float64Array(2 * (steps + 1));
  for (let n = 0; n <= steps; n++) {
    const { x, y } = shift(hand, motion((workingShare - 1e-9) * (n / steps)));
    points[2 * n] = hand.x + x;
    points[2 * n + 1] = hand.y + y;
  }
  return points;
}
