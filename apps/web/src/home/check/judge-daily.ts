/** What the seven answers come to. Fetched apart from the rest, when the questions are asked. */
import { unwrap } from "@openlymph/base";
import { dailyCheck, screeningOf } from "@openlymph/therapy";
import type { DailyAnswers, DailyOutcome } from "./daily.ts";

/** Judges the seven answers; all of them are needed. Any reason locks, and so does a missing answer. */
export function judgeDaily(answers: DailyAnswers): DailyOutcome {
  const { action, reasons, rulesVersion, said } = unwrap(dailyCheck(screeningOf(answers), 0));
  return { action, reasons: reasons.map(({ rule }) => rule), rulesVersion, locks: said.locks || action !== "INFO" };
}
