import { z } from "zod";
import { type Immutable, share, sideSchema, sourceKeys } from "./common.ts";

/** A piece of skin, muscle or organ whose lymph leaves through named node groups. */
export const territorySchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  side: sideSchema,
  layer: z.enum(["superficial", "deep", "visceral"]),
  segment: z.enum(["headNeck", "trunk", "upperArm", "forearm", "hand", "thigh", "shank", "foot", "viscera"]),
  surfacePct: z.number().min(0),
  /** Skin area, cm²; 0 for deep tissue. */
  surfaceCm2: z.number().min(0),
  massKg: z.number().positive(),
  skinKg: z.number().min(0).optional(),
  subcutisKg: z.number().min(0).optional(),
  /** Tissue volume, litres. */
  volumeL: z.number().positive(),
  /** Interstitial fluid in health, litres. */
  interstitialL: z.number().positive(),
  /** Where the lymph goes first; the fractions sum to 1. */
  drainage: z.array(z.strictObject({ to: z.string().min(1), fraction: share })).min(1),
  /** In words, how the fractions were arrived at. */
  fractionBasis: z.string().min(1),
  /** Lymph reaching the blood from here at rest (after the nodes took up water), mL/h. */
  lymphFlowMlPerH: z.number().positive(),
  /** Skin next to this skin, and the watershed between them if there is one. */
  neighbours: z.array(z.strictObject({ territory: z.string().min(1), watershed: z.string().nullable() })),
  source: sourceKeys,
});

export type Territory = Immutable<z.infer<typeof territorySchema>>;
