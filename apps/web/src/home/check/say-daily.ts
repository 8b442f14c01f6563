/** What is said after the seven questions, in the person's language. */
import { dailyLibrary, type LibraryWords } from "@openlymph/therapy";
import type { Settings } from "../settings.ts";
import { type DailyOutcome, numberOf } from "./daily.ts";

export interface DailySaid {
  readonly title: string;
  readonly body: string;
  readonly reasons: readonly { readonly label: string; readonly say: string }[];
  /** The number to call in an emergency; `undefined` where it is none or the country is not known. */
  readonly call?: string;
}

/** What is said for an outcome. */
export function sayDaily(
  { action, reasons }: Pick<DailyOutcome, "action" | "reasons">,
  library: LibraryWords,
  { country, contact }: Pick<Settings, "country" | "contact">,
): DailySaid {
  const own = numberOf(country);
  const all = dailyLibrary.emergencyNumbers.numbers
    .map(({ number, countries: [first] }) => `${number} ${first}`)
    .join(", ");
  const labels = reasons.map((rule) => library.rule(rule));
  const onlyAgain = action === "HOLD_CLEARANCE" && reasons.every((rule) => rule === "full_screen_again");
  const { title, body } = library.wording(onlyAgain ? "SCREEN_AGAIN" : action);
  const { contacts } = library;
  const filled: Readonly<Record<string, string>> = {
    emergencyNumber: own ?? contacts.emergencyNumber.replace("{numbers}", all),
    doctorContact: contact || contacts.doctorContact,
    outOfHours: contacts.outOfHours,
    whoClears: contact || contacts.whoClears,
    reason: labels.map(({ label }) => label).join("; "),
  };
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => filled[key] ?? whole);
  return {
    title: fill(title),
    body: fill(body),
    reasons: labels.map(({ label, sayPatient }) => ({ label, say: sayPatient })),
    ...(action === "EMERGENCY" && own !== undefined ? { call: own } : {}),
  };
}
