import { fail, hour, ok, parseDocumentText, type Result, readAs } from "@openlymph/base";
import { z } from "zod";
import { type Episode, sortValues } from "../effect/episodes.ts";
import { type VolumeMethod, volumeMethods } from "../library/error-model.ts";
import { instruments } from "../library/instruments.ts";
import { limbs } from "../library/protocol.ts";
import type { Series } from "../series/series.ts";
import { type Quantity, valuesOf } from "../trend/quantity.ts";

export const sharedEffectFormat = "openlymph/shared-effect@1";

const kinds = ["volume", "excess", "symptom"] as const;

const sharedSession = z.strictObject({
  /** From the end of the first session of the record. */
  hours: z.number().min(0, "0 or more").max(20_000, "at most 20 000"),
  leftOut: z.boolean(),
  block: z.number().int().min(1).optional(),
  readings: z.array(
    z.strictObject({
      /** From the end of this session; negative before it. */
      hours: z.number().min(-400, "-400 to 400").max(400, "-400 to 400"),
      value: z.number().min(-1000, "-1000 to 1000").max(1000, "-1000 to 1000"),
    }),
  ),
});

const sharedSchema = z.strictObject({
  format: z.string(),
  kind: z.enum(kinds),
  symptom: z.string().optional(),
  unit: z.enum(["% of the mean", "% points", "points of 10"]),
  limb: z.enum(limbs),
  method: z.enum(volumeMethods),
  measuredBy: z.enum(["self", "trained", "both"]),
  sessions: z.array(sharedSession).min(1, "at least one session"),
});

/**
 * Readings around the sessions of one person without anything that names them: no title, no words, no dates or hours of the
 * day, no circumferences, volumes only beside the person's own mean.
 */
export type SharedEffect = Readonly<z.output<typeof sharedSchema>>;

const units = { volume: "% of the mean", excess: "% points", symptom: "points of 10" } as const;

const { labels } = instruments.rating;

/** Rounded so that no reading can be found again by its digits. */
function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function kindOf(of: Quantity): (typeof kinds)[number] | undefined {
  if (of === "volume" || of === "left" || of === "right") return "volume";
  if (of === "excess") return "excess";
  return of.startsWith("symptom ") ? "symptom" : undefined;
}

function measuredBy(series: Series): SharedEffect["measuredBy"] {
  const self = series.measurements.map(({ rater }) => rater === "self");
  if (self.every(Boolean)) return "self";
  return self.some(Boolean) ? "both" : "trained";
}

/**
 * The record a person who agreed to it may hand on.
 *
 * @returns `field/missing` without agreement in the file or without a reading beside a session; `field/invalid` for a
 * quantity that is not pooled or a label of one's own, which could name somebody.
 */
export function sharedEffect(series: Series, of: Quantity, method: VolumeMethod = "tape"): Result<SharedEffect> {
  if (!series.consentToPooling) {
    return fail("field/missing", {
      path: "consentToPooling",
      expected: "consentToPooling: true, which only the person measured can decide",
      hint: "Without it nothing is written.",
    });
  }
  const kind = kindOf(of);
  if (kind === undefined) {
    return fail("field/invalid", { value: of, expected: "volume, left, right, excess or a symptom" });
  }
  const symptom = of.replace("symptom ", "");
  if (kind === "symptom" && !labels.some(({ id }) => id === symptom)) {
    const known = labels.map(({ id }) => id).join(", ");
    return fail("field/invalid", {
      value: symptom,
      expected: `one of ${known}`,
      hint: "A label of one's own could name somebody and cannot be pooled.",
    });
  }
  const values = valuesOf(series, of, method);
  const mean = values.reduce((sum, { estimate }) => sum + estimate.value, 0) / values.length;
  const scale = { volume: 100 / mean, excess: 100, symptom: 1 }[kind];
  const { all } = sortValues(series.sessions, values);
  const sessions = all.map(({ end, leftOut, block, readings }) => ({
    hours: rounded((end - all[0]!.end) / hour, 1),
    leftOut,
    ...(block === undefined ? {} : { block }),
    readings: readings.map(({ offset, value }) => ({
      hours: rounded(offset / hour, 2),
      value: rounded(scale * value, 2),
    })),
  }));
  if (sessions.every(({ readings }) => readings.length === 0)) {
    return fail("field/missing", { path: "sessions", value: of, expected: `readings of ${of} beside a session` });
  }
  return ok({
    format: sharedEffectFormat,
    kind,
    ...(kind === "symptom" ? { symptom } : {}),
    unit: units[kind],
    limb: series.limb,
    method,
    measuredBy: measuredBy(series),
    sessions,
  });
}

/** Reads a record that somebody handed on. */
export function parseSharedEffect(text: string, file: string): Result<SharedEffect> {
  const parsed = parseDocumentText(text, file);
  return parsed.ok ? readAs(parsed.value, sharedEffectFormat, sharedSchema) : parsed;
}

/** Its sessions as the fit takes them, s. */
export function sharedEpisodes({ sessions }: SharedEffect): readonly Episode[] {
  return sessions.map(({ hours, leftOut, block, readings }) => ({
    end: hours * hour,
    leftOut,
    ...(block === undefined ? {} : { block }),
    readings: readings.map((reading) => ({ offset: reading.hours * hour, value: reading.value })),
  }));
}
