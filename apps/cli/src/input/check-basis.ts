import { ok, type Result } from "@openlymph/base";
import {
  type CheckBasis,
  type History,
  parseHistory,
  parseScreening,
  type ScreeningOutcome,
  screen,
} from "@openlymph/therapy";
import { clock, momentOf } from "./moment.ts";
import { readParsed } from "./read-parsed.ts";

/** What a plan is checked against, with the whole outcome of the screening. */
export interface Screened extends CheckBasis {
  readonly outcome?: ScreeningOutcome;
}

/** Reads a history, if one is named. */
export function readHistory(file: string | undefined): Result<History | undefined> {
  return file === undefined ? ok(undefined) : readParsed(file, parseHistory);
}

/** Reads answers of a screening, if a file is named, and judges them for now. */
export function readScreened(file: string | undefined): Result<Screened> {
  if (file === undefined) return ok({});
  const screening = readParsed(file, parseScreening);
  if (!screening.ok) return screening;
  const outcome = screen(screening.value, momentOf(screening.value, clock()), {});
  if (!outcome.ok) return { ...outcome, file };
  const yes = Object.entries(screening.value.answers).flatMap(([rule, answer]) => (answer === "yes" ? [rule] : []));
  const { avoidRegions, limits } = outcome.value;
  return ok({ avoided: avoidRegions, answeredYes: yes, maxMinutes: limits.maxMinutes, outcome: outcome.value });
}
