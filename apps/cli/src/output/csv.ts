/** One line of CSV (RFC 4180): quotes only where they are needed, numbers with all their digits. */
export function csvLine(cells: readonly (string | number)[]): string {
  const shown = cells.map((cell) => {
    if (typeof cell === "number") return String(cell);
    return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  });
  return `${shown.join(",")}\n`;
}

/** Head and rows, line by line. */
export function* csvText(
  head: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
): Generator<string, void, undefined> {
  yield csvLine(head);
  for (const row of rows) yield csvLine(row);
}
