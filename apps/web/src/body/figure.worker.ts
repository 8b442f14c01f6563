import {
  type FigureDrawing,
  type FigureScene,
  type FigureSceneOptions,
  figureLayers,
  figureScene,
  type InsetScene,
  insetScene,
  insetSvg,
  joinedCollectors,
  palette,
  type StrokeGlyph,
  type StrokePictureWords,
  soleSvg,
  strokeGlyph,
  strokeMoving,
  strokeStill,
  type Theme,
} from "@openlymph/figure";
import { expose, transfer } from "comlink";
import type { ToldStroke } from "../run/told-stroke.ts";
import { soleSide } from "./inset-names.ts";
import type { PictureSize } from "./picture-parts.ts";
import { motionThrough } from "./stroke-motion.ts";
import { paintSvg } from "./svg-paint.ts";

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

export interface DrawnInset extends Pick<InsetScene, "window" | "nodes"> {
  readonly svg: string;
}

export interface FigureWorker {
  draw(options: FigureSceneOptions, drawing: FigureDrawing): DrawnFigure;
  /** Layers of a drawing, defs first, as pixels. Fails where this browser cannot paint so. */
  paint(layers: readonly string[], size: PictureSize): ImageBitmap;
  /** One of the enlarged places; `window` is where it lies on the front. */
  inset(id: string, drawing: FigureDrawing): DrawnInset;
  /** The drawn collector into which another one runs, by id. */
  joined(): Readonly<Record<string, string>>;
  glyph(stroke: string): StrokeGlyph | undefined;
  /** The moving picture of a stroke, or its three moments one below the other, as an SVG. */
  stroke(moving: ToldStroke["moving"], words: StrokePictureWords, theme: Theme, still: boolean): string;
}

/** Where the feet lie on the front. */
const footWindow = { L: [14, 900, 96, 1004], R: [-96, 900, -14, 1004] } as const;

const worker: FigureWorker = {
  draw(options, drawing) {
    const scene = figureScene(options);
    const { trunk, halo } = palette[drawing.theme ?? "light"].colours;
    return { scene, layers: figureLayers(scene, drawing), ink: { trunk, halo } };
  },
  paint(layers, { frame, width, height }) {
    const canvas = new OffscreenCanvas(width, height);
    paintSvg(layers, frame, canvas);
    const picture = canvas.transferToImageBitmap();
    return transfer(picture, [picture]);
  },
  inset(id, drawing) {
    const sole = soleSide(id);
    if (sole !== undefined) return { svg: soleSvg(sole, drawing), window: footWindow[sole], nodes: [] };
    const scene = insetScene(id);
    return { svg: insetSvg(scene, drawing), window: scene.window, nodes: scene.nodes };
  },
  joined: () => joinedCollectors,
  glyph: strokeGlyph,
  stroke({ moments, ...moving }, words, theme, still) {
    const picture = { ...moving, words, motion: motionThrough(moments) };
    return still ? strokeStill(picture, { theme, layout: "column" }) : strokeMoving(picture, { theme });
  },
};

expose(worker);

// What a first visit asks for: found while the page is still being fetched.
for (const view of ["front", "back"] as const) {
  figureScene({ view, build: "neutral", swelling: {}, precision: "interactive" });
}
