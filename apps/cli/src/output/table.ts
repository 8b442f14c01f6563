/** A table as data: the terminal, the report and the documents all print the same one. */
export interface Table {
  readonly title: string;
  /** A sentence under the title: what the numbers are compared with, what was left out. */
  readonly about?: string | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  /** With the unit of its numbers in brackets. */
  readonly head: string;
  readonly align: "left" | "right";
}

export const words = (head: string): Column => ({ head, align: "left" });
export const numbers = (head: string): Column => ({ head, align: "right" });

function widthOf(text: string): number {
  return [...text].length;
}

function pad(text: string, width: number, align: Column["align"]): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return align === "right" ? `${space}${text}` : `${text}${space}`;
}

const narrowest = 12;

function longestWord(head: string): number {
  return Math.max(...head.split(" ").map(widthOf));
}

/** Widths of the columns. Where the table is too wide, heads of numbers are folded, then the widest column of words. */
function widthsOf({ columns, rows }: Table, most: number): readonly number[] {
  const widths = columns.map(({ head }, c) =>
    rows.reduce((longest, row) => Math.max(longest, widthOf(row[c] ?? "")), widthOf(head)),
  );
  const total = () => widths.reduce((sum, width) => sum + width, 2 * (widths.length - 1));
  for (const [c, { head, align }] of columns.entries()) {
    if (total() <= most || align === "left") continue;
    widths[c] = rows.reduce((longest, row) => Math.max(longest, widthOf(row[c] ?? "")), longestWord(head));
  }
  while (total() > most) {
    const foldable = widths.map((width, c) => (columns[c]?.align === "left" ? width : 0));
    const widest = Math.max(...foldable);
    if (widest <= narrowest) break;
    widths[foldable.indexOf(widest)] = Math.max(narrowest, widest - (total() - most), Math.floor(0.8 * widest));
  }
  return widths;
}

/** Breaks a cell into lines of a width; a word that is longer than a line is cut. */
function folded(cell: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of cell.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      lines.push([...line].slice(0, width).join(""));
      line = [...line].slice(width).join("");
    }
  }
  return [...lines, line];
}

/** Head and rows as aligned lines, two spaces apart, nothing at the end of a line. The head is one row of lines. */
export function tableLines(table: Table, most = Number.POSITIVE_INFINITY): { head: string[]; rows: string[] } {
  const { columns, rows } = table;
  const widths = widthsOf(table, most);
  const lines = (cells: readonly string[]): string[] => {
    const parts = columns.map((_, c) => folded(cells[c] ?? "", widths[c] ?? 0));
    const height = Math.max(...parts.map((part) => part.length));
    return Array.from({ length: height }, (_, at) =>
      columns
        .map(({ align }, c) => pad(parts[c]?.[at] ?? "", widths[c] ?? 0, align))
        .join("  ")
        .trimEnd(),
    );
  };
  return { head: lines(columns.map(({ head }) => head)), rows: rows.flatMap(lines) };
}

/** The first rows of a long table, with a line that says how many more there are and where to find them. */
export function shortened(table: Table, most: number, where: string): Table {
  const more = table.rows.length - most;
  if (more <= 0) return table;
  const about = [table.about, `The first ${most} of ${table.rows.length}; all of them: ${where}.`];
  return { ...table, about: about.filter(Boolean).join(" "), rows: table.rows.slice(0, most) };
}
