import { palette as bodyPalette } from "@openlymph/figure";
import type { Examination } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { tracedPairs, tracerScale } from "../figures/examination-bodies.ts";
import { examinationPlots } from "../figures/examination-plots.ts";
import { significant, timeWords } from "../output/numbers.ts";
import { shortened } from "../output/table.ts";
import {
  backflowTable,
  besideTable,
  clearanceWords,
  doseShare,
  doseTable,
  injectedWords,
  noBackflowWords,
  noDetourWords,
  tracedBundlesTable,
  tracedDetoursTable,
  tracedNodesTable,
} from "../present/examination.ts";
import { shortNodeWords, territoryWords } from "../words/place-words.ts";
import { bodyPage } from "./body-page.ts";
import { plotHtml } from "./curves.ts";
import { bodyRowHtml } from "./figures.ts";
import { escapeHtml, paragraph, section, tableHtml } from "./html.ts";
import { summaryCards } from "./report-parts.ts";

function summaryHtml({ findings, times }: Examination): string {
  const [first] = findings.nodes;
  const end = times.length - 1;
  const after = `after ${timeWords(times[end] ?? 0)}`;
  return summaryCards([
    [
      "First seen in a node",
      first?.arrival === undefined ? "not seen" : timeWords(first.arrival),
      first?.arrival === undefined ? "" : shortNodeWords(first.node),
    ],
    ["Still in the depot", `${doseShare(findings.depot.share[end] ?? 0)} %`, `of the dose, ${after}`],
    ["In the blood", `${doseShare(findings.blood.share[end] ?? 0)} %`, `of the dose, ${after}`],
  ]);
}

function bodiesHtml(history: History, found: Examination): string {
  const { from, to, least, most } = tracerScale(found);
  const { paper, muted } = bodyPalette.dark.colours;
  const pictures = tracedPairs(history, found).map(({ heading, words, svg }) => ({
    svg,
    caption: `After ${heading}: ${words}`,
  }));
  const scale = `<p class="scale">${escapeHtml(least)}<span aria-hidden="true" style="background:linear-gradient(90deg,${from},${to})"></span>${escapeHtml(most)}</p>`;
  return (
    `<div class="dark" style="background:${paper};color:${muted}">${bodyRowHtml(pictures, "pairs")}${scale}</div>` +
    paragraph(
      "On the left of each pair the body is seen from the front: the person's left is on the right. Brighter is more, on a logarithmic scale; dashed rings are removed nodes.",
      "muted",
    )
  );
}

/** One self-contained page about an examination. The same inputs give the same bytes. */
export function examinationPage(history: History, found: Examination, settings: readonly string[]): string {
  const { tracer, findings, record } = found;
  const whole = "openlymph body examine --json";
  const beside = besideTable(found);
  return bodyPage({
    kind: "examination",
    about: `Injected: ${tracer.name}, into ${found.injected.map(territoryWords).join("; ")}.`,
    history,
    label: found.label,
    warnings: found.warnings,
    settings,
    sections: [
      summaryHtml(found),
      section("body", "Where it goes", paragraph(injectedWords(found), "bound"), bodiesHtml(history, found)),
      section(
        "dose",
        "The dose over time",
        ...examinationPlots(found).map(plotHtml),
        tableHtml(doseTable(found)),
        paragraph(clearanceWords(found)),
      ),
      section(
        "ways",
        "Nodes and ways",
        tableHtml(shortened(tracedNodesTable(found), 30, whole)),
        tableHtml(tracedBundlesTable(found)),
        findings.detours.length === 0 ? paragraph(noDetourWords) : tableHtml(tracedDetoursTable(found)),
        findings.backflow.length === 0
          ? paragraph(noBackflowWords)
          : tableHtml(shortened(backflowTable(found), 20, whole)),
      ),
      ...(beside.rows.length === 0 ? [] : [section("beside", "Beside people", tableHtml(beside))]),
    ],
    sources: [`Tracer: ${tracer.name}, ${tracer.about}.`],
    record,
    balance: ["Tracer not accounted for", `${significant(findings.error, 2)} of the dose`],
  });
}
