import path from "node:path";
import { expect } from "vitest";
import { keepRecord, type ReferenceNumber } from "./publish.ts";

/** Within two per cent or one unit of the last printed digit, whichever is larger. */
export function printedTolerance(expected: number, lastDigit: number): number {
  return Math.max(0.02 * Math.abs(expected), lastDigit);
}

/**
 * Code verification: holds our number to one computed elsewhere from the same equations, and keeps it for the page under the
 * name of the test file. Fails beyond the tolerance.
 */
export function row(found: ReferenceNumber): void {
  const { name, source, unit, expected, ours, tolerance } = found;
  const group = path.basename(expect.getState().testPath ?? "", ".test.ts").replaceAll("-", " ");
  keepRecord({ kind: "reference", group, number: found });
  const met = tolerance === undefined || Math.abs(ours - expected) <= tolerance;
  if (!met) expect.fail(`${name}: ${ours} ${unit}, expected ${expected} ± ${tolerance} ${unit} (${source})`);
}
