import { z } from "zod";
import thresholdsJson from "../../data/thresholds.json" with { type: "json" };
import { limbs } from "./protocol.ts";
import { knownFields, recordFields, text } from "./record.ts";

/** What a rule or an alarm can look at. */
export const watched = ["excess", "difference", "girth", "rvc", "wac", "ldex", "ldexRise", "tdcRatio"] as const;
export type Watched = (typeof watched)[number];

export const ruleSchema = z.strictObject({
  ...recordFields,
  of: z.enum(watched),
  limb: z.enum(limbs).optional(),
  /** With its unit, as a person would write it. */
  above: text,
  say: text,
  note: text,
});

const positive = z.number().positive();

export const thresholdsSchema = z.strictObject({
  _about: text,
  version: z.number().int().positive(),
  rules: z.array(ruleSchema).min(1),
  guards: z.strictObject({
    circumference_cm: z.tuple([positive, positive]),
    offLine_cm: positive,
    jump_percent: positive,
    unitSlip_percent: positive,
    largestAtLeast_cm: z.strictObject({ arm: positive, leg: positive }),
    volumeJump_percent: positive,
    timeOfDay_h: positive,
    ...knownFields,
  }),
  dominance: z.strictObject({
    range_percent: z.tuple([positive, positive]),
    applied: z.literal(false),
    note: text,
    ...knownFields,
  }),
});

export type Rule = Readonly<z.infer<typeof ruleSchema>>;

/** Lines in use, and the guards that ask for a reading again. */
export const thresholds = thresholdsJson as unknown as Readonly<z.infer<typeof thresholdsSchema>>;
