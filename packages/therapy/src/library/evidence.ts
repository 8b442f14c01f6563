import type { Immutable } from "@openlymph/anatomy";
import { z } from "zod";
import evidenceJson from "../../data/evidence.json" with { type: "json" };

/** What is known about drainage for one condition. */
export const indicationSchema = z.strictObject({
  condition: z.string().min(1),
  /** A good, B small or mixed trials, C single small or low quality, D none usable, N against an added benefit. */
  grade: z.string().min(1),
  /** The sentence to show. */
  say: z.string().min(1),
  studies: z.array(z.string().min(1)),
});

export const evidenceSchema = z.strictObject({
  _about: z.string(),
  popularArticleList: z.array(z.string()),
  popularArticleListSource: z.string(),
  items: z.array(indicationSchema).min(1),
  durationOfEffect: z.array(z.strictObject({ fact: z.string().min(1), source: z.string().min(1) })),
});

export type Evidence = Immutable<z.infer<typeof evidenceSchema>>;
export type Indication = Immutable<z.infer<typeof indicationSchema>>;

/** The evidence by condition, and what is known about how long one session lasts (no hours or days). */
export const evidence = evidenceJson as unknown as Evidence;
