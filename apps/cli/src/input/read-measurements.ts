import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fail, ok, type Result } from "@openlymph/base";
import {
  joinSeries,
  limbs,
  parseSeries,
  parseTable,
  type Series,
  type TableOptions,
  volumeModels,
} from "@openlymph/measurement";
import { readParsed } from "./read-parsed.ts";

/** What the command line says about a plain table, as it is written. */
export interface WrittenTable {
  readonly model?: string | undefined;
  readonly affected?: string | undefined;
  readonly limb?: string | undefined;
  readonly unit?: string | undefined;
  readonly sameRater?: boolean | undefined;
}

/** A series as it was read, and how a plain table was understood. */
export interface ReadMeasurements {
  readonly series: Series;
  readonly understood: readonly string[];
}

function oneOf<const Words extends readonly string[]>(
  written: string | undefined,
  words: Words,
  option: string,
): Result<Words[number] | undefined> {
  const found = words.find((word) => word === written);
  if (written === undefined || found !== undefined) return ok(found);
  return fail("usage/invalid", { path: option, value: written, expected: `one of ${words.join(", ")}` });
}

function tableOptions({ model, affected, limb, unit }: WrittenTable): Result<TableOptions> {
  const read = {
    model: oneOf(model, volumeModels, "--model"),
    affected: oneOf(affected, ["left", "right"] as const, "--affected"),
    limb: oneOf(limb, limbs, "--limb"),
    unit: oneOf(unit, ["cm", "mm"] as const, "--unit"),
  };
  const wrong = Object.values(read).find((one) => !one.ok);
  if (wrong !== undefined && !wrong.ok) return wrong;
  const given = Object.entries(read).flatMap(([name, one]) =>
    one.ok && one.value !== undefined ? [[name, one.value] as const] : [],
  );
  return ok(Object.fromEntries(given) as TableOptions);
}

const isTable = (file: string) => [".csv", ".tsv", ".txt"].includes(path.extname(file).toLowerCase());

/** A file says itself what a table does not; an option that contradicts it is refused, the affected side apart. */
function withOptions(series: Series, { model, affected, limb }: TableOptions, file: string): Result<Series> {
  if (model !== undefined && model !== series.protocol.model) {
    const hint = "A file is measured by one model. Its numbers cannot be compared with those of the other.";
    return fail("usage/invalid", { file, path: "--model", value: model, expected: series.protocol.model, hint });
  }
  if (limb !== undefined && limb !== series.limb) {
    return fail("usage/invalid", { file, path: "--limb", value: limb, expected: series.limb });
  }
  return ok(affected === undefined ? series : { ...series, affected });
}

/** Reads a table (`.csv`, `.tsv`, `.txt`) or a measurements file. */
export function readMeasurements(file: string, written: WrittenTable = {}): Result<ReadMeasurements> {
  const options = tableOptions(written);
  if (!options.ok) return options;
  if (isTable(file)) {
    const table = readParsed(file, (text, name) => parseTable(text, name, options.value));
    if (!table.ok || written.sameRater !== true) return table;
    const { series, understood } = table.value;
    const measurements = series.measurements.map((one) => ({ ...one, rater: "same" }));
    return ok({ series: { ...series, measurements }, understood });
  }
  const series = readParsed(file, parseSeries);
  if (!series.ok) return series;
  const complete = withOptions(series.value, options.value, file);
  return complete.ok ? ok({ series: complete.value, understood: [] }) : complete;
}

/** Reads a measurements file, or all of a folder in the order of their names as one series. */
export function readMeasurementFolder(place: string): Result<Series> {
  if (!existsSync(place) || !statSync(place).isDirectory()) {
    const read = readMeasurements(place);
    return read.ok ? ok(read.value.series) : read;
  }
  const files = readdirSync(place)
    .filter((name) => /\.ya?ml$/i.test(name))
    .sort()
    .map((name) => path.join(place, name));
  const [first, ...rest] = files;
  if (first === undefined)
    return fail("usage/invalid", { file: place, expected: "a folder with measurements files (.yaml)" });
  let joined = readMeasurements(first);
  for (const file of rest) {
    if (!joined.ok) return joined;
    const next = readMeasurements(file);
    if (!next.ok) return next;
    const series = joinSeries(joined.value.series, next.value.series, file);
    joined = series.ok ? ok({ series: series.value, understood: [] }) : series;
  }
  return joined.ok ? ok(joined.value.series) : joined;
}

/** Index of the last measurement of a day such as `2026-03-02`; of the series where no day is asked for. */
export function measurementOn(
  series: Series,
  day: string | undefined,
  dayOf: (index: number) => string | undefined,
  has: (index: number) => boolean,
): Result<number> {
  const days = series.measurements.map((_, index) => dayOf(index));
  const found = days.findLastIndex((own, index) => has(index) && (day === undefined || own === day));
  if (found >= 0) return ok(found);
  const known = [...new Set(days.filter((own, index) => own !== undefined && has(index)))];
  if (day === undefined) return fail("field/missing", { path: "measurements", expected: "a measurement of a volume" });
  return fail("usage/invalid", { path: "--on", value: day, expected: `a day of the series: ${known.join(", ")}` });
}
