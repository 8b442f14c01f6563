import { attempt, parseDocumentText, type Result, readAs } from "@openlymph/base";
import { z } from "zod";
import { readDay } from "../fields/moment.ts";
import { textField, wordField } from "../fields/named-field.ts";
import { at, refuse } from "../history/read-context.ts";
import { screeningSettings, type WrittenScreeningSettings } from "./screening-settings.ts";

export const screeningSettingsFormat = "openlymph/screening-settings@1";

const settingsSchema = z.strictObject({
  format: z.string(),
  country: textField.optional(),
  /** Quoted in YAML, as `000` is a number there. */
  emergencyNumber: textField.optional(),
  doctorContact: textField.optional(),
  outOfHours: textField.optional(),
  whoClears: textField.optional(),
  wording: z
    .record(
      z.string(),
      z.strictObject({ title: textField.optional(), body: textField.optional(), button: textField.optional() }),
    )
    .optional(),
  reviews: z
    .record(
      z.string(),
      z.strictObject({
        status: wordField("review status", ["reviewed", "approved"] as const),
        name: textField,
        role: textField,
        date: z.string(),
      }),
    )
    .optional(),
});

/**
 * Reads a clinic's settings of the screening (`openlymph/screening-settings@1`).
 *
 * @returns the settings, or one failure with file, line and field: countries, wordings and rules that do not exist, days
 * that do not exist.
 */
export function parseScreeningSettings(text: string, file: string): Result<WrittenScreeningSettings> {
  const document = parseDocumentText(text, file);
  if (!document.ok) return document;
  const read = readAs(document.value, screeningSettingsFormat, settingsSchema);
  if (!read.ok) return read;
  const { format: _format, ...settings } = read.value;
  return attempt(() => {
    const reading = { document: document.value };
    for (const [rule, { date }] of Object.entries(settings.reviews ?? {})) {
      at(reading, ["reviews", rule, "date"], readDay(date));
    }
    const complete = screeningSettings(settings as WrittenScreeningSettings);
    if (!complete.ok) {
      const { code, path = "", value, expected, hint } = complete;
      refuse(reading, path.split("."), code, {
        value,
        ...(expected === undefined ? {} : { expected }),
        ...(hint === undefined ? {} : { hint }),
      });
    }
    return settings as WrittenScreeningSettings;
  });
}
