import { toUnit } from "@openlymph/base";
import type { NodeCourse } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { nodeBodies } from "../figures/node-bodies.ts";
import { nodePlots } from "../figures/node-plots.ts";
import { fixed, significant, timeWords } from "../output/numbers.ts";
import { germError, germsTable, nodesCaution, noGrowthWords, swollenNodesTable } from "../present/node-course.ts";
import { drawnNodes, peakPlace } from "../present/node-peak.ts";
import { originWords } from "../words/history-words.ts";
import { shortNodeWords } from "../words/place-words.ts";
import { bodyPage } from "./body-page.ts";
import { plotHtml } from "./curves.ts";
import { bodyRowHtml } from "./figures.ts";
import { paragraph, section, tableHtml } from "./html.ts";
import { summaryCards } from "./report-parts.ts";

const mm = (size: number) => `${fixed(toUnit(size, "length", "mm"), 1)} mm`;

function summaryHtml(course: NodeCourse): string {
  const [first] = drawnNodes(course);
  if (first === undefined) return "";
  const { node, largest, restSize, swollenFrom } = first;
  const swollen = course.nodes.filter(({ swollenAt }) => swollenAt !== undefined);
  const back = swollen.filter(({ normalAgainAt }) => normalAgainAt !== undefined);
  const grown = course.nodes.length === 1 ? "1 group" : `${course.nodes.length} groups`;
  return summaryCards([
    [
      `Largest: ${shortNodeWords(node)}`,
      mm(largest),
      `after ${timeWords(course.times[peakPlace(course)] ?? 0)}; ${mm(restSize)} in health, swollen from ${mm(swollenFrom)}`,
    ],
    ["Groups that count as swollen", String(swollen.length), `of ${grown} that grew`],
    [
      "Below their threshold again",
      String(back.length),
      `of ${swollen.length}, within ${timeWords(course.times.at(-1) ?? 0)}`,
    ],
  ]);
}

/** One self-contained page about nodes that swell. The same inputs give the same bytes. */
export function nodePage(history: History, course: NodeCourse): string {
  const { nodes, times, origin, record, label } = course;
  const pictures = nodeBodies(history, course).map(({ svg, heading, words }) => ({
    svg,
    caption: `${heading}: ${words}`,
  }));
  return bodyPage({
    kind: "nodes",
    about: `Followed for ${timeWords(times.at(-1) ?? 0)}.`,
    history,
    label,
    warnings: [],
    settings: [],
    sections: [
      summaryHtml(course),
      section(
        "nodes",
        "The nodes",
        paragraph(nodesCaution, "bound"),
        nodes.length === 0 ? paragraph(noGrowthWords) : "",
        bodyRowHtml(pictures, "many"),
      ),
      section(
        "course",
        "Over time",
        paragraph(originWords(history, origin)),
        ...nodePlots(course).map(plotHtml),
        tableHtml(swollenNodesTable(course)),
        tableHtml(germsTable(course)),
      ),
    ],
    record,
    balance: ["Not accounted for", `${significant(germError(course), 2)} of all there ever was`],
  });
}
