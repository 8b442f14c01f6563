import { type RunRecord, runRecord } from "@openlymph/base";
import type { ScreeningOutcome } from "@openlymph/therapy";
import { screeningMarks } from "../words/screening-words.ts";

export const screenFormat = "openlymph/screen@1";

/** A screening as JSON. */
export function screeningJson(outcome: ScreeningOutcome, inputs: unknown) {
  const { decision, reasons, avoidRegions, questionsMissing } = outcome;
  const record: RunRecord = runRecord(screenFormat, inputs);
  return {
    format: screenFormat,
    marks: screeningMarks(outcome).map(({ word, text }) => `${word}: ${text}`),
    decision,
    reasons: reasons.map(({ rule, action, because, sources }) => ({
      rule,
      action,
      because,
      sources: sources.map(({ key }) => key),
    })),
    avoidRegions: avoidRegions.map(({ id }) => id),
    questionsMissing: questionsMissing.map(({ id }) => id),
    record,
  };
}
