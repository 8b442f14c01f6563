/** How words are set on a terminal; nothing at all where there is none. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly warn: (text: string) => string;
  /** Characters in a line of a paragraph, and of a table. */
  readonly width: number;
  readonly tableWidth: number;
}

const same = (text: string): string => text;
const sequence = (code: number, end: number) => (text: string) => `\u001b[${code}m${text}\u001b[${end}m`;

export const plainStyle: Style = {
  bold: same,
  dim: same,
  warn: same,
  width: 100,
  tableWidth: Number.POSITIVE_INFINITY,
};

/**
 * Colour only on a terminal, and not where `NO_COLOR` is set (no-color.org). Paragraphs are at most 100 characters wide;
 * tables are folded to the terminal, and not at all where there is none, so that one row stays one line for other programs.
 */
export function styleFor(
  stream: { readonly isTTY?: boolean; readonly columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Style {
  if (stream.isTTY !== true) return plainStyle;
  const tableWidth = Math.max(40, stream.columns ?? 100);
  const width = Math.min(100, tableWidth);
  if ((environment["NO_COLOR"] ?? "") !== "" || environment["TERM"] === "dumb") {
    return { ...plainStyle, width, tableWidth };
  }
  return { bold: sequence(1, 22), dim: sequence(2, 22), warn: sequence(33, 39), width, tableWidth };
}
