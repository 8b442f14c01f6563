import type { SwellingBands, SwellingTask } from "@openlymph/rehearsal";
import { swellingFigure } from "../figures/swelling-figure.ts";
import { drawnWords, ensembleMarks, influenceBlocks, priorsTable } from "../present/ensemble.ts";
import { noBandsWords, partSwellingTable, swellingParts } from "../present/swelling-bands.ts";
import { partWords } from "../words/band-words.ts";
import { blockHtml } from "./block-html.ts";
import { sheetHtml } from "./figures.ts";
import { facts, paragraph, section, tableHtml } from "./html.ts";

/** What the page of a run says of virtual bodies: bands, how many swell, what matters most, what differs. */
export function swellingSection(
  task: SwellingTask,
  bands: SwellingBands,
  shown: readonly number[],
  settings: readonly string[],
): string {
  const { influence, most, bodies, record, outOfRange } = bands;
  const name = `The same in ${bodies} virtual bodies`;
  const swelling = swellingParts(bands);
  const svg = swellingFigure({ bands, settings }, { title: "bands-figure", description: "bands-figure-description" });
  return section(
    "bodies",
    name,
    ...ensembleMarks(bands, outOfRange).map(blockHtml),
    paragraph(drawnWords(bands), "bound"),
    sheetHtml(name, svg),
    swelling.length === 0 ? paragraph(noBandsWords) : "",
    ...swelling.map((part) => tableHtml(partSwellingTable(bands, part, shown))),
    ...(most === undefined
      ? []
      : influenceBlocks(influence, "What matters most", `the excess of the ${partWords(most)} at the end`).map(
          blockHtml,
        )),
    tableHtml(priorsTable(task, false)),
    facts([["Parameters and inputs of the virtual bodies", `SHA-256 ${record.parameterHash}`]]),
  );
}
