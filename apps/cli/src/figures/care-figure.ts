/** A course of care: the limb over the weeks, what hangs on what nobody has measured, and one session. */
import type { CourseRun } from "@openlymph/rehearsal";
import { courseSentence } from "../present/course.ts";
import { sessionPlot, unknownPlot, weeksPlot } from "./course-plots.ts";
import { plotPanel, plotsDescription } from "./curve-plot.ts";
import { sheetSvg } from "./frame.ts";
import { changedWords, originWords } from "./origin.ts";

/** Draws a course; `settings` are those the run was changed by, as they were written. */
export function careFigure(run: CourseRun, settings: readonly string[] = []): string {
  const weeks = weeksPlot(run);
  const session = sessionPlot(run);
  const plots = [
    weeks,
    ...run.unknowns.map((spread) => unknownPlot(run, spread)),
    ...(session === undefined ? [] : [session]),
  ];
  return sheetSvg({
    title: `Course of care: ${run.historyTitle}`,
    about: [
      `${run.label}.`,
      ...run.stops,
      courseSentence(run),
      "A shaded range is what nobody has measured, not what people differ by.",
      ...changedWords(settings),
    ],
    key: weeks.key,
    panels: plots.map((plot) => plotPanel(plot)),
    origin: originWords(run.record),
    description: plotsDescription(plots),
  });
}
