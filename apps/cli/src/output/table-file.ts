import path from "node:path";
import { type Failure, fail, ok, type Result } from "@openlymph/base";
import type { OutputFile } from "./command-output.ts";
import { csvText } from "./csv.ts";
import { type ColumnName, runRecordFile, type TableRecord } from "./run-record-file.ts";
import { checkTarget, writeWhole } from "./write-file.ts";

/** A column: its name, a quantity and if need be of what (`diameter chain.1`), and one number or word for each row. */
export interface TableColumn extends ColumnName {
  readonly values: Float64Array | readonly string[];
}

/** Endings of a table file. */
export const tableEndings = [".csv", ".parquet"] as const;

/** Says early whether a table can be written under this name: by its ending, and as `checkTarget` does. */
export function checkTableTarget(target: string | undefined, inputs: readonly string[]): Failure | undefined {
  if (target === undefined) return undefined;
  if (!tableEndings.some((ending) => ending === path.extname(target).toLowerCase())) {
    return fail("usage/invalid", { file: target, expected: "a name that ends in .csv or .parquet" });
  }
  return checkTarget(target, inputs);
}

/** The head of a column in CSV: the unit follows the quantity, so `diameter chain.1` in mm is `diameter_mm chain.1`. */
export function columnHead({ name, unit }: ColumnName): string {
  if (unit === undefined) return name;
  const [quantity = "", ...rest] = name.split(" ");
  return [`${quantity}_${unit}`, ...rest].join(" ");
}

function* rowsOf(columns: readonly TableColumn[]): Generator<readonly (string | number)[], void, undefined> {
  const count = columns[0]?.values.length ?? 0;
  for (let i = 0; i < count; i++) yield columns.map(({ values }) => values[i] ?? Number.NaN);
}

/** The table as CSV (RFC 4180), numbers with all their digits. */
export function tableCsv(columns: readonly TableColumn[]): Iterable<string> {
  return csvText(columns.map(columnHead), rowsOf(columns));
}

/**
 * A table and the run record beside it (`<path>.run.json`), as files that are yet to be written.
 *
 * @param target ends in `.csv` or `.parquet`; anything else is `usage/invalid`.
 * @param columns all of the same length.
 */
export async function tableFiles(
  target: string,
  columns: readonly TableColumn[],
  record: TableRecord,
): Promise<Result<readonly OutputFile[]>> {
  const wrong = checkTableTarget(target, []);
  if (wrong !== undefined) return wrong;
  const beside = runRecordFile(target, record, columns);
  if (path.extname(target).toLowerCase() === ".csv") return ok([{ path: target, content: tableCsv(columns) }, beside]);
  const { parquetBytes } = await import("./parquet.ts");
  return ok([{ path: target, content: [parquetBytes(columns, record)] }, beside]);
}

/**
 * Writes a table and the run record beside it, each whole or not at all.
 *
 * @returns what went wrong, if anything: `usage/invalid` for another ending, `file/unwritable` without a folder.
 * @example
 * const failure = await writeTable("curve.parquet", [{ name: "flow", unit: "mL/h", values }], record);
 */
export async function writeTable(
  target: string,
  columns: readonly TableColumn[],
  record: TableRecord,
): Promise<Failure | undefined> {
  const files = await tableFiles(target, columns, record);
  if (!files.ok) return files;
  for (const file of files.value) {
    const failure = writeWhole(file);
    if (failure !== undefined) return failure;
  }
  return undefined;
}
