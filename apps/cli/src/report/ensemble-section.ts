import type { SessionBands, SessionTask } from "@openlymph/rehearsal";
import { sessionFigure } from "../figures/session-figure.ts";
import { drawnWords, priorsTable } from "../present/ensemble.ts";
import {
  comparisonTable,
  comparisonWords,
  displacementWords,
  movedTable,
  plansWords,
  startTable,
  strokeKnowledgeTable,
} from "../present/session-bands.ts";
import { sheetHtml } from "./figures.ts";
import { bullets, paragraph, section, tableHtml } from "./html.ts";

/** What the report of a rehearsal says of virtual bodies: bands, the comparison, what differs from body to body. */
export function ensembleSection(task: SessionTask, bands: SessionBands): string {
  const { comparisons, failed } = bands;
  const name = `The same in ${bands.bodies} virtual bodies`;
  const svg = sessionFigure(bands, { title: "ensemble-figure", description: "ensemble-figure-description" });
  return section(
    "bodies",
    name,
    paragraph(`${bands.label}. ${drawnWords(bands)}`),
    failed.length === 0 ? "" : paragraph(`${failed.length} of them could not be run and are in no number here.`),
    comparisons.length === 0 ? "" : paragraph(plansWords(bands)),
    paragraph(displacementWords(bands), "bound"),
    sheetHtml(name, svg),
    tableHtml(startTable(bands)),
    tableHtml(movedTable(bands)),
    ...comparisons.map((comparison) => tableHtml(comparisonTable(bands, comparison))),
    comparisons.length === 0 ? "" : bullets(comparisons.map((comparison) => comparisonWords(bands, comparison))),
    tableHtml(strokeKnowledgeTable()),
    tableHtml(priorsTable(task, true)),
  );
}
