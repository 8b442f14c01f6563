/** The seven questions before a session, how long their answers hold, and whom to call: what Home opens with. */
import { type Action, dailyLibrary, screeningCountries } from "@openlymph/therapy";

const { dailyCheck: daily, emergencyNumbers } = dailyLibrary;

export const dailyQuestions: readonly string[] = daily.items.map(({ id }) => id);
export const dailyHours: number = daily.validHours;

export type DailyAnswers = Readonly<Record<string, "yes" | "no">>;

/** What the answers come to, to be written down. */
export interface DailyOutcome {
  readonly action: Action;
  readonly reasons: readonly string[];
  readonly rulesVersion: number;
  readonly locks: boolean;
}

/** The number to call in an emergency; `undefined` where the country is none or not known. */
export function numberOf(country: string): string | undefined {
  return emergencyNumbers.numbers.find(({ countries }) => countries.includes(country))?.number;
}

/** Every country with a number, and its name. */
export const countries: readonly { readonly code: string; readonly number: string }[] = screeningCountries.map(
  (code) => ({
    code,
    number: numberOf(code) ?? "",
  }),
);
