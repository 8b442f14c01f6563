import { z } from "zod";
import { type Immutable, sourceKeys } from "./common.ts";

const flowSchema = z.strictObject({
  id: z.string().min(1),
  mlPerH: z.number().optional(),
  lPerDay: z.number().optional(),
  fraction: z.number().optional(),
  factor: z.number().optional(),
  perMin: z.number().optional(),
  bcrl: z.number().optional(),
  hand: z.number().optional(),
  mmHg: z.array(z.number()).optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
  note: z.string().optional(),
  sourceNote: z.string().optional(),
  source: sourceKeys,
});

/** Whole-body flows, interstitial fluid by tissue, and the body the data describe. */
export const flowsSchema = z.strictObject({
  flows: z.array(flowSchema),
  interstitialByTissue: z.array(
    z.strictObject({
      tissue: z.string(),
      massKg: z.number().positive(),
      litrePerKg: z.number().positive(),
      litre: z.number().positive(),
      source: sourceKeys,
    }),
  ),
  reference: z.strictObject({ massKg: z.number().positive(), bsaM2: z.number().positive() }),
});

export type Flows = Immutable<z.infer<typeof flowsSchema>>;
