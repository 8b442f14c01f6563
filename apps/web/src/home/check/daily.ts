/** The seven questions before a session, how long their answers hold, and whom to call: what Home opens with. */
import { type Action, dailyLibrary, screeningCountries } from "@openlymph/therapy";

const { dailyCheck: daily, emergencyNumbers: library } = dailyLibrary;

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

/** What a check with a yes is held as until the rules have been fetched and judged it: it stops, with what the yes may mean. */
export function firstJudged(answers: DailyAnswers): DailyOutcome & { answers: DailyAnswers; reasons: string[] } {
  const reasons = daily.items.flatMap(({ id, yes }) => (answers[id] === "yes" ? yes : []));
  return { answers, action: "STOP_SAME_DAY", reasons: [...new Set(reasons)], rulesVersion: 0, locks: true };
}

/** Every emergency number with a country that it belongs to. */
export const emergencyNumbers: readonly { readonly number: string; readonly country: string }[] = library.numbers.map(
  ({ number, countries: [country = ""] }) => ({ number, country: country === "UK" ? "GB" : country }),
);

/** The number to call in an emergency; `undefined` where the country is none or not known. */
export function numberOf(country: string): string | undefined {
  return library.numbers.find(({ countries }) => countries.includes(country))?.number;
}

/** Every country with a number, and its name. */
export const countries: readonly { readonly code: string; readonly number: string }[] = screeningCountries.map(
  (code) => ({
    code,
    number: numberOf(code) ?? "",
  }),
);
