const symbol = /(?<![\p{L}\p{N}_])(\p{L}′?)_(\p{L}{1,5}|\d)(?![\p{L}\p{N}_])/gu;

/**
 * Escaped text in which `R_n` and `Δ_o`, as the heads of source files write symbols, have their subscript. Only one letter
 * before the underscore counts, so that names stay names.
 */
export function withSubscripts(html: string): string {
  return html.replaceAll(symbol, "$1<sub>$2</sub>");
}
