import type { Theme } from "../data/schema.ts";

/** One hand at one moment: hand widths toward the exit and the thumb, shares of peak pressure, lifting and breath. */
export interface HandMoment {
  readonly along: number;
  readonly across: number;
  readonly pressure: number;
  readonly lift: number;
  readonly rise: number;
}

/** What is drawn of a stroke. How it moves comes from whoever knows the technique; this package knows only how it looks. */
export interface StrokePicture {
  /** Id of the stroke: says where on the body it is shown and how the hand is held. */
  readonly id: string;
  /** A hand at a phase of the stroke, 0 to 1; the same again at every whole number. */
  readonly motion: (phase: number) => HandMoment;
  /** Share of the stroke in which the hand works. */
  readonly workingShare: number;
  /** s from one stroke to the next. */
  readonly cycle: number;
  /** Phase by which the second hand lags behind; 0 where both work at once. */
  readonly lag: number;
  /** Whether the skin goes with the hand. */
  readonly skinMoves: boolean;
  /** Hand widths to the next place. */
  readonly advance: number;
  readonly words: StrokePictureWords;
}

/** The moments of a storyboard. */
export const strokeSteps = ["place", "stretch", "release"] as const;
export type StrokeStep = (typeof strokeSteps)[number];

/** Everything that is written in a picture. */
export interface StrokePictureWords {
  readonly title: string;
  /** What is seen, for a screen reader. */
  readonly description: string;
  /** Who may do it, and that it is a draft. */
  readonly marks: string;
  readonly working: string;
  readonly resting: string;
  /** `20 to 40 mmHg`; empty without pressure. */
  readonly pressure: string;
  /** Head and sentence of the three moments. */
  readonly steps: Readonly<Record<StrokeStep, { readonly head: string; readonly text: string }>>;
}

export interface StrokeDrawing {
  readonly theme: Theme;
  /** Start of every id in the SVG; give each picture of a page its own. Letters, digits, `-`, `_`. Default `stroke`. */
  readonly prefix?: string;
}

/** Size of one picture, px: the body and the strip below it. */
export const pictureSize = { width: 360, body: 270, strip: 74 } as const;

/** The moment at which a still picture says most: late in the working phase, before the pressure goes. */
export const tellingPhase = ({ workingShare }: StrokePicture): number => 0.78 * workingShare;
