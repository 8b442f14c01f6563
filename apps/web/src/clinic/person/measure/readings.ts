/** Readings as they are typed or pasted: text of centimetres, with a comma or a point. */

/** cm; undefined for an empty cell, NaN for what is no number. */
export function readCell(text: string): number | undefined {
  const bare = text
    .trim()
    .replace(/\s*cm$/i, "")
    .replace(",", ".");
  if (bare === "") return undefined;
  return /^\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : Number.NaN;
}

export interface ReadColumn {
  /** m, from the first mark up to the last filled one; none where a cell stands in the way. */
  readonly readings: readonly number[];
  /** The first cell that is no number. */
  readonly unread?: string;
  /** A cell in between is empty. */
  readonly gap: boolean;
}

/** A column from its first mark to its last filled one. While it has a gap, what stands above the gap counts. */
export function readColumn(cells: readonly string[]): ReadColumn {
  const filled = cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
  const values = filled.map(readCell);
  const stop = values.findIndex((value) => value === undefined || Number.isNaN(value));
  const whole = stop < 0 ? values : values.slice(0, stop);
  const unread = filled.find((cell) => Number.isNaN(readCell(cell)));
  return {
    readings: whole.map((value) => Number(((value ?? 0) / 100).toFixed(4))),
    ...(unread === undefined ? {} : { unread: unread.trim() }),
    gap: values.includes(undefined),
  };
}

/**
 * What a spreadsheet hands over: rows by line, columns by tab or semicolon. One column goes down from where it is pasted; of
 * two, the first goes left and the second right; of three, the first is the marks.
 */
export function readPasted(text: string): readonly (readonly string[])[] {
  const rows = text
    .replaceAll("\r", "")
    .split("\n")
    .filter((line, n, all) => line.trim() !== "" || n < all.length - 1)
    .map((line) => line.split(/[\t;]/).map((cell) => cell.trim()));
  const numeric = rows.filter((row) => row.some((cell) => cell !== "" && !Number.isNaN(readCell(cell) ?? Number.NaN)));
  const width = Math.max(0, ...numeric.map((row) => row.length));
  return numeric.map((row) => (width >= 3 ? row.slice(1, 3) : row));
}
