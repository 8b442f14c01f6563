import {
  type FigureDrawing,
  type FigureScene,
  type FigureSceneOptions,
  figureLayers,
  figureScene,
  palette,
  type StrokeGlyph,
  strokeGlyph,
} from "@openlymph/figure";
import { expose } from "comlink";

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
}

const worker: FigureWorker = {
  draw(options, drawing) {
    const scene = figureScene(options);
    const { trunk, halo } = palette[drawing.theme ?? "light"].colours;
    return { scene, layers: figureLayers(scene, drawing), ink: { trunk, halo } };
  },
  glyph: strokeGlyph,
};

expose(worker);
