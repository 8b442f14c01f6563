import { appendFileSync } from "node:fs";
import { expect } from "vitest";

/** One line of the validation page: what a source says against what we get. */
export interface ValidationRow {
  readonly name: string;
  readonly source: string;
  readonly unit: string;
  readonly expected: number;
  readonly ours: number;
  /** Largest accepted |ours − expected|, or `undefined` for a result that is not reproduced and only reported. */
  readonly tolerance: number | undefined;
}

function digits(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(1) : Number(value.toPrecision(4)).toString();
}

/** Within two per cent or one unit of the last printed digit, whichever is larger. */
export function printedTolerance(expected: number, lastDigit: number): number {
  return Math.max(0.02 * Math.abs(expected), lastDigit);
}

/** Writes the row to the file named by VALIDATION_ROWS, if any, and holds our number to the tolerance. */
export function row(found: ValidationRow): void {
  const { name, source, unit, expected, ours, tolerance } = found;
  const met = tolerance === undefined || Math.abs(ours - expected) <= tolerance;
  const verdict = tolerance === undefined ? "not reproduced" : `± ${digits(tolerance)}`;
  const file = process.env["VALIDATION_ROWS"];
  if (file !== undefined) {
    const cells = [name, `${digits(expected)} ${unit}`, `${digits(ours)} ${unit}`, verdict, source];
    appendFileSync(file, `| ${cells.join(" | ")} |\n`);
  }
  if (!met) expect.fail(`${name}: ${ours} ${unit}, expected ${expected} ± ${tolerance} ${unit} (${source})`);
}
