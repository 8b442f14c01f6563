/** Nodes that swell: where they are, how large they grow, and what makes them swell. */
import type { NodeCourse } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { nodesCaution, noGrowthWords } from "../present/node-course.ts";
import { originWords as timeOriginWords } from "../words/history-words.ts";
import { bodyRow } from "./body-row.ts";
import { plotPanel, plotsDescription } from "./curve-plot.ts";
import { sheetSvg } from "./frame.ts";
import { nodeBodies } from "./node-bodies.ts";
import { nodePlots } from "./node-plots.ts";
import { originWords } from "./origin.ts";

const width = 904;
const bodyHeight = 400;

/** Draws a course of nodes. The same course gives the same bytes. */
export function nodeFigure(history: History, course: NodeCourse): string {
  const plots = nodePlots(course);
  return sheetSvg({
    title: `Nodes: ${history.title}`,
    about: [
      `${course.label}. ${timeOriginWords(history, course.origin)}`,
      ...(course.nodes.length === 0 ? [noGrowthWords] : []),
      nodesCaution,
    ],
    key: plots.flatMap(({ key }) => key),
    panels: [bodyRow(width, bodyHeight, nodeBodies(history, course)), ...plots.map((plot) => plotPanel(plot, width))],
    origin: originWords(course.record),
    description: plotsDescription(plots) || noGrowthWords,
  });
}
