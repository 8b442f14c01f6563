import { anatomy, estimates, limbs } from "@openlymph/anatomy";
import { day, unitFactor } from "@openlymph/base";
import { averagedSettings } from "@openlymph/physiology";
import { limbExcessShare, type Rehearsal } from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import { fixed, inUnit, percent, significant, timeWords } from "../output/numbers.ts";
import { numbers, shortened, type Table, words } from "../output/table.ts";
import { assumedTable, happenedTable } from "../present/history.ts";
import { durationWords, stepsTable } from "../present/plan.ts";
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
import { bullets, escapeHtml, facts, paragraph, section, tableHtml } from "./html.ts";
import { pageHtml } from "./page-html.ts";

function headHtml(history: History, plan: Plan, rehearsal: Rehearsal): string {
  const warnings = rehearsal.findings.warnings.map((text) => ({ word: "WARNING", text }));
  const stops = sessionMarks(history, rehearsal.duration);
  const marks = [...stops, ...warnings, ...historyMarks(history), ...planMarks(plan)];
  const items = marks.map(({ word, text }) => `<li><strong>${escapeHtml(word)}</strong>${escapeHtml(text)}</li>`);
  return (
    `<header><p class="kicker">OpenLymph rehearsal</p><h1>${escapeHtml(history.title)}</h1>` +
    `${paragraph(`with the plan: ${plan.title}`, "with")}${paragraph(rehearsal.label, "label")}` +
    `<ul class="marks">${items.join("")}</ul></header>`
  );
}

function summaryHtml({ findings, duration }: Rehearsal): string {
  const main = mainLimb(findings);
  if (main === undefined) return "";
  const last = timeWords(findings.times.at(-1) ?? 0);
  const change = inUnit(main.difference.at(-1) ?? 0, "volume", "mL", 2).replace("-", "\u2212");
  const cards = [
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
  ];
  const html = cards.map(
    ([name = "", big = "", small = ""]) =>
      `<div><dt>${escapeHtml(name)}</dt><dd><span class="big">${escapeHtml(big)}</span><span class="small">${escapeHtml(small)}</span></dd></div>`,
  );
  return `<section aria-label="In short"><dl class="summary">${html.join("")}</dl></section>`;
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

/** The settings of the model with their defaults and sources. */
export function settingsTable(): Table {
  return {
    title: "Settings of the model",
    columns: [words("setting"), numbers("value"), words("unit"), words("known"), words("from")],
    rows: averagedSettings.map(({ label, value, dimension, unit, provenance, source }) => [
      label,
      significant(value / (unitFactor(dimension, unit) ?? 1), 6),
      unit === "1" ? "" : unit,
      provenance,
      source,
    ]),
  };
}

/** What the anatomy under the run rests on. */
export function anatomyLines(history: History): readonly string[] {
  const procedures = [...new Set(history.procedures.map(({ procedure }) => procedure))].flatMap((id) => {
    const record = anatomy.byId.procedures.get(id);
    if (record === undefined) return [];
    return estimates(record).map(({ field, basis }) => `${record.name}: ${field} is an ${basis}.`);
  });
  return [
    ...procedures,
    "The ways of the lymph are textbook anatomy; their shares, the flow of a territory, the resistance of a watershed and the conductance of a detour are the project's own estimates.",
  ];
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
  const stepNotes = plan.steps.flatMap(({ n, note }) => (note === undefined ? [] : [`Step ${n}: ${note}`]));
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
    section(
      "history",
      "History",
      history.about === undefined ? "" : paragraph(history.about),
      tableHtml(happenedTable(history)),
      tableHtml(assumedTable(history)),
    ),
    section(
      "plan",
      "Plan",
      plan.about === undefined ? "" : paragraph(plan.about),
      paragraph(durationWords(plan)),
      tableHtml(stepsTable(plan), "wide"),
      stepNotes.length === 0 ? "" : `<h3>Notes on steps</h3>${bullets(stepNotes)}`,
    ),
    section("notes", "What must be said beside the numbers", bullets(findings.notes)),
    section(
      "sources",
      "Sources and assumptions",
      bullets([
        `History: ${provenanceWords(history.provenance)}.`,
        `Plan: ${provenanceWords(plan.provenance)}.`,
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
        ["Fluid not accounted for", `${significant(fluidError, 2)} of what moved`],
      ]),
    ),
  ];
  return pageHtml({
    title: `Rehearsal: ${history.title}`,
    program: record.program,
    head: headHtml(history, plan, rehearsal),
    sections,
    label: rehearsal.label,
  });
}
