import { provenanceTags, reviewStatuses } from "@openlymph/base";
import { z } from "zod";

/** Words a record needs. */
export const text = z.string().min(1);

/** How a record is known, and whether a named professional has approved it. */
export const knownFields = {
  tag: z.enum(provenanceTags),
  /** Citation in words. */
  source: text,
  reviewStatus: z.enum(reviewStatuses),
};

/** What every record of the library carries. */
export const recordFields = { id: z.string().regex(/^[\w. ]+$/), ...knownFields };

export type Known = z.infer<z.ZodObject<typeof knownFields>>;
