import { limbs } from "@openlymph/anatomy";
import { day } from "@openlymph/base";
import { limbExcessShare, type Rehearsal } from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import { fixed, inUnit, percent, timeWords } from "../output/numbers.ts";
import { numbers, shortened, type Table } from "../output/table.ts";
import {
  anglesTable,
  boundWords,
  changeTable,
  limbsTable,
  mainLimb,
  nodesTable,
  removedTable,
  routesTable,
  watershedsTable,
} from "../present/rehearsal.ts";
import { limbWords } from "../words/place-words.ts";
import { historyMarks, planMarks, provenanceWords, sessionMarks } from "../words/review-words.ts";
import { buildUpCurve, differenceCurve, limbCurve } from "./curves.ts";
import { bodiesHtml } from "./figures.ts";
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

function summaryHtml({ findings, duration }: Rehearsal): string {
  const main = mainLimb(findings);
  if (main === undefined) return "";
  const last = timeWords(findings.times.at(-1) ?? 0);
  const change = inUnit(main.difference.at(-1) ?? 0, "volume", "mL", 2).replace("-", "\u2212");
  return summaryCards([
    [
      `The ${limbWords(main.limb)} when the session begins`,
      `${inUnit(main.excess, "volume", "mL", 0)} mL`,
      `above health, ${percent(main.excessShare, 1)} % of the limb; lymph flow ${percent(main.flowShare, 0)} % of healthy`,
    ],
    [
      "With the session minus without it",
      `${change} mL`,
      `after ${last}: ${timeWords(duration)} of strokes, by lymph vessels alone`,
    ],
    ["Bound", `${inUnit(findings.bound.total, "volume", "mL", 2)} mL`, "the most that arithmetic allows these vessels"],
  ]);
}

/** A few moments of the way to today. */
function buildUpTable({ buildUp, index, healthy }: Rehearsal): Table {
  const first = buildUp[0]?.time ?? 0;
  const wanted = [1, 3, 7, 30, 90, 180, 365].map((days) => first + days * day).filter((time) => time < 0);
  const nearest = wanted.map((time) =>
    buildUp.reduce((best, state) => (Math.abs(state.time - time) < Math.abs(best.time - time) ? state : best)),
  );
  const states = [...new Set([...nearest, ...buildUp.slice(-1)])];
  return {
    title: "Excess of each limb on the way (% of the healthy limb)",
    columns: [numbers("day"), ...limbs.map((limb) => numbers(limbWords(limb)))],
    rows:
      first >= 0
        ? []
        : states.map((state) => [
            fixed((state.time - first) / day, 0),
            ...limbs.map((limb) => percent(limbExcessShare(index, healthy, state, limb), 2)),
          ]),
  };
}

/** The limb the session is about, at the moments of the findings. */
function withWithoutTable({ findings }: Rehearsal): Table {
  const main = mainLimb(findings);
  return {
    title: main === undefined ? "" : `Excess of the ${limbWords(main.limb)} (mL)`,
    columns: [numbers("after"), numbers("without"), numbers("with"), numbers("difference")],
    rows: findings.times.map((time, n) => [
      timeWords(time),
      inUnit(main?.without[n] ?? 0, "volume", "mL", 2),
      inUnit(main?.withSession[n] ?? 0, "volume", "mL", 2),
      inUnit(main?.difference[n] ?? 0, "volume", "mL", 3),
    ]),
  };
}

/**
 * One self-contained page: no script, nothing from outside, made for A4. The same inputs give the same bytes.
 *
 * @param bodies section about virtual bodies, where they were asked.
 */
export function reportPage(history: History, plan: Plan, rehearsal: Rehearsal, bodies = ""): string {
  const { findings, record, withSession, without } = rehearsal;
  const main = mainLimb(findings);
  const curves = main === undefined ? "" : `${limbCurve(rehearsal, main.limb)}${differenceCurve(rehearsal, main.limb)}`;
  const fluidError = Math.max(withSession.balance.fluidError, without.balance.fluidError);
  const buildUp = buildUpCurve(rehearsal);
  const sections = [
    summaryHtml(rehearsal),
    section(
      "body",
      "The body when the session begins",
      bodiesHtml(history, rehearsal),
      tableHtml(limbsTable(rehearsal)),
    ),
    section(
      "session",
      "What the session changes",
      paragraph(boundWords(rehearsal), "bound"),
      curves,
      main === undefined ? "" : tableHtml(withWithoutTable(rehearsal)),
      tableHtml(changeTable(rehearsal)),
    ),
    bodies,
    buildUp === "" ? "" : section("before", "Before the session", buildUp, tableHtml(buildUpTable(rehearsal))),
    section(
      "routes",
      "Where the lymph goes",
      tableHtml(routesTable(rehearsal)),
      tableHtml(watershedsTable(rehearsal)),
      tableHtml(anglesTable(rehearsal)),
    ),
    section(
      "nodes",
      "Nodes",
      tableHtml(removedTable(rehearsal)),
      tableHtml(shortened(nodesTable(rehearsal), 15, "openlymph rehearse --json")),
    ),
    historySection(history),
    planSection(plan, "Plan"),
    section("notes", "What must be said beside the numbers", bullets(findings.notes)),
    sourcesSection(
      [`History: ${provenanceWords(history.provenance)}.`, `Plan: ${provenanceWords(plan.provenance)}.`],
      history,
    ),
    recordSection(record, fluidBalance(fluidError)),
  ];
  return pageHtml({
    title: `Rehearsal: ${history.title}`,
    program: record.program,
    head: pageHead({
      kicker: "OpenLymph rehearsal",
      title: history.title,
      with: `with the plan: ${plan.title}`,
      label: rehearsal.label,
      marks: [
        ...sessionMarks(history, rehearsal.duration),
        ...findings.warnings.map((text) => ({ word: "WARNING", text })),
        ...historyMarks(history),
        ...planMarks(plan),
      ],
    }),
    sections,
    label: rehearsal.label,
  });
}
