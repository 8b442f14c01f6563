import { fail, ok, type Result, runRecord } from "@openlymph/base";
import { instruments, ratedSymptoms, scoredDays } from "@openlymph/measurement";
import { readMeasurementFolder } from "../input/read-measurements.ts";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { pageText } from "../output/page.ts";
import { positiveScreen, symptomBlocks } from "../present/symptoms.ts";
import { measureMarks } from "../words/measure-words.ts";

export interface MeasureSymptomsInput {
  readonly place: string;
  readonly json?: boolean | undefined;
}

export const symptomsFormat = "openlymph/symptoms@1";

/** What a person rated and answered, by day, with the scores of free scales. */
export async function measureSymptomsCommand(
  { place, json }: MeasureSymptomsInput,
  { style }: Surroundings,
): Promise<Result<CommandOutput>> {
  const series = readMeasurementFolder(place);
  if (!series.ok) return series;
  const [symptoms, days] = [ratedSymptoms(series.value), scoredDays(series.value)];
  if (symptoms.length === 0 && days.length === 0) {
    return fail("field/missing", {
      file: place,
      path: "measurements",
      expected: "symptoms or answers in a measurement",
    });
  }
  if (!json) return ok({ text: pageText(symptomBlocks(series.value, symptoms, days), style) });
  const text = jsonText({
    format: symptomsFormat,
    marks: measureMarks([]).map((one) => `${one.word}: ${one.text}`),
    title: series.value.title,
    symptoms: symptoms.map(({ label, words, ratings, band, change, meaningful }) => ({
      label,
      words,
      ratings: ratings.map(({ day, value }) => ({ day, value })),
      band,
      change: change ?? null,
      meaningful,
    })),
    scores: days.map(({ day, scores, recorded }) => ({ day, scores, recorded })),
    onPositive: positiveScreen(days) ? instruments.onPositive : null,
    record: runRecord(symptomsFormat, { series: series.value }),
  });
  return ok({ text });
}
