import { limbVolume } from "@openlymph/anatomy";
import type { CourseRun } from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import { sessionPlot, unknownPlot, weeksPlot } from "../figures/course-plots.ts";
import { bodySvg } from "../figures/drawn-body.ts";
import { fixed, inUnit, percent } from "../output/numbers.ts";
import { shortened } from "../output/table.ts";
import {
  afterTable,
  courseSentence,
  settingsTable as courseSettingsTable,
  courseTable,
  limbStateTable,
  limbsTable,
  nodesTable,
  partsTable,
  sessionBoundWords,
  sessionHoursTable,
  unknownsTable,
  usualValueWords,
} from "../present/course.ts";
import { endDay, excessOn, excessRange } from "../present/course-numbers.ts";
import { trialTable, trialWords } from "../present/course-trial.ts";
import { weeksWords } from "../words/course-words.ts";
import { limbWords } from "../words/place-words.ts";
import { historyMarks, planMarks, provenanceWords } from "../words/review-words.ts";
import { plotHtml } from "./curves.ts";
import { bodyLegend, bodyRowHtml } from "./figures.ts";
import { bullets, paragraph, section, tableHtml } from "./html.ts";
import { pageHtml } from "./page-html.ts";
import {
  fluidBalance,
  historySection,
  pageHead,
  planSection,
  recordSection,
  sourcesSection,
  summaryCards,
} from "./report-parts.ts";

function summaryHtml(run: CourseRun): string {
  const [, none] = run.lines;
  const end = endDay(run);
  const mL = (si: number) => `${inUnit(si, "volume", "mL", 0)} mL`.replace("-", "\u2212");
  const share = (si: number) => `${percent(si / limbVolume(run.limb), 1)} % of the limb`;
  const length = weeksWords(run.settings.duration);
  const [start, without] = [excessOn(run, none.series, 0), excessOn(run, none.series, end)];
  const [low, high] = excessRange(run, end);
  const withCourse = run.unknowns.length === 0 ? mL(low) : `${inUnit(low, "volume", "mL", 0)} to ${mL(high)}`;
  return summaryCards([
    [`The ${limbWords(run.limb)} when it begins`, mL(start), `above health, ${share(start)}`],
    [`After ${length} without it`, mL(without), share(without)],
    [
      `After ${length} with it`,
      withCourse,
      "in this model; the range is what nobody has measured, not what a person may expect",
    ],
  ]);
}

/** The body when the course begins and when it is over. */
function bodiesHtml(history: History, run: CourseRun): string {
  const { index, healthy, removed, moments } = run;
  const [whole, none] = run.lines;
  const shown = [
    ["start", "When the course begins", moments.start, excessOn(run, none.series, 0)],
    [
      "end",
      `After ${weeksWords(run.settings.duration)} with the course`,
      moments.end.withCourse,
      excessOn(run, whole.series, endDay(run)),
    ],
  ] as const;
  const pictures = shown.map(([id, title, state, excess]) => {
    const share = fixed((100 * excess) / limbVolume(run.limb), 1);
    const description = `Fluid above health: ${limbWords(run.limb)} ${share} %. The sides are those of the person.`;
    const body = { index, healthy, removed, state };
    const svg = bodySvg(history.body.build, "front", body, { prefix: `body-${id}`, title, description });
    return { svg, caption: `${title}. The person's left is on the right.` };
  });
  return `${bodyRowHtml(pictures)}${bodyLegend()}`;
}

/** One self-contained page about a course of care. The same inputs give the same bytes. */
export function coursePage(history: History, plan: Plan | undefined, run: CourseRun): string {
  const { record, balance } = run;
  const session = sessionPlot(run);
  const unknowns = run.unknowns.map((spread) => plotHtml(unknownPlot(run, spread)));
  const sections = [
    summaryHtml(run),
    section("course", "What is done", tableHtml(courseSettingsTable(run))),
    section(
      "weeks",
      "The weeks",
      paragraph(courseSentence(run), "bound"),
      plotHtml(weeksPlot(run)),
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
          plotHtml(session),
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
    historySection(history),
    plan === undefined ? "" : planSection(plan, "Plan of each session"),
    section("notes", "What must be said beside the numbers", bullets(run.notes)),
    sourcesSection(
      [
        `History: ${provenanceWords(history.provenance)}.`,
        ...(plan === undefined ? [] : [`Plan: ${provenanceWords(plan.provenance)}.`]),
        ...run.unknowns.map(({ unknown }) => `${unknown.label}: ${unknown.source}.`),
      ],
      history,
    ),
    recordSection(record, fluidBalance(balance.fluidError)),
  ];
  return pageHtml({
    title: `Course of care: ${history.title}`,
    program: record.program,
    head: pageHead({
      kicker: "OpenLymph course of care",
      title: history.title,
      with: plan === undefined ? "without sessions" : `with the plan: ${plan.title}`,
      label: run.label,
      marks: [
        ...run.stops.map((text) => ({ word: "STOP", text })),
        ...run.warnings.map((text) => ({ word: "WARNING", text })),
        ...historyMarks(history),
        ...(plan === undefined ? [] : planMarks(plan)),
      ],
    }),
    sections,
    label: run.label,
  });
}
