import { escapeHtml, paragraph } from "./html.ts";
import { reportStyle } from "./style.ts";

/** No script, no font, no picture, no frame from anywhere: the page shows what is in it and nothing else. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export interface Page {
  readonly title: string;
  /** Name and version of the program. */
  readonly program: string;
  /** HTML. */
  readonly head: string;
  readonly sections: readonly string[];
  /** The teaching-model label. */
  readonly label: string;
}

/** A whole page of a report: self-contained, made for A4. */
export function pageHtml({ title, program, head, sections, label }: Page): string {
  return (
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">` +
    `<meta name="generator" content="${escapeHtml(program)}"><style>${reportStyle}</style></head><body><main>` +
    `${head}${sections.join("")}` +
    `<footer>${paragraph(`${label}. Nothing here is advice or a promise of an effect.`)}</footer></main></body></html>\n`
  );
}
