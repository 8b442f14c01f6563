import { runRecord } from "@openlymph/base";
import type { Measured, Series } from "@openlymph/measurement";
import { errorWords, occasionWords, protocolWords } from "../words/measure-words.ts";
import { plotPanel } from "./curve-plot.ts";
import { sheetSvg } from "./frame.ts";
import { limbPlot } from "./measure-plots.ts";
import { originWords } from "./origin.ts";

/** Both limbs of one measurement to scale. */
export function limbFigure(series: Series, found: Measured): string {
  const plot = limbPlot(series, found);
  return sheetSvg({
    title: series.title,
    about: [`${occasionWords(series, found.index)}. ${protocolWords(series)}`, plot.about, errorWords],
    key: plot.key,
    panels: [plotPanel(plot)],
    origin: originWords(runRecord("openlymph/limb-figure@1", { series, index: found.index })),
    description: plot.description,
  });
}
