import type { Strand } from "@openlymph/figure";
import type { Frame } from "./frame.ts";
import type { Particles } from "./particles.ts";

/** Colours of the moving lymph. */
export interface LymphInk {
  readonly dot: string;
  readonly rim: string;
  /** How much wider than usual small dots are drawn at most: on a light ground they stand out less. */
  readonly wide: number;
}

/** What a picture of the dots is made of. */
export interface DotPicture {
  readonly frame: Frame;
  /** How many of the dots are drawn, and how much smaller they are than where the whole body is seen. */
  readonly count: number;
  readonly size: number;
  /** Flow over healthy flow of every strand. */
  readonly flow: Float32Array;
  /** s, for the waves. */
  readonly age: number;
  readonly ink: LymphInk;
}

/** Draws dots on one canvas. */
export interface DotPainter {
  /** Takes up the strands where they lie now; their number and order stay. Once before the first picture. */
  lay(strands: readonly Strand[]): void;
  paint(picture: DotPicture): void;
  dispose(): void;
}

/** `undefined` where the browser cannot draw so. */
export type MakeDotPainter = (canvas: HTMLCanvasElement, particles: Particles) => DotPainter | undefined;
