/** The seven questions before a session at home and the emergency numbers, apart from the rules: an app opens with them. */
import type { Immutable } from "@openlymph/anatomy";
import { z } from "zod";
import dailyJson from "../../data/daily-check.json" with { type: "json" };
import { ids, known, review, text } from "./known-fields.ts";

const dailyQuestionSchema = z.strictObject({ id: text, question: text, yes: ids });

export const dailyCheckSchema = z.strictObject({
  title: text,
  intro: text,
  validHours: z.number().positive(),
  items: z.array(dailyQuestionSchema).length(7),
  skinToneNote: text,
  photo: text,
  evidenceNote: text,
  ...known,
  ...review,
});

const emergencyNumberSchema = z.strictObject({
  /** Country codes; the first is the one to list. */
  countries: ids,
  name: text,
  number: z.string().regex(/^\d{2,5}$/),
  urgentAdvice: text.optional(),
});

export const emergencyNumbersSchema = z.strictObject({
  note: text,
  evidence: known.evidence,
  ...review,
  numbers: z.array(emergencyNumberSchema).min(1),
});

export const dailyLibrarySchema = z.strictObject({
  _about: text,
  dailyCheck: dailyCheckSchema,
  emergencyNumbers: emergencyNumbersSchema,
});

export type DailyLibrary = Immutable<z.infer<typeof dailyLibrarySchema>>;

/** The daily questions and the emergency numbers; review status `draft`. */
export const dailyLibrary = dailyJson as unknown as DailyLibrary;

/** Every country code with a number. */
export const screeningCountries: readonly string[] = dailyLibrary.emergencyNumbers.numbers.flatMap(
  ({ countries }) => countries,
);
