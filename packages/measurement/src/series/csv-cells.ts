/** Cells of one line, with its number counted from 1. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What separates the cells: what the first line has most of; a semicolon or a tab before a comma. */
export function delimiterOf(head: string): string {
  return ["\t", ";", ","].find((delimiter) => head.includes(delimiter)) ?? ",";
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  const cells: string[] = [];
  let [cell, quoted] = ["", false];
  for (let i = 0; i < line.length; i++) {
    const sign = line[i]!;
    if (sign === '"' && quoted && line[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

/** Lines of a table that are not empty, cut into cells. A cell in quotes stays on one line. */
export function csvLines(text: string): { readonly delimiter: string; readonly lines: readonly CsvLine[] } {
  const raw = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const written = raw.map((content, i) => ({ content, line: i + 1 })).filter(({ content }) => content.trim() !== "");
  const delimiter = delimiterOf(written[0]?.content ?? "");
  const lines = written.map(({ content, line }) => ({ line, cells: cellsOf(content, delimiter) }));
  return { delimiter, lines: lines.filter(({ cells }) => cells.some((cell) => cell !== "")) };
}
