import { limbVolume } from "@openlymph/anatomy";
import type { CourseRun } from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import { type CoursePlot, sessionPlot, unknownPlot, weeksPlot } from "../figures/course-plots.ts";
import { fixed, inUnit, percent, significant } from "../output/numbers.ts";
import { shortened } from "../output/table.ts";
import {
  afterTable,
  courseSentence,
  settingsTable as courseSettingsTable,
  courseTable,
  endDay,
  excessOn,
  excessRange,
  limbStateTable,
  limbsTable,
  nodesTable,
  partsTable,
  sessionBoundWords,
  sessionHoursTable,
  trialTable,
  trialWords,
  unknownsTable,
  usualValueWords,
} from "../present/course.ts";
import { assumedTable, happenedTable } from "../present/history.ts";
import { durationWords, stepsTable } from "../present/plan.ts";
import { weeksWords } from "../words/course-words.ts";
import { limbWords } from "../words/place-words.ts";
import { historyMarks, planMarks, provenanceWords } from "../words/review-words.ts";
import { figure, keyHtml } from "./curves.ts";
import { bodyLegend, bodySvg } from "./figures.ts";
import { bullets, escapeHtml, facts, paragraph, section, tableHtml } from "./html.ts";
import { pageHtml } from "./page-html.ts";
import { anatomyLines, settingsTable } from "./report-page.ts";

function headHtml(history: History, plan: Plan | undefined, run: CourseRun): string {
  const marks = [
    ...run.stops.map((text) => ({ word: "STOP", text })),
    ...run.warnings.map((text) => ({ word: "WARNING", text })),
    ...historyMarks(history),
    ...(plan === undefined ? [] : planMarks(plan)),
  ];
  const items = marks.map(({ word, text }) => `<li><strong>${escapeHtml(word)}</strong>${escapeHtml(text)}</li>`);
  const withWords = plan === undefined ? "without sessions" : `with the plan: ${plan.title}`;
  return (
    `<header><p class="kicker">OpenLymph course of care</p><h1>${escapeHtml(history.title)}</h1>` +
    `${paragraph(withWords, "with")}${paragraph(run.label, "label")}<ul class="marks">${items.join("")}</ul></header>`
  );
}

function summaryHtml(run: CourseRun): string {
  const [, none] = run.lines;
  const end = endDay(run);
  const mL = (si: number) => `${inUnit(si, "volume", "mL", 0)} mL`.replace("-", "\u2212");
  const share = (si: number) => `${percent(si / limbVolume(run.limb), 1)} % of the limb`;
  const length = weeksWords(run.settings.duration);
  const [start, without] = [excessOn(run, none.series, 0), excessOn(run, none.series, end)];
  const [low, high] = excessRange(run, end);
  const withCourse = run.unknowns.length === 0 ? mL(low) : `${inUnit(low, "volume", "mL", 0)} to ${mL(high)}`;
  const cards = [
    [`The ${limbWords(run.limb)} when it begins`, mL(start), `above health, ${share(start)}`],
    [`After ${length} without it`, mL(without), share(without)],
    [
      `After ${length} with it`,
      withCourse,
      "in this model; the range is what nobody has measured, not what a person may expect",
    ],
  ];
  const html = cards.map(
    ([name = "", big = "", small = ""]) =>
      `<div><dt>${escapeHtml(name)}</dt><dd><span class="big">${escapeHtml(big)}</span><span class="small">${escapeHtml(small)}</span></dd></div>`,
  );
  return `<section aria-label="In short"><dl class="summary">${html.join("")}</dl></section>`;
}

function curve({ title, about, description, height, options, key }: CoursePlot): string {
  return figure({ title, about, description, height }, options, key.length === 0 ? "" : keyHtml(key));
}

/** The body when the course begins and when it is over. */
function bodiesHtml(history: History, run: CourseRun): string {
  const { index, healthy, removed, moments } = run;
  const [whole, none] = run.lines;
  const pictures = [
    ["start", "When the course begins", moments.start, excessOn(run, none.series, 0)],
    [
      "end",
      `After ${weeksWords(run.settings.duration)} with the course`,
      moments.end.withCourse,
      excessOn(run, whole.series, endDay(run)),
    ],
  ] as const;
  const figures = pictures.map(([id, title, state, excess]) => {
    const share = fixed((100 * excess) / limbVolume(run.limb), 1);
    const description = `Fluid above health: ${limbWords(run.limb)} ${share} %. The sides are those of the person.`;
    const body = { index, healthy, removed, state };
    const svg = bodySvg(history.body.build, "front", body, { prefix: `body-${id}`, title, description });
    return `<figure>${svg}<figcaption>${escapeHtml(`${title}. The person's left is on the right.`)}</figcaption></figure>`;
  });
  return `<div class="bodies">${figures.join("")}</div>${bodyLegend()}`;
}

function planSection(plan: Plan): string {
  const stepNotes = plan.steps.flatMap(({ n, note }) => (note === undefined ? [] : [`Step ${n}: ${note}`]));
  return section(
    "plan",
    "Plan of each session",
    plan.about === undefined ? "" : paragraph(plan.about),
    paragraph(durationWords(plan)),
    tableHtml(stepsTable(plan), "wide"),
    stepNotes.length === 0 ? "" : `<h3>Notes on steps</h3>${bullets(stepNotes)}`,
  );
}

/** One self-contained page about a course of care. The same inputs give the same bytes. */
export function coursePage(history: History, plan: Plan | undefined, run: CourseRun): string {
  const { record, balance } = run;
  const session = sessionPlot(run);
  const unknowns = run.unknowns.map((spread) => curve(unknownPlot(run, spread)));
  const sections = [
    summaryHtml(run),
    section("course", "What is done", tableHtml(courseSettingsTable(run))),
    section(
      "weeks",
      "The weeks",
      paragraph(courseSentence(run), "bound"),
      curve(weeksPlot(run)),
      tableHtml(courseTable(run)),
      tableHtml(partsTable(run)),
    ),
    section(
      "unknown",
      "What nobody has measured",
      ...unknowns,
      tableHtml(unknownsTable(run)),
      unknowns.length === 0 ? "" : paragraph(usualValueWords, "muted"),
      tableHtml(trialTable(run)),
      trialWords(run) === "" ? "" : paragraph(trialWords(run), "bound"),
    ),
    session === undefined
      ? ""
      : section(
          "session",
          "The hours after one session",
          curve(session),
          tableHtml(sessionHoursTable(run)),
          paragraph(sessionBoundWords(run)),
        ),
    section("body", "The body at the beginning and at the end", bodiesHtml(history, run), tableHtml(limbsTable(run))),
    run.settings.after === 0 ? "" : section("after", "After the course", tableHtml(afterTable(run))),
    section(
      "flow",
      "Lymph and nodes",
      tableHtml(limbStateTable(run)),
      tableHtml(shortened(nodesTable(run), 15, "openlymph body course --json")),
    ),
    section(
      "history",
      "History",
      history.about === undefined ? "" : paragraph(history.about),
      tableHtml(happenedTable(history)),
      tableHtml(assumedTable(history)),
    ),
    plan === undefined ? "" : planSection(plan),
    section("notes", "What must be said beside the numbers", bullets(run.notes)),
    section(
      "sources",
      "Sources and assumptions",
      bullets([
        `History: ${provenanceWords(history.provenance)}.`,
        ...(plan === undefined ? [] : [`Plan: ${provenanceWords(plan.provenance)}.`]),
        ...run.unknowns.map(({ unknown }) => `${unknown.label}: ${unknown.source}.`),
        ...anatomyLines(history),
      ]),
      tableHtml(settingsTable()),
    ),
    section(
      "record",
      "Run record",
      facts([
        ["Program", record.program],
        ["Format", record.format],
        ["Parameters and inputs", `SHA-256 ${record.parameterHash}`],
        ["Seed", String(record.seed)],
        ["Fluid not accounted for", `${significant(balance.fluidError, 2)} of what moved`],
      ]),
    ),
  ];
  return pageHtml({
    title: `Course of care: ${history.title}`,
    program: record.program,
    head: headHtml(history, plan, run),
    sections,
    label: run.label,
  });
}
