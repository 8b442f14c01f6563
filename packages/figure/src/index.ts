export { type LimbPart, limbParts, type Swelling, swellingRange } from "./body/swelling.ts";
export { palette } from "./data/figure-data.ts";
export type { Build, ColourToken, PaletteData, Theme, View } from "./data/schema.ts";
export { type FigureDrawing, figureLayers, figureSvg } from "./drawing/figure-svg.ts";
export { type InsetScene, insetIds, insetScene, insetSvg } from "./drawing/inset.ts";
export { soleSvg } from "./drawing/sole.ts";
export { type StrokeGlyph, strokeGlyph } from "./drawing/stroke-glyph.ts";
export type { TracerDrawing } from "./drawing/tracer.ts";
export { figureScene } from "./scene/figure-scene.ts";
export { joinedCollector, joinedCollectors } from "./scene/joined-collector.ts";
export type {
  EllipseShape,
  FigureScene,
  FigureSceneOptions,
  NodeShape,
  RegionPlace,
  Strand,
  TerritoryShape,
} from "./scene/scene.ts";
export { pointAlong } from "./scene/strand.ts";
export { strokeFrame, strokeMoving } from "./stroke/stroke-frame.ts";
export {
  type HandMoment,
  type StrokeDrawing,
  type StrokePicture,
  type StrokePictureWords,
  type StrokeStep,
  strokeSteps,
  tellingPhase,
} from "./stroke/stroke-picture.ts";
export { strokeStill } from "./stroke/stroke-still.ts";
