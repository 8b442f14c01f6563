import type { RunRecord } from "@openlymph/base";
import { jsonText, type OutputFile } from "./command-output.ts";

/** What stands beside a table: enough to say what it is and to compute it again. */
export interface TableRecord extends RunRecord {
  /** Settings of the solver, in SI: method, tolerance, step. */
  readonly solver?: object | undefined;
  /** What the command changed in its input, as it was written: `outlet.pressure=12 mmHg`. */
  readonly settings?: readonly string[] | undefined;
}

/** Name and unit of a column; no unit for words and plain numbers. */
export interface ColumnName {
  readonly name: string;
  readonly unit?: string | undefined;
}

/** Where the record of a table lies: `trace.parquet` → `trace.parquet.run.json`. */
export function runRecordPath(table: string): string {
  return `${table}.run.json`;
}

/** The record as plain data, in the order in which it is read: what, by which program, from what, how, columns. */
export function runRecordContent(record: TableRecord, columns: readonly ColumnName[]): object {
  const { format, program, parameterHash, seed, solver, settings } = record;
  return {
    format,
    program,
    parameterHash,
    seed,
    ...(solver === undefined ? {} : { solver }),
    ...(settings === undefined ? {} : { settings }),
    columns: columns.map(({ name, unit }) => (unit === undefined ? { name } : { name, unit })),
  };
}

/** The file beside a table. */
export function runRecordFile(table: string, record: TableRecord, columns: readonly ColumnName[]): OutputFile {
  return { path: runRecordPath(table), content: [`${jsonText(runRecordContent(record, columns))}\n`] };
}
