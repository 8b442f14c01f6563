import { z } from "zod";
import type { Immutable } from "./common.ts";

/** One source: how far it was read (`status`), its citation, address and licence. */
export const sourceSchema = z.strictObject({
  status: z.enum(["source", "textbook", "computed", "assumed"]),
  citation: z.string().min(1),
  url: z.string().nullable(),
  licence: z.string(),
});
export const sourcesSchema = z.record(z.string(), sourceSchema);

export type Source = Immutable<z.infer<typeof sourceSchema>>;
