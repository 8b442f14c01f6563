import { fail, ok, type Result } from "@openlymph/base";
import { parseThreshold, type Replayed, replay, type Series, type Threshold } from "@openlymph/measurement";
import { readMeasurementFolder } from "../input/read-measurements.ts";
import { alarmsJson } from "../json/trend-json.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { mark, pageText, tableBlock, text, title } from "../output/page.ts";
import { alarmTable } from "../present/trend.ts";
import { errorWords, measureMarks } from "../words/measure-words.ts";

export interface MeasureAlarmsInput {
  readonly place: string;
  readonly threshold?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
}

interface Replay {
  readonly threshold: Threshold;
  readonly replayed: readonly Replayed[];
}

function replays(series: Series, written: readonly string[], place: string): Result<readonly Replay[]> {
  const found: Replay[] = [];
  for (const words of written) {
    const threshold = parseThreshold(series, words);
    if (!threshold.ok) return fail(threshold.code, { ...threshold, path: "--threshold" });
    const replayed = replay(series, threshold.value);
    if (replayed.length === 0) {
      return fail("field/missing", {
        file: place,
        path: "measurements",
        expected: `a measurement with ${threshold.value.of}`,
      });
    }
    found.push({ threshold: threshold.value, replayed });
  }
  return ok(found);
}

/** Thresholds that a therapist set, replayed on what was measured: which of them would have been crossed, and when. */
export async function measureAlarmsCommand(
  { place, threshold = [], json }: MeasureAlarmsInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  if (threshold.length === 0) {
    return fail("usage/invalid", { path: "--threshold", expected: 'a threshold such as "excess > 10 %" or excess_10' });
  }
  const series = readMeasurementFolder(place);
  if (!series.ok) return series;
  const found = replays(series.value, threshold, place);
  if (!found.ok) return found;
  if (json) return ok({ text: jsonText(alarmsJson(series.value, found.value)) });
  const blocks = [
    title(`Thresholds replayed: ${series.value.title}`),
    ...measureMarks([]).map(({ word, text: said }) => mark(word, said)),
    text("What these thresholds would have said of the past. Nothing is watched live."),
    ...found.value.map(({ threshold: one, replayed }) => tableBlock(alarmTable(series.value, one, replayed))),
    text(errorWords),
  ];
  return ok({ text: pageText(blocks, style) });
}
