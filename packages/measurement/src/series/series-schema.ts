import { quantityField } from "@openlymph/base";
import { z } from "zod";
import { limbs, volumeModels } from "../library/protocol.ts";
import { islStages } from "../library/staging.ts";

const text = z.string().trim().min(1, "some text").max(4000, "at most 4000 characters");
const side = z.enum(["left", "right"]);
const bySide = <T extends z.ZodType>(field: T) => z.strictObject({ left: field.optional(), right: field.optional() });

const units = z.enum(["cm", "mm"]);
/** Read afterwards, with the unit of the file. */
const readings = z.array(z.unknown()).min(1, "at least one reading");
const volume = quantityField("volume", { min: 1e-6, max: 0.05, words: "a limb of 1 to 50 000 mL" });
const rating = z.number().min(0, "0 to 10").max(10, "0 to 10");
const answer = z.number().int("a whole number").min(0, "0 to 3").max(3, "0 to 3");

const ownProtocol = z.strictObject({
  model: z.enum(volumeModels),
  step: quantityField("length", { min: 0.005, max: 0.2, words: "0.5 to 20 cm" }),
  start: text,
});

const protocol = z.union([z.string(), ownProtocol]);

export const measurementSchema = z.strictObject({
  at: z.unknown(),
  rater: z
    .string()
    .regex(/^[\w-]{1,12}$/, "a letter or a short word such as A or self, not a name")
    .optional(),
  baseline: z.boolean().default(false),
  /** Only to be refused where they differ from those of the file. */
  protocol: protocol.optional(),
  unit: units.optional(),
  left: readings.optional(),
  right: readings.optional(),
  confirmed: z
    .array(z.string().regex(/^(left|right) [1-9]\d*$/, "a side and the number of a reading, such as left 5"))
    .default([]),
  endPart: bySide(z.unknown()).default({}),
  weight: quantityField("mass", { min: 2, max: 500, words: "2 to 500 kg" }).optional(),
  stage: bySide(z.enum(islStages)).default({}),
  pitting: bySide(z.boolean()).default({}),
  water: bySide(volume).default({}),
  perometer: bySide(volume).default({}),
  lDex: z.number().min(-100, "-100 to 300").max(300, "-100 to 300").optional(),
  tissueDielectric: bySide(z.number().min(1, "1 to 80").max(80, "1 to 80")).default({}),
  symptoms: z.record(z.string().regex(/^[\p{L}\d ,()-]{1,40}$/u, "a short label"), rating).default({}),
  phq4: z.array(answer).length(4, "four answers").optional(),
  gad2: z.array(answer).length(2, "two answers").optional(),
  phq2: z.array(answer).length(2, "two answers").optional(),
  scores: z.record(text, z.number()).default({}),
});

export const sessionSchema = z.strictObject({
  at: z.unknown(),
  minutes: z.number().min(1, "1 to 240 minutes").max(240, "1 to 240 minutes").optional(),
  leftOut: z.boolean().default(false),
  block: z.number().int("a whole number").min(1, "1 or more").max(10_000, "at most 10 000").optional(),
});

/** Which fields a measurements file has; readings, times and the protocol are read afterwards. */
export const seriesSchema = z.strictObject({
  format: z.string(),
  title: text,
  about: text.optional(),
  limb: z.enum(limbs),
  affected: z.enum(["left", "right", "both"]).optional(),
  dominant: side.optional(),
  protocol,
  unit: units.optional(),
  measurements: z.array(measurementSchema).min(1, "at least one measurement"),
  sessions: z.array(sessionSchema).default([]),
  consentToPooling: z.boolean().default(false),
});

export type WrittenSeries = z.output<typeof seriesSchema>;
export type WrittenMeasurement = WrittenSeries["measurements"][number];
export type WrittenSession = WrittenSeries["sessions"][number];
