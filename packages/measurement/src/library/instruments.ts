import { z } from "zod";
import instrumentsJson from "../../data/instruments.json" with { type: "json" };
import { recordFields, text } from "./record.ts";

const band = z.strictObject({ from: z.number().int().nonnegative(), say: text });
const range = z.tuple([z.number().int(), z.number().int()]);

export const scaleSchema = z.strictObject({
  ...recordFields,
  name: text,
  items: z.number().int().positive(),
  range,
  lookback: text,
  /** Other scales within this one, by the place of their items. */
  parts: z.array(z.strictObject({ id: text, name: text, items: z.array(z.number().int().nonnegative()) })).optional(),
  bands: z.array(band).optional(),
  positiveFrom: z.number().int().positive().optional(),
  note: text.optional(),
});

export const instrumentsSchema = z.strictObject({
  _about: text,
  version: z.number().int().positive(),
  rating: z.strictObject({
    ...recordFields,
    name: text,
    range,
    labels: z.array(z.strictObject({ id: z.string().regex(/^[a-z]+$/), say: text })).min(1),
    bands: z.array(band).min(1),
    meaningfulPoints: z.number().positive(),
    meaningfulPercent: z.number().positive(),
  }),
  scales: z.array(scaleSchema).min(1),
  onPositive: text,
});

export type Scale = Readonly<z.infer<typeof scaleSchema>>;

/** Free instruments with their scoring. */
export const instruments = instrumentsJson as unknown as Readonly<z.infer<typeof instrumentsSchema>>;

/** The band a score lies in: the last that begins at or below it. */
export function bandWords(bands: Scale["bands"], score: number): string | undefined {
  return bands?.findLast(({ from }) => score >= from)?.say;
}
