import { reviewStatuses } from "@openlymph/base";
import { z } from "zod";

export const text = z.string().min(1);
export const ids = z.array(text).min(1);

/** How a record of the screening is known. */
export const known = {
  /** Keys of `sources`. */
  sources: ids,
  /** `source`: at least one listed source was read; `textbook`: common knowledge; `mixed`: both; `assumed`: our own. */
  evidence: z.enum(["source", "textbook", "mixed", "assumed"]),
};

export const review = { reviewStatus: z.enum(reviewStatuses) };
