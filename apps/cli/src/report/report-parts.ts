/** Sections and lines that every page about the whole body has. */
import { anatomy, estimates } from "@openlymph/anatomy";
import { type RunRecord, unitFactor } from "@openlymph/base";
import { averagedSettings } from "@openlymph/physiology";
import type { History, Plan } from "@openlymph/therapy";
import { significant } from "../output/numbers.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { assumedTable, happenedTable } from "../present/history.ts";
import { durationWords, stepsTable } from "../present/plan.ts";
import { bullets, escapeHtml, facts, paragraph, section, tableHtml } from "./html.ts";

/** What stands at the top of a page. */
export interface PageHead {
  readonly kicker: string;
  readonly title: string;
  /** What the history is put together with. */
  readonly with: string;
  readonly label: string;
  readonly marks: readonly { readonly word: string; readonly text: string }[];
}

export function pageHead({ kicker, title, with: withWords, label, marks }: PageHead): string {
  const items = marks.map(({ word, text }) => `<li><strong>${escapeHtml(word)}</strong>${escapeHtml(text)}</li>`);
  return (
    `<header><p class="kicker">${escapeHtml(kicker)}</p><h1>${escapeHtml(title)}</h1>` +
    `${paragraph(withWords, "with")}${paragraph(label, "label")}<ul class="marks">${items.join("")}</ul></header>`
  );
}

/** Large numbers with what they are and what belongs to them. */
export function summaryCards(cards: readonly (readonly [name: string, big: string, small: string])[]): string {
  const html = cards.map(
    ([name, big, small]) =>
      `<div><dt>${escapeHtml(name)}</dt><dd><span class="big">${escapeHtml(big)}</span><span class="small">${escapeHtml(small)}</span></dd></div>`,
  );
  return `<section aria-label="In short"><dl class="summary">${html.join("")}</dl></section>`;
}

export function historySection(history: History): string {
  return section(
    "history",
    "History",
    history.about === undefined ? "" : paragraph(history.about),
    tableHtml(happenedTable(history)),
    tableHtml(assumedTable(history)),
  );
}

export function planSection(plan: Plan, title: string): string {
  const stepNotes = plan.steps.flatMap(({ n, note }) => (note === undefined ? [] : [`Step ${n}: ${note}`]));
  return section(
    "plan",
    title,
    plan.about === undefined ? "" : paragraph(plan.about),
    paragraph(durationWords(plan)),
    tableHtml(stepsTable(plan), "wide"),
    stepNotes.length === 0 ? "" : `<h3>Notes on steps</h3>${bullets(stepNotes)}`,
  );
}

/** What a page rests on, with the settings of the model. */
export function sourcesSection(lines: readonly string[], history: History): string {
  return section(
    "sources",
    "Sources and assumptions",
    bullets([...lines, ...anatomyLines(history)]),
    tableHtml(settingsTable()),
  );
}

/** The line of a run record on fluid; `error` is the share of the fluid moved that is not accounted for. */
export function fluidBalance(error: number): readonly [string, string] {
  return ["Fluid not accounted for", `${significant(error, 2)} of what moved`];
}

/** @param balance what is not accounted for: a name and how much. */
export function recordSection(record: RunRecord, balance: readonly [string, string]): string {
  return section(
    "record",
    "Run record",
    facts([
      ["Program", record.program],
      ["Format", record.format],
      ["Parameters and inputs", `SHA-256 ${record.parameterHash}`],
      ["Seed", String(record.seed)],
      balance,
    ]),
  );
}

/** The settings of the model with their defaults and sources. */
function settingsTable(): Table {
  return {
    title: "Settings of the model",
    columns: [words("setting"), numbers("default"), words("unit"), words("known"), words("from")],
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
function anatomyLines(history: History): readonly string[] {
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
