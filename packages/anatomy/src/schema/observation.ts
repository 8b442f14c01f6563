import { z } from "zod";
import { type Immutable, sourceKeys } from "./common.ts";

/** Published drainage routes: per cent of patients in whom a route was seen. They sum to more than 100. */
export const observationSchema = z.strictObject({
  id: z.string().min(1),
  n: z.number().int().positive().optional(),
  nNote: z.string().optional(),
  limb: z.enum(["arm", "leg"]),
  shares: z.record(z.string(), z.number().min(0).max(100)),
  note: z.string().optional(),
  source: sourceKeys,
});

export type Observation = Immutable<z.infer<typeof observationSchema>>;
