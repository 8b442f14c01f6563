import {
  type FigureDrawing,
  type FigureScene,
  type FigureSceneOptions,
  figureLayers,
  figureScene,
} from "@openlymph/figure";
import { expose } from "comlink";

export interface DrawnFigure {
  readonly scene: FigureScene;
  readonly layers: readonly { readonly id: string; readonly svg: string }[];
}

export interface FigureWorker {
  draw(options: FigureSceneOptions, drawing: FigureDrawing): DrawnFigure;
}

const worker: FigureWorker = {
  draw(options, drawing) {
    const scene = figureScene(options);
    return { scene, layers: figureLayers(scene, drawing) };
  },
};

expose(worker);
