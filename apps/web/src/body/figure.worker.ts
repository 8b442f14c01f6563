import {
  type FigureDrawing,
  type FigureScene,
  type FigureSceneOptions,
  figureLayers,
  figureScene,
  palette,
  type StrokeGlyph,
  type StrokePictureWords,
  strokeGlyph,
  strokeMoving,
  strokeStill,
  type Theme,
} from "@openlymph/figure";
import { expose } from "comlink";
import type { ToldStroke } from "../run/told-stroke.ts";
import { motionThrough } from "./stroke-motion.ts";

export interface DrawnFigure {
  readonly scene: FigureScene;
  readonly layers: readonly { readonly id: string; readonly svg: string }[];
  readonly ink: FigureInk;
}

/** Colours of the drawing that what moves on it takes up. */
export interface FigureInk {
  readonly trunk: string;
  readonly halo: string;
}

export interface FigureWorker {
  draw(options: FigureSceneOptions, drawing: FigureDrawing): DrawnFigure;
  glyph(stroke: string): StrokeGlyph | undefined;
  /** The moving picture of a stroke, or its three moments one below the other, as an SVG. */
  stroke(moving: ToldStroke["moving"], words: StrokePictureWords, theme: Theme, still: boolean): string;
}

const worker: FigureWorker = {
  draw(options, drawing) {
    const scene = figureScene(options);
    const { trunk, halo } = palette[drawing.theme ?? "light"].colours;
    return { scene, layers: figureLayers(scene, drawing), ink: { trunk, halo } };
  },
  glyph: strokeGlyph,
  stroke({ moments, ...moving }, words, theme, still) {
    const picture = { ...moving, words, motion: motionThrough(moments) };
    return still ? strokeStill(picture, { theme, layout: "column" }) : strokeMoving(picture, { theme });
  },
};

expose(worker);
