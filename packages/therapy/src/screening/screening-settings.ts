import { unknownName } from "@openlymph/anatomy";
import { type Failure, fail, ok, type Result, type ReviewStatus } from "@openlymph/base";
import { contraindicationLibrary, type Wording } from "../library/contraindication.ts";
import { screeningCountries } from "../library/daily-check.ts";

/** What a clinic sets: its country, whom to call, its own words, and which rules it has reviewed. */
export interface WrittenScreeningSettings {
  /** Country code such as `UK`, `US`, `DE`. */
  readonly country?: string | undefined;
  /** Instead of the country's. */
  readonly emergencyNumber?: string | undefined;
  /** `our clinic, 01234 567890` */
  readonly doctorContact?: string | undefined;
  readonly outOfHours?: string | undefined;
  /** Who is asked before a session that is on hold. */
  readonly whoClears?: string | undefined;
  /** Title, body and button by the id of a wording; `{…}` as in the library's. */
  readonly wording?: Readonly<Record<string, Partial<Pick<Wording, "title" | "body" | "button">>>> | undefined;
  /** Rules a named professional of the clinic has reviewed; all others are drafts. */
  readonly reviews?: Readonly<Record<string, Review>> | undefined;
}

export interface Review {
  readonly status: Exclude<ReviewStatus, "draft">;
  readonly name: string;
  readonly role: string;
  /** `2026-11-22` */
  readonly date: string;
}

/** The settings with every word that is filled into a text. */
export interface ScreeningSettings {
  /** A number, or words where the country is not known. */
  readonly emergencyNumber: string;
  readonly doctorContact: string;
  readonly outOfHours: string;
  readonly whoClears: string;
  readonly wording: NonNullable<WrittenScreeningSettings["wording"]>;
  readonly reviews: Readonly<Record<string, Review>>;
}

const { numbers } = contraindicationLibrary.emergencyNumbers;

/** What a text may ask to have filled in. */
export const placeholders = [
  "emergencyNumber",
  "doctorContact",
  "outOfHours",
  "whoClears",
  "reason",
  "regions",
  "changes",
  "count",
] as const;

/** A clinic's own words must name only what can be filled in, and an emergency's must still say whom to call. */
function wordingFailure(written: NonNullable<WrittenScreeningSettings["wording"]>): Failure | undefined {
  for (const [id, own] of Object.entries(written)) {
    const standard = contraindicationLibrary.wording.find((one) => one.id === id);
    if (standard === undefined) {
      const known = contraindicationLibrary.wording.map((one) => one.id);
      return unknownName("wording", id, known, `wording.${id}`);
    }
    for (const field of ["title", "body", "button"] as const) {
      const text = own[field];
      const unknown = text === undefined ? [] : [...text.matchAll(/\{(\w*)\}/g)].map(([, key = ""]) => key);
      const strange = unknown.find((key) => !placeholders.some((one) => one === key));
      if (strange !== undefined) return unknownName("placeholder", strange, placeholders, `wording.${id}.${field}`);
    }
    if (id === "EMERGENCY" && own.body !== undefined && !own.body.includes("{emergencyNumber}")) {
      const path = "wording.EMERGENCY.body";
      return fail("field/invalid", { path, value: own.body, expected: "words with {emergencyNumber} in them" });
    }
  }
  return undefined;
}

function allNumbers(): string {
  return numbers.map(({ name, number }) => `${number} in ${name}`).join(", ");
}

/**
 * The settings of a clinic, completed.
 *
 * @returns `reference/unknown` for a country without a number in the library (then `emergencyNumber` may name it), for a
 * wording, something to fill in or a rule that does not exist; `field/invalid` for an emergency that names no number.
 */
export function screeningSettings(written: WrittenScreeningSettings = {}): Result<ScreeningSettings> {
  const code = written.country?.toUpperCase();
  const own = numbers.find(({ countries }) => code !== undefined && countries.includes(code));
  if (code !== undefined && own === undefined && written.emergencyNumber === undefined) {
    const unknown = unknownName("country", written.country ?? "", screeningCountries);
    return fail(unknown.code, { ...unknown, hint: "A clinic's settings may name the emergency number itself." });
  }
  const failure = wordingFailure(written.wording ?? {});
  if (failure !== undefined) return failure;
  const rules = contraindicationLibrary.items.map(({ id }) => id);
  for (const id of Object.keys(written.reviews ?? {})) {
    if (!rules.includes(id)) return unknownName("rule", id, rules, `reviews.${id}`);
  }
  const advice = own?.urgentAdvice === undefined ? "" : ` (${own.urgentAdvice})`;
  return ok({
    emergencyNumber: written.emergencyNumber ?? own?.number ?? `your emergency number (${allNumbers()})`,
    doctorContact: written.doctorContact ?? "your doctor",
    outOfHours: written.outOfHours ?? `the out-of-hours service${advice}`,
    whoClears: written.whoClears ?? "your doctor",
    wording: written.wording ?? {},
    reviews: written.reviews ?? {},
  });
}
