/** Numbers, published values and tables as words and Markdown. */
import type { Published } from "./result.ts";

/** Three significant digits, whole numbers from 100 on. */
export function shown(value: number): string {
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return String(rounded === 0 ? 0 : rounded).replace("-", "−");
}

export function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} ${unit}`;
}

export function publishedText(published: Published): string {
  const { unit } = published;
  switch (published.kind) {
    case "mean ± sd":
      return withUnit(`${shown(published.value)} ± ${shown(published.spread)}`, unit);
    case "mean ± ci":
      return `${withUnit(`${shown(published.value)} ± ${shown(published.spread)}`, unit)} (95 % CI)`;
    case "range": {
      const { low, high } = published;
      const word = shown(low) === shown(high) ? (value: number) => String(value).replace("-", "−") : shown;
      return withUnit(`${word(low)} to ${word(high)}`, unit);
    }
    case "share":
      return `${published.count} of ${published.of} (${shown((100 * published.count) / published.of)} %)`;
    case "sign":
      return published.says;
    case "median":
      return `${withUnit(shown(published.value), unit)} (median)`;
    case "value":
      return withUnit(shown(published.value), unit);
    default:
      return `${published.kind} ${withUnit(shown(published.value), unit)}`;
  }
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}
