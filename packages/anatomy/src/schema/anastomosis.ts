import { z } from "zod";
import { type Immutable, sideSchema, sourceKeys } from "./common.ts";

/** A link between two basins that is closed or minor in health and may open in stasis, or is worked by massage. */
export const anastomosisSchema = z.strictObject({
  id: z.string().min(1),
  abbr: z.string().min(1),
  name: z.string().min(1),
  side: sideSchema,
  /** Node groups at its two ends. */
  a: z.string().min(1),
  b: z.string().min(1),
  /** Territories it runs through, from `a` to `b`. */
  route: z.array(z.string().min(1)),
  watershed: z.string().nullable(),
  /** Conductance relative to the anterior axillo-axillary link; an estimate. */
  relativeConductance: z.number().positive(),
  direction: z.enum(["both directions", "skin to deep", "arm to neck", "chest to neck", "back to neck", "one way"]),
  restState: z.string(),
  evidence: z.string(),
  source: sourceKeys,
});

export type Anastomosis = Immutable<z.infer<typeof anastomosisSchema>>;
