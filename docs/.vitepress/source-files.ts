/** What the site reads from source files: which of them a package exports, and the comment at the head of each. */
import { readFileSync } from "node:fs";
import path from "node:path";

/** The files an index exports, itself left out; `export ... from` is followed through further indexes. */
export function exportedFiles(index: string): string[] {
  const lines = readFileSync(index, "utf8").matchAll(/^export .*? from "(\..*?)";/gm);
  return [...lines].flatMap(([, target = ""]) => {
    const file = path.resolve(path.dirname(index), target);
    return path.basename(file) === "index.ts" ? exportedFiles(file) : [file];
  });
}

/** The comment at the head of a text without its stars; undefined where the text does not begin with one. */
export function headComment(source: string): string | undefined {
  const [, body] = /^\/\*\*([\s\S]*?)\*\//.exec(source) ?? [];
  return body?.replaceAll(/^[ \t]*\* ?/gm, "").trim();
}

/** The tables in the head comment of a text; empty when it has none. */
export function headTables(source: string): string {
  const lines = (headComment(source) ?? "").split("\n").map((line) => line.trimEnd());
  const rows = lines.map((line) => (line.startsWith("|") ? line : ""));
  return rows
    .join("\n")
    .replaceAll(/\n{2,}/g, "\n\n")
    .trim();
}

/** Equations stand indented in head comments; as Markdown they become blocks of their own. */
export function withEquationBlocks(text: string): string {
  const lines: string[] = [];
  let inside = false;
  for (const line of text.split("\n")) {
    const equation = /^ {2,}\S/.test(line);
    if (equation && !inside) lines.push("", "```text");
    if (!equation && inside) lines.push("```", "");
    inside = equation;
    lines.push(equation ? line.slice(2) : line);
  }
  if (inside) lines.push("```");
  return lines.join("\n").replaceAll(/\n{3,}/g, "\n\n");
}
