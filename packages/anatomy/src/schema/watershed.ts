import { z } from "zod";
import { type Immutable, sourceKeys } from "./common.ts";

/** A line in the skin across which lymph hardly passes in health. */
export const watershedSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  course: z.string().min(1),
  /** Resistance of the skin against crossing, relative to skin without a watershed; a guess. */
  resistanceFactorGuess: z.number().min(1),
  resistanceNote: z.string(),
  source: sourceKeys,
});

export type Watershed = Immutable<z.infer<typeof watershedSchema>>;
