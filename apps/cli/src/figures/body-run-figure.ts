/** A run of the body: the body at a few moments, excess and lymph flow over time. */
import { type BodyRun, teachingModelLabel } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { changedParts } from "../present/body-course.ts";
import { noSwellingWords } from "../present/body-run.ts";
import { originWords as timeOriginWords } from "../words/history-words.ts";
import { bodyRow } from "./body-row.ts";
import { runBodies } from "./body-run-bodies.ts";
import { excessPlot, flowPlot } from "./body-run-plots.ts";
import { plotPanel, plotsDescription } from "./curve-plot.ts";
import { bodyKey } from "./drawn-body.ts";
import { sheetSvg } from "./frame.ts";
import { changedWords, originWords } from "./origin.ts";

const width = 904;
const bodyHeight = 400;

/** Draws a run; `settings` are those it was changed by, as they were written. The same run gives the same bytes. */
export function bodyRunFigure(history: History, run: BodyRun, settings: readonly string[] = []): string {
  const plots = [excessPlot(history, run), flowPlot(history, run)];
  return sheetSvg({
    title: `Whole body: ${history.title}`,
    about: [
      `${teachingModelLabel}. ${timeOriginWords(history, run.origin)}`,
      ...run.warnings,
      ...(changedParts(run).length === 0 ? [noSwellingWords] : []),
      ...changedWords(settings),
      "The body is seen from the front: the person's left is on the right. Thicker vessels carry more than in health.",
    ],
    key: [...plots.slice(0, 1).flatMap(({ key }) => key), ...bodyKey(run.removed)],
    panels: [bodyRow(width, bodyHeight, runBodies(history, run)), ...plots.map((plot) => plotPanel(plot, width))],
    origin: originWords(run.record),
    description: plotsDescription(plots),
  });
}
