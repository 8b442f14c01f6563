import { z } from "zod";
import { type Immutable, sourceKeys } from "./common.ts";

/** An area of skin whose lymph goes to the same node groups first (Suami). */
export const lymphosomeSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Node groups without their side. */
  nodes: z.array(z.string().min(1)).min(1),
  note: z.string(),
  source: sourceKeys,
});

export type Lymphosome = Immutable<z.infer<typeof lymphosomeSchema>>;
