import { parquetWriteBuffer } from "hyparquet-writer";
import { runRecordContent, type TableRecord } from "./run-record-file.ts";
import type { TableColumn } from "./table-file.ts";

/**
 * A table as an Apache Parquet file (compressed with Snappy): numbers as DOUBLE, words as UTF-8 STRING, no nulls.
 *
 * Columns keep their names. The metadata of the file hold `openlymph.units`, a JSON object from column to unit, and
 * `openlymph.record`, the run record of the file beside it. The same table gives the same bytes.
 */
export function parquetBytes(columns: readonly TableColumn[], record: TableRecord): Uint8Array {
  const units = Object.fromEntries(columns.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit]])));
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, values }) => ({
      name,
      data: values instanceof Float64Array ? values : [...values],
      type: values instanceof Float64Array ? "DOUBLE" : "STRING",
      nullable: false,
    })),
    kvMetadata: [
      { key: "openlymph.units", value: JSON.stringify(units) },
      { key: "openlymph.record", value: JSON.stringify(runRecordContent(record, columns)) },
    ],
    createdBy: record.program,
  });
  return new Uint8Array(buffer);
}
