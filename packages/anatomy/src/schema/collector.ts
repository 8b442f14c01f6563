import { z } from "zod";
import { type Immutable, sideSchema, sourceKeys, typicalRange } from "./common.ts";

/** A bundle of collecting vessels with roughly parallel course. */
export const collectorSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  side: sideSchema,
  layer: z.enum(["superficial", "deep", "visceral", "chain"]),
  /** Territories, or node groups for a chain between nodes, that feed the bundle. */
  fromIds: z.array(z.string().min(1)).min(1),
  to: z.string().min(1),
  /** Vessels in the bundle, and how many are seen working at rest. */
  count: z.strictObject({
    anatomicTyp: z.number().positive(),
    lo: z.number().positive(),
    hi: z.number().positive(),
    functionalAtRest: z.number().positive(),
  }),
  lengthCm: z.number().positive(),
  diameterMm: typicalRange,
  /** Distance between valves, mm: the length of one lymphangion. */
  lymphangionMm: typicalRange,
  lymphangionsImplied: z.number().int().positive(),
  lymphangionsRange: z.tuple([z.number(), z.number()]),
  source: sourceKeys,
});

export type Collector = Immutable<z.infer<typeof collectorSchema>>;
