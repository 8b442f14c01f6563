import type { Style } from "./style.ts";
import { type Table, tableLines } from "./table.ts";

/** What a command says, in order. */
export type Block =
  | { readonly kind: "title"; readonly text: string }
  /** A word in capitals before a sentence: DRAFT, EXCERPT, MODEL. */
  | { readonly kind: "mark"; readonly word: string; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly table: Table };

export const title = (text: string): Block => ({ kind: "title", text });
export const mark = (word: string, text: string): Block => ({ kind: "mark", word, text });
export const heading = (text: string): Block => ({ kind: "heading", text });
export const text = (content: string): Block => ({ kind: "text", text: content });
export const list = (items: readonly string[]): Block => ({ kind: "list", items });
export const tableBlock = (table: Table): Block => ({ kind: "table", table });

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** One line without control characters: words from a file must not steer the terminal. */
export function plain(content: string): string {
  return content.replaceAll(controls, " ").trim();
}

/** Breaks a paragraph into lines of a width; every line after the first begins with `indent`. */
export function wrapped(content: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of plain(content).split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && longer.length > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].join(`\n${indent}`);
}

function clean(table: Table): Table {
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, head: plain(column.head) })),
    rows: table.rows.map((row) => row.map(plain)),
  };
}

function tableText(table: Table, style: Style): string {
  const { head, rows } = tableLines(clean(table), style.tableWidth);
  const about = table.about === undefined ? [] : [style.dim(wrapped(table.about, style.width))];
  return [style.bold(plain(table.title)), ...about, ...head.map(style.dim), ...rows].join("\n");
}

function blockText(block: Block, style: Style): string {
  switch (block.kind) {
    case "title":
      return style.bold(wrapped(block.text, style.width));
    case "heading":
      return style.bold(plain(block.text));
    case "mark":
      return wrapped(`${block.word}: ${block.text}`, style.width, "  ").replace(block.word, style.warn(block.word));
    case "text":
      return wrapped(block.text, style.width);
    case "list":
      return block.items.map((item) => `- ${wrapped(item, style.width - 2, "  ")}`).join("\n");
    case "table":
      return tableText(block.table, style);
  }
}

/** Blocks as text for a terminal: an empty line between them, none between marks or below a heading. */
export function pageText(blocks: readonly Block[], style: Style): string {
  return blocks.reduce((page, block, at) => {
    const before = blocks[at - 1];
    const close = before?.kind === "heading" || (before?.kind === "mark" && block.kind === "mark");
    const gap = close || (before?.kind === "title" && block.kind === "mark") ? "\n" : "\n\n";
    return `${page}${at === 0 ? "" : gap}${blockText(block, style)}`;
  }, "");
}
