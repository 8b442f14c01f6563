import { type BodyRun, teachingModelLabel } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { runBodies } from "../figures/body-run-bodies.ts";
import { excessPlot, flowPlot } from "../figures/body-run-plots.ts";
import { inUnit, percent, timeWords } from "../output/numbers.ts";
import { shortened } from "../output/table.ts";
import { changedParts, lengthWords, mostExcess, partAt } from "../present/body-course.ts";
import {
  detoursTable,
  excessTable,
  limbTable,
  nodePressureTable,
  noSwellingWords,
  plasmaTable,
  swollenLimbs,
  territoriesTable,
} from "../present/body-run.ts";
import { partWords } from "../words/band-words.ts";
import { originWords } from "../words/history-words.ts";
import { bodyPage } from "./body-page.ts";
import { plotHtml } from "./curves.ts";
import { bodyLegend, bodyRowHtml } from "./figures.ts";
import { paragraph, section, tableHtml } from "./html.ts";
import { fluidBalance, summaryCards } from "./report-parts.ts";

const minus = (text: string) => text.replace("-", "\u2212");

function summaryHtml(run: BodyRun): string {
  const [first] = changedParts(run);
  if (first === undefined) return "";
  const name = partWords(first.part);
  const last = partAt(run, first, run.series.states.length - 1);
  const most = mostExcess(run, first);
  return summaryCards([
    [
      `The ${name} after ${lengthWords(run)}`,
      minus(`${inUnit(last.excess, "volume", "mL", 0)} mL`),
      minus(`above health, ${percent(last.excessShare, 1)} % of its healthy volume`),
    ],
    [
      "Furthest from health",
      minus(`${percent(most.share, 1)} %`),
      `of its healthy volume, after ${timeWords(most.time)}`,
    ],
    ["Lymph flow out of it at the end", `${percent(last.flowShare, 0)} %`, "of that in health"],
  ]);
}

function bodiesHtml(history: History, run: BodyRun): string {
  const pictures = runBodies(history, run).map(({ heading, words, svg }) => ({ svg, caption: `${heading}: ${words}` }));
  return `${bodyRowHtml(pictures, "many")}${paragraph("Seen from the front: the person's left is on the right.", "muted")}${bodyLegend()}`;
}

/**
 * One self-contained page about a run of the whole body. The same inputs give the same bytes.
 *
 * @param settings other than the default, as they were written.
 * @param bodies section about virtual bodies, where they were asked.
 */
export function bodyRunPage(history: History, run: BodyRun, settings: readonly string[], bodies = ""): string {
  const whole = "openlymph body run --json";
  const { record, series } = run;
  return bodyPage({
    kind: "whole body",
    about: `Followed for ${lengthWords(run)}.`,
    history,
    label: teachingModelLabel,
    warnings: run.warnings,
    settings,
    sections: [
      summaryHtml(run),
      section("body", "The body on the way", bodiesHtml(history, run)),
      section(
        "course",
        "Over time",
        paragraph(originWords(history, run.origin), "bound"),
        changedParts(run).length === 0 ? paragraph(noSwellingWords) : "",
        plotHtml(excessPlot(history, run)),
        plotHtml(flowPlot(history, run)),
        tableHtml(excessTable(run)),
        ...swollenLimbs(run).map((limb) => tableHtml(limbTable(run, limb))),
      ),
      bodies,
      section("territories", "Where the fluid is", tableHtml(shortened(territoriesTable(run), 20, whole))),
      section(
        "flow",
        "Lymph, nodes and plasma",
        tableHtml(shortened(nodePressureTable(run), 15, whole)),
        tableHtml(shortened(detoursTable(run), 15, whole)),
        tableHtml(plasmaTable(run)),
      ),
    ],
    record,
    balance: fluidBalance(series.balance.fluidError),
  });
}
