import { runRecord } from "@openlymph/base";
import { errorLibrary, explained, type Measured, type Series, trendOf, usualQuantity } from "@openlymph/measurement";
import { limbPlot, trendPlot } from "../figures/measure-plots.ts";
import { fixed } from "../output/numbers.ts";
import { type Table, words } from "../output/table.ts";
import { readingsTable, rulesTable, stagingWords, volumesTable } from "../present/limb-volume.ts";
import { trendSentences, valuesTable } from "../present/trend.ts";
import {
  errorWords,
  inMillilitres,
  inPercent,
  intervalWords,
  measureMarks,
  minusWords,
  occasionWords,
  protocolWords,
  shownNumber,
} from "../words/measure-words.ts";
import { figure, keyHtml } from "./curves.ts";
import { bullets, escapeHtml, facts, paragraph, section, tableHtml } from "./html.ts";
import { pageHtml } from "./page-html.ts";
import { pageHead, summaryCards } from "./report-parts.ts";

const label = "Arithmetic on what was entered, with its error";

function summaryHtml({ volumes, compared }: Measured): string {
  const mL = (side: "left" | "right") => {
    const volume = volumes[side];
    const big = volume === undefined ? "–" : `${shownNumber(volume.value, inMillilitres)} mL`;
    return [
      `Volume ${side}`,
      big,
      volume === undefined ? "not measured" : `95 %: ${intervalWords(volume, inMillilitres)}`,
    ] as const;
  };
  if (compared === undefined) return summaryCards([mL("left"), mL("right")]);
  const { excess, affected } = compared;
  const big = `${shownNumber(excess.value, inPercent)} %`.replace("-", "\u2212");
  return summaryCards([
    mL("left"),
    mL("right"),
    [`Excess, ${minusWords(affected)}`, big, `95 %: ${intervalWords(excess, inPercent)}`],
  ]);
}

function trendSection(series: Series): string {
  if (series.measurements.filter(({ at }) => at !== undefined).length < 2) return "";
  const trend = trendOf(series, usualQuantity(series));
  if (!trend.ok) return "";
  const plot = trendPlot(series, trend.value);
  return section(
    "trend",
    "Over time",
    figure(plot, plot.options, keyHtml(plot.key.filter(({ open }) => open !== true))),
    bullets(trendSentences(series, trend.value)),
    tableHtml(valuesTable(series, trend.value)),
  );
}

function errorTable({ limb }: Series): Table {
  return {
    title: "Errors the intervals rest on",
    columns: [
      words("method"),
      words("by"),
      words("same rater"),
      words("between raters"),
      words("known"),
      words("from"),
    ],
    rows: errorLibrary.items
      .filter((record) => (record.limb ?? limb) === limb)
      .map(({ method, by, within_percent, between_percent, tag, source }) => [
        method,
        by === "self" ? "the person" : "trained",
        `${fixed(within_percent, 2)} %`,
        `${fixed(between_percent, 2)} %`,
        tag,
        source,
      ]),
  };
}

/** One measurement as a page, with its course where there are several. The same inputs give the same bytes. */
export function measurePage(series: Series, found: Measured, understood: readonly string[]): string {
  const record = runRecord("openlymph/measure-page@1", { series, index: found.index, method: found.method });
  const limb = limbPlot(series, found);
  const staged = stagingWords(series, found);
  const formulas = explained(series, found).map(
    ({ of, lines, source }) => `<h3>${escapeHtml(of)}</h3>${bullets(lines)}${paragraph(`Source: ${source}.`, "muted")}`,
  );
  const sections = [
    summaryHtml(found),
    section(
      "volume",
      "The measurement",
      tableHtml(volumesTable(found)),
      staged === "" ? "" : paragraph(staged, "bound"),
      paragraph(errorWords),
    ),
    found.method === "tape"
      ? section("readings", "Readings", figure(limb, limb.options), tableHtml(readingsTable(series, found)))
      : "",
    trendSection(series),
    section(
      "lines",
      "Beside lines in use",
      tableHtml(rulesTable(found)),
      bullets(found.rules.map(({ rule }) => `${rule.say}: ${rule.note} ${rule.source}.`)),
    ),
    section("formulas", "How the numbers came about", ...formulas),
    section(
      "errors",
      "Errors and sources",
      tableHtml(errorTable(series)),
      bullets([...understood, protocolWords(series)]),
    ),
    section(
      "record",
      "Record",
      facts([
        ["Program", record.program],
        ["Inputs", `SHA-256 ${record.parameterHash}`],
      ]),
    ),
  ];
  return pageHtml({
    title: `Limb volume: ${series.title}`,
    program: record.program,
    head: pageHead({
      kicker: "OpenLymph measurement",
      title: series.title,
      with: occasionWords(series, found.index),
      label,
      marks: measureMarks(found.questions),
    }),
    sections,
    label,
  });
}
