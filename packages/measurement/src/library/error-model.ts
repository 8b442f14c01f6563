import { z } from "zod";
import errorJson from "../../data/error.json" with { type: "json" };
import { type Limb, limbs } from "./protocol.ts";
import { knownFields, recordFields, text } from "./record.ts";

/** Who measured: someone taught to, or the person at home. */
export const raterKinds = ["trained", "self"] as const;
export type RaterKind = (typeof raterKinds)[number];

export const volumeMethods = ["tape", "water", "perometer"] as const;
export type VolumeMethod = (typeof volumeMethods)[number];

const percent = z.number().nonnegative();

export const errorSchema = z.strictObject({
  ...recordFields,
  method: z.enum(volumeMethods),
  limb: z.enum(limbs).optional(),
  by: z.enum(raterKinds),
  within_percent: percent.positive(),
  between_percent: percent,
  /** Readings on a limb in the study; only for a tape. */
  sites: z.number().int().min(3).optional(),
});

export const errorsSchema = z.strictObject({
  _about: text,
  version: z.number().int().positive(),
  siteShare: z.strictObject({ value: z.number().min(0).max(1), ...knownFields }),
  items: z.array(errorSchema).min(1),
});

export type ErrorRecord = Readonly<z.infer<typeof errorSchema>>;

/** Published and assumed errors of a volume. */
export const errorLibrary = errorJson as unknown as Readonly<z.infer<typeof errorsSchema>>;

/** The error of a method on a limb; self-measuring is known for a tape alone, other methods take what is trained. */
export function errorRecord(method: VolumeMethod, limb: Limb, by: RaterKind): ErrorRecord {
  const fits = (record: ErrorRecord) => record.method === method && (record.limb ?? limb) === limb;
  const found = errorLibrary.items.filter(fits);
  return found.find((record) => record.by === by) ?? found[0]!;
}
