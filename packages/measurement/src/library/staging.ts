import { z } from "zod";
import stagingJson from "../../data/staging.json" with { type: "json" };
import { recordFields, text } from "./record.ts";

export const stagingSchema = z.strictObject({
  _about: text,
  version: z.number().int().positive(),
  stages: z.array(z.strictObject({ ...recordFields, name: text, say: text })).min(1),
  severity: z
    .array(
      z.strictObject({
        ...recordFields,
        from_percent: z.number().nonnegative(),
        below_percent: z.number().positive().optional(),
        say: text,
      }),
    )
    .min(1),
});

/** Stages of the tissue, which a person records, and bands of excess volume, which are computed. */
export const staging = stagingJson as unknown as Readonly<z.infer<typeof stagingSchema>>;

/** ISL stages by their id. */
export const islStages = ["0", "I", "II", "II late", "III"] as const;
export type IslStage = (typeof islStages)[number];
