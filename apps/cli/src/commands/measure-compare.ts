import { fail, ok, type Result } from "@openlymph/base";
import { baselineOf, compareMeasurements, joinSeries, type Series, sides } from "@openlymph/measurement";
import {
  measurementOn,
  type ReadMeasurements,
  readMeasurements,
  type WrittenTable,
} from "../input/read-measurements.ts";
import { comparisonJson } from "../json/comparison-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { pageText } from "../output/page.ts";
import { comparisonBlocks } from "../present/comparison.ts";
import { dayOf } from "../words/measure-words.ts";

export interface MeasureCompareInput extends WrittenTable {
  readonly before: string;
  /** A second file; without it two days of the first are compared. */
  readonly after?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly json?: boolean | undefined;
}

const hasTape = (series: Series) => (index: number) =>
  sides.some((side) => series.measurements[index]?.circumferences[side] !== undefined);

function bothFiles(input: MeasureCompareInput): Result<ReadMeasurements & { readonly second?: number }> {
  const first = readMeasurements(input.before, input);
  if (!first.ok || input.after === undefined) return first;
  const next = readMeasurements(input.after, input);
  if (!next.ok) return next;
  const series = joinSeries(first.value.series, next.value.series, input.after);
  if (!series.ok) return series;
  const understood = [...first.value.understood, ...next.value.understood];
  return ok({ series: series.value, understood, second: first.value.series.measurements.length });
}

/** Which two measurements are compared: those of the days asked for, else baseline (or first) and last. */
function chosen(
  series: Series,
  { from, to, before }: MeasureCompareInput,
  second: number | undefined,
): Result<readonly [number, number]> {
  const tape = hasTape(series);
  const on = (day: string | undefined, has: (index: number) => boolean) => {
    const found = measurementOn(series, day, (i) => dayOf(series, i), has);
    return found.ok ? found : fail(found.code, { ...found, file: before });
  };
  const earlier = second === undefined ? tape : (index: number) => tape(index) && index < second;
  const first = baselineOf(series) ?? series.measurements.findIndex((_, index) => tape(index));
  const start = from !== undefined || second !== undefined ? on(from, earlier) : ok(first);
  if (!start.ok) return start;
  const end = on(to, tape);
  if (!end.ok) return end;
  if (!(end.value > start.value)) {
    return fail("usage/invalid", {
      file: before,
      value: dayOf(series, end.value),
      expected: "two measurements, the second after the first",
    });
  }
  return ok([start.value, end.value]);
}

/** Two measurements beside each other: what changed, and whether that can be told from the error. */
export async function measureCompareCommand(
  input: MeasureCompareInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  const read = bothFiles(input);
  if (!read.ok) return read;
  const { series, understood, second } = read.value;
  const pair = chosen(series, input, second);
  if (!pair.ok) return pair;
  const comparison = compareMeasurements(series, ...pair.value);
  const text = input.json
    ? jsonText(comparisonJson(series, comparison, understood))
    : pageText(comparisonBlocks(series, comparison, understood), style);
  return ok({ text });
}
