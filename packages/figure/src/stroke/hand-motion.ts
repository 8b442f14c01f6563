/**
 * What moves in a picture of a stroke, as attributes: for one moment, or with classes whose keyframes run through a whole
 * stroke. The attributes of the moment stay below the keyframes, so that a picture that may not move still shows it.
 */
import { short } from "../outline/path.ts";
import type { HandLook } from "./hand-place.ts";

/** A part of the picture that moves. */
interface MovingPart {
  readonly attributes: (look: HandLook) => string;
  /** The same as CSS declarations. */
  readonly css: (look: HandLook) => string;
}

const px = (value: number): string => `${short(value)}px`;

/** Share of its own shade that the pressed skin always has. */
const pressShade = (pressure: number): string => short(0.1 + 0.9 * pressure);

/** The way is plain while the hand presses, and a hint of itself while it does not. */
const wayShade = ({ pressure }: HandLook): string => short(0.16 + 0.84 * Math.min(1, 3 * pressure));

export const movingParts = {
  hand: {
    attributes: ({ x, y, turn, scale }) =>
      `transform="translate(${short(x)} ${short(y)})rotate(${short(turn)})scale(${short(scale)})"`,
    css: ({ x, y, turn, scale }) =>
      `transform:translate(${px(x)},${px(y)}) rotate(${short(turn)}deg) scale(${short(scale)})`,
  },
  thumb: {
    attributes: ({ thumb }) => `transform="rotate(${short(thumb)})"`,
    css: ({ thumb }) => `transform:rotate(${short(thumb)}deg)`,
  },
  shadow: {
    attributes: ({ lift }) => `transform="translate(${short(1 + 5 * lift)} ${short(1.6 + 8 * lift)})"`,
    css: ({ lift }) => `transform:translate(${px(1 + 5 * lift)},${px(1.6 + 8 * lift)})`,
  },
  press: {
    attributes: ({ x, y, pressure }) =>
      `transform="translate(${short(x)} ${short(y)})" opacity="${pressShade(pressure)}"`,
    css: ({ x, y, pressure }) => `transform:translate(${px(x)},${px(y)});opacity:${pressShade(pressure)}`,
  },
  way: {
    attributes: (look) => `opacity="${wayShade(look)}"`,
    css: (look) => `opacity:${wayShade(look)}`,
  },
  belly: {
    attributes: ({ rise }) => `transform="scale(${short(0.8 + 0.2 * rise)})" opacity="${short(0.15 + 0.85 * rise)}"`,
    css: ({ rise }) => `transform:scale(${short(0.8 + 0.2 * rise)});opacity:${short(0.15 + 0.85 * rise)}`,
  },
} as const satisfies Readonly<Record<string, MovingPart>>;

export type PartName = keyof typeof movingParts;

/** Skin goes with the hand, less the farther away it lies; the property `--w` holds its share where it moves. */
export const skinPart = {
  attributes: ({ skinX, skinY }: HandLook, weight: number): string =>
    `transform="translate(${short(weight * skinX)} ${short(weight * skinY)})"`,
  css: ({ skinX, skinY }: HandLook): string =>
    `transform:translate(calc(var(--w)*${px(skinX)}),calc(var(--w)*${px(skinY)}))`,
} as const;

/** Moments of a stroke that its keyframes hold. */
const frames = 30;

/** A rule that runs an element through a whole stroke; none where nothing changes. */
export function keyframes(name: string, cycle: number, at: (phase: number) => string): string | undefined {
  const looks = Array.from({ length: frames + 1 }, (_, n) => at(n / frames));
  if (looks.every((look) => look === looks[0])) return undefined;
  const steps = looks.map((look, n) => `${short((100 * n) / frames)}%{${look}}`);
  return `.${name}{animation:${name} ${short(cycle)}s linear infinite}@keyframes ${name}{${steps.join("")}}`;
}
