import type { Build, View } from "@openlymph/figure";

/** A window on the figure: x and y of its corner, width and height in units of 1/1000 body height. */
export type Frame = readonly [left: number, top: number, width: number, height: number];

/** The whole figure of each build, with room for hands and feet swollen as far as they can be drawn. */
export const wholeOf: Readonly<Record<Build, Frame>> = {
  neutral: [-278, -12, 556, 1030],
  male: [-292, -12, 584, 1032],
  female: [-262, -12, 524, 1028],
};

/** The whole figure of the build that is drawn where no other is asked for. */
export const wholeBody = wholeOf.neutral;

/** A window as an SVG attribute. */
export const boxOf = (frame: Frame): string => frame.map((value) => Number(value.toFixed(2))).join(" ");

/** How near a body is looked at: so many times as near as whole, around a point of its front view. */
export interface Look {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  /** What is seen as the whole. */
  readonly whole: Frame;
}

export const wholeLook = (whole: Frame): Look => ({ scale: 1, x: 0, y: whole[1] + whole[3] / 2, whole });
export const nearest = 8;

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** What is seen of a view. The back shows the same place from behind. */
export function frameOf({ scale, x, y, whole }: Look, view: View): Frame {
  const [left, top, width, height] = whole;
  const [w, h] = [width / scale, height / scale];
  const side = view === "front" ? x : -x;
  return [clamp(side - w / 2, left, left + width - w), clamp(y - h / 2, top, top + height - h), w, h];
}

/** A look whose window lies within the whole figure. */
function within({ scale, x, y, whole }: Look): Look {
  const near = clamp(scale, 1, nearest);
  const [left, top, w, h] = frameOf({ scale: near, x, y, whole }, "front");
  return { scale: near, x: left + w / 2, y: top + h / 2, whole };
}

/** Nearer by a factor; the point (front view) stays where it is on the screen. */
export function nearer(look: Look, factor: number, x = look.x, y = look.y): Look {
  const scale = clamp(look.scale * factor, 1, nearest);
  const still = look.scale / scale;
  return within({ ...look, scale, x: x + (look.x - x) * still, y: y + (look.y - y) * still });
}

/** The window moved by units of the figure (front view). */
export const moved = (look: Look, dx: number, dy: number): Look => within({ ...look, x: look.x + dx, y: look.y + dy });

/** A look at a part of the front view of a figure, with a little around it. */
export function lookAt([left, top, right, bottom]: readonly [number, number, number, number], whole: Frame): Look {
  const around = 1.35;
  const scale = Math.min(whole[2] / (right - left), whole[3] / (bottom - top)) / around;
  return within({ scale, x: (left + right) / 2, y: (top + bottom) / 2, whole });
}

/** How much smaller what moves is drawn in a window, so that it grows less than the body does. */
export const thinner = (frame: Frame): number => (frame[2] / wholeBody[2]) ** 0.5;
