import type { RunRecord } from "@openlymph/base";
import type { History } from "@openlymph/therapy";
import { historyMarks, provenanceWords } from "../words/review-words.ts";
import { pageHtml } from "./page-html.ts";
import { historySection, pageHead, recordSection, sourcesSection } from "./report-parts.ts";

/** A page about a body with a history and no plan. */
export interface BodyPage {
  /** What was done with the body: `whole body`, `nodes`, `examination`. */
  readonly kind: string;
  /** Under the title: for how long, where. */
  readonly about: string;
  readonly history: History;
  readonly label: string;
  readonly warnings: readonly string[];
  /** Settings other than the default, as they were written. */
  readonly settings: readonly string[];
  /** HTML of what was found. */
  readonly sections: readonly string[];
  /** What the page rests on, beside history, anatomy and settings. */
  readonly sources?: readonly string[];
  readonly record: RunRecord;
  /** What is not accounted for: a name and how much. */
  readonly balance: readonly [string, string];
}

/** One self-contained page. The same contents give the same bytes. */
export function bodyPage(page: BodyPage): string {
  const { kind, about, history, label, warnings, settings, sections, sources = [], record, balance } = page;
  const changed = settings.length === 0 ? [] : [`Settings other than the default: ${settings.join(", ")}.`];
  return pageHtml({
    title: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${history.title}`,
    program: record.program,
    head: pageHead({
      kicker: `OpenLymph ${kind}`,
      title: history.title,
      with: [about, ...changed].join(" "),
      label,
      marks: [...warnings.map((text) => ({ word: "WARNING", text })), ...historyMarks(history)],
    }),
    sections: [
      ...sections,
      historySection(history),
      sourcesSection([`History: ${provenanceWords(history.provenance)}.`, ...changed, ...sources], history),
      recordSection(record, balance),
    ],
    label,
  });
}
