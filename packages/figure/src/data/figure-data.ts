import json from "../../data/figure.json" with { type: "json" };
import type { FigureData, PaletteData, Theme } from "./schema.ts";

/** The figure's data, as stored in `data/figure.json`. */
export const figureData: FigureData = json as unknown as FigureData;

/** Colours of the figure for the light and the dark theme, with their measured contrast ratios. */
export const palette: Readonly<Record<Theme, PaletteData>> = figureData.palette;
