import type { View } from "@openlymph/figure";

/** A window on the figure: x and y of its corner, width and height in units of 1/1000 body height. */
export type Frame = readonly [left: number, top: number, width: number, height: number];

/** The whole figure: a little less wide than its own view box, with room for a swollen hand. */
export const wholeBody: Frame = [-250, -12, 500, 1022];

/** A window as an SVG attribute. */
export const boxOf = (frame: Frame): string => frame.map((value) => Number(value.toFixed(2))).join(" ");

/** How near a body is looked at: so many times as near as whole, around a point of its front view. */
export interface Look {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const wholeLook: Look = { scale: 1, x: 0, y: wholeBody[1] + wholeBody[3] / 2 };
export const nearest = 8;

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** What is seen of a view. The back shows the same place from behind. */
export function frameOf({ scale, x, y }: Look, view: View): Frame {
  const [left, top, width, height] = wholeBody;
  const [w, h] = [width / scale, height / scale];
  const side = view === "front" ? x : -x;
  return [clamp(side - w / 2, left, left + width - w), clamp(y - h / 2, top, top + height - h), w, h];
}

/** A look whose window lies within the whole figure. */
function within({ scale, x, y }: Look): Look {
  const near = clamp(scale, 1, nearest);
  const [left, top, w, h] = frameOf({ scale: near, x, y }, "front");
  return { scale: near, x: left + w / 2, y: top + h / 2 };
}

/** Nearer by a factor; the point (front view) stays where it is on the screen. */
export function nearer(look: Look, factor: number, x = look.x, y = look.y): Look {
  const scale = clamp(look.scale * factor, 1, nearest);
  const still = look.scale / scale;
  return within({ scale, x: x + (look.x - x) * still, y: y + (look.y - y) * still });
}

/** The window moved by units of the figure (front view). */
export const moved = (look: Look, dx: number, dy: number): Look => within({ ...look, x: look.x + dx, y: look.y + dy });

/** A look at a part of the front view, with a little around it. */
export function lookAt([left, top, right, bottom]: readonly [number, number, number, number]): Look {
  const around = 1.35;
  const scale = Math.min(wholeBody[2] / (right - left), wholeBody[3] / (bottom - top)) / around;
  return within({ scale, x: (left + right) / 2, y: (top + bottom) / 2 });
}

/** How much smaller what moves is drawn in a window, so that it grows less than the body does. */
export const thinner = (frame: Frame): number => (frame[2] / wholeBody[2]) ** 0.5;
