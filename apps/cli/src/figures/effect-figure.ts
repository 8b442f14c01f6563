import { runRecord } from "@openlymph/base";
import type { Series, SessionEffect } from "@openlymph/measurement";
import { basisWords } from "../present/session-effect.ts";
import { effectLimits, effectSentences } from "../words/effect-words.ts";
import { plotPanel } from "./curve-plot.ts";
import { effectPlot } from "./effect-plots.ts";
import { sheetSvg } from "./frame.ts";
import { originWords } from "./origin.ts";

/** The effect of sessions over the hours after them. */
export function effectFigure(series: Series, effect: SessionEffect): string {
  const plot = effectPlot(series, effect);
  return sheetSvg({
    title: `How long the effect lasts: ${series.title}`,
    about: [basisWords(effect), ...effectSentences(effect), plot.about, effectLimits],
    key: plot.key,
    panels: [plotPanel(plot)],
    origin: originWords(runRecord("openlymph/effect-figure@1", { series, of: effect.of })),
    description: plot.description,
  });
}
