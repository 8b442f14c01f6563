import { z } from "zod";
import { type Immutable, share, sourceKeys } from "./common.ts";

/** A directed way lymph takes from one node group or vessel to the next; the shares of one `from` sum to 1. */
export const edgeSchema = z.strictObject({
  id: z.string().min(1),
  from: z.string().min(1),
  to: z.string().min(1),
  /** Share of the lymph leaving `from` that goes this way in health. */
  share,
  topologySource: sourceKeys,
  shareSource: sourceKeys,
  source: sourceKeys,
});

export type Edge = Immutable<z.infer<typeof edgeSchema>>;
