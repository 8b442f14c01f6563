import type { Table } from "../output/table.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Text made safe for HTML content and attributes in double quotes. Everything that comes from a file goes through it. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(controls, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A minus that is as wide as a digit. */
function printed(cell: string): string {
  return escapeHtml(cell).replace(/^-(?=\d)/, "\u2212");
}

/** A table with caption, head and row heads; nothing for a table without rows. */
export function tableHtml(table: Table, kind = ""): string {
  if (table.rows.length === 0) return "";
  const side = (c: number) => (table.columns[c]?.align === "right" ? ' class="n"' : "");
  const head = table.columns.map(({ head: name }, c) =>
    name === "" ? `<td${side(c)}></td>` : `<th scope="col"${side(c)}>${escapeHtml(name)}</th>`,
  );
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, c) =>
      c === 0 ? `<th scope="row"${side(c)}>${printed(cell)}</th>` : `<td${side(c)}>${printed(cell)}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  const about = table.about === undefined ? "" : `<span class="about">${escapeHtml(table.about)}</span>`;
  return (
    `<div class="table ${kind}" role="group" tabindex="0" aria-label="${escapeHtml(table.title)}"><table><caption>${escapeHtml(table.title)}${about}</caption>` +
    `<thead><tr>${head.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`
  );
}

export function paragraph(text: string, kind = ""): string {
  return `<p${kind === "" ? "" : ` class="${kind}"`}>${escapeHtml(text)}</p>`;
}

export function bullets(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
}

/** Names and values, such as those of a run record. */
export function facts(pairs: readonly (readonly [string, string])[]): string {
  return `<dl class="facts">${pairs.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`).join("")}</dl>`;
}

export function section(id: string, heading: string, ...content: readonly string[]): string {
  return `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(heading)}</h2>${content.join("")}</section>`;
}
