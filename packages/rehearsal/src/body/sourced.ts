import { provenanceTags, reviewStatuses } from "@openlymph/base";
import { z } from "zod";

/** A number of the data: value, unit where it has one, the range it may be tried in, and how it is known. */
export const sourcedNumber = z
  .strictObject({
    value: z.number(),
    unit: z.string().min(1).optional(),
    range: z.tuple([z.number(), z.number()]),
    provenance: z.enum(provenanceTags),
    source: z.string().min(1),
  })
  .refine(({ value, range: [low, high] }) => value >= low && value <= high, { error: "a value inside its range" });

export type SourcedNumber = z.infer<typeof sourcedNumber>;

/** What every file of the data begins with. */
export const dataHead = { about: z.string().min(1), reviewStatus: z.enum(reviewStatuses) };
