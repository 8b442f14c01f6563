/** Everything of one person, to take along: every operation as it was written, or a table of them. */
import { programVersion } from "@openlymph/base";
import type { StoredOperation } from "./operations.ts";

export const exportFormat = "openlymph/export@1";

export function exportJson(person: string, operations: readonly StoredOperation[], now: number): string {
  const file = {
    format: exportFormat,
    program: programVersion,
    person,
    exported: new Date(now).toISOString(),
    operations,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** A cell that no spreadsheet takes for a formula. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line for each field of each operation. */
export function exportCsv(operations: readonly StoredOperation[]): string {
  const head = ["arrival", "received", "at", "device", "kind", "field", "value"];
  const lines = operations.flatMap(({ arrival, received, operation }) =>
    Object.entries(operation.body).map(([field, value]) => [
      String(arrival),
      new Date(received).toISOString(),
      operation.at,
      operation.device,
      operation.kind,
      field,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
  return [head, ...lines]
    .map((line) => line.map(cell).join(","))
    .join("\r\n")
    .concat("\r\n");
}
