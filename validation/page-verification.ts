/** The part of the page about code verification: a line per group, and every number folded away. */
import { shown, table, withUnit } from "./page-words.ts";
import type { ReferenceNumber, ValidationRecord } from "./publish.ts";

export interface Group {
  readonly name: string;
  readonly numbers: readonly ReferenceNumber[];
}

export function groupsOf(records: readonly ValidationRecord[]): Group[] {
  const groups = new Map<string, ReferenceNumber[]>();
  for (const record of records) {
    if (record.kind !== "reference") continue;
    groups.set(record.group, [...(groups.get(record.group) ?? []), record.number]);
  }
  return [...groups]
    .map(([name, numbers]) => ({ name, numbers: numbers.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Share of the accepted difference that is used up. */
function used({ expected, ours, tolerance }: ReferenceNumber): number {
  return tolerance === undefined ? Number.POSITIVE_INFINITY : Math.abs(ours - expected) / tolerance;
}

function deviation({ expected, ours }: ReferenceNumber): number {
  return Math.abs(ours - expected) / Math.abs(expected);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line per group of code verification. */
export function verificationTable(records: readonly ValidationRecord[]): string {
  const rows = groupsOf(records).map(({ name, numbers }) => {
    const held = numbers.filter(({ tolerance }) => tolerance !== undefined);
    const worst = held.toSorted((a, b) => used(b) - used(a))[0];
    return [
      name,
      `${held.length} of ${numbers.length}`,
      `${shown(100 * median(held.map(deviation)))} %`,
      worst === undefined ? "" : `${worst.name}: ${shown(100 * used(worst))} % of what is accepted`,
    ];
  });
  return table(["what", "numbers held", "median deviation", "worst"], rows);
}

/** All numbers of a group, folded away. */
export function verificationDetail({ name, numbers }: Group): string {
  const rows = numbers.map((number) => {
    const { unit, expected, ours, tolerance } = number;
    const accepted = tolerance === undefined ? "known difference" : `± ${shown(tolerance)}`;
    return [number.name, withUnit(shown(expected), unit), withUnit(shown(ours), unit), accepted];
  });
  const sources = [...new Set(numbers.map(({ source }) => source))].join("; ");
  const detail = table(["quantity", "reference", "ours", "accepted"], rows);
  return `<details>\n<summary>${name}: ${numbers.length} numbers (${sources})</summary>\n\n${detail}\n\n</details>`;
}
