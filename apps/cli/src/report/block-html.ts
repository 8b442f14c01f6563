import type { Block } from "../output/page.ts";
import { bullets, escapeHtml, paragraph, tableHtml } from "./html.ts";

/** What a command prints, as part of a section of a page. */
export function blockHtml(block: Block): string {
  switch (block.kind) {
    case "title":
    case "heading":
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case "mark":
      return `<ul class="marks"><li><strong>${escapeHtml(block.word)}</strong>${escapeHtml(block.text)}</li></ul>`;
    case "text":
      return paragraph(block.text);
    case "list":
      return bullets(block.items);
    case "table":
      return tableHtml(block.table);
  }
}
