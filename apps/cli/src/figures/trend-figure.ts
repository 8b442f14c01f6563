import { runRecord } from "@openlymph/base";
import type { Series, Trend } from "@openlymph/measurement";
import { trendSentences } from "../present/trend.ts";
import { protocolWords } from "../words/measure-words.ts";
import { plotPanel } from "./curve-plot.ts";
import { sheetSvg } from "./frame.ts";
import { trendPlot } from "./measure-plots.ts";
import { originWords } from "./origin.ts";

/** A quantity over time; `lines`: thresholds in SI. */
export function trendFigure(series: Series, trend: Trend, lines: readonly number[] = []): string {
  const plot = trendPlot(series, trend, lines);
  return sheetSvg({
    title: series.title,
    about: [protocolWords(series), ...trendSentences(series, trend)],
    key: plot.key,
    panels: [plotPanel(plot)],
    origin: originWords(runRecord("openlymph/trend-figure@1", { series, of: trend.of, lines })),
    description: plot.description,
  });
}
