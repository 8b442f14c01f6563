import { z } from "zod";
import { type Immutable, share, sourceKeys, typicalRange } from "./common.ts";

const shareByNode = z.record(z.string().min(1), share);

/** An operation or irradiation. Node and collector ids are without side and mean the operated side. */
export const procedureSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Share of each node group that is taken out. */
  removes: shareByNode,
  nodesRemoved: typicalRange.extend({ note: z.string().optional() }),
  lymphoedemaIncidencePct: z.strictObject({
    typ: z.number().min(0).max(100).nullable(),
    values: z.record(z.string(), z.unknown()),
  }),
  /** Share of each node group's conductance that fibrosis after radiation takes away. */
  radiationFibrosis: shareByNode.optional(),
  cutsCollectors: z.array(z.string().min(1)).optional(),
  /** Normally done on both sides. */
  bilateral: z.boolean().optional(),
  /** Concerns an unpaired vessel. */
  midline: z.boolean().optional(),
  /** What swells, in words. */
  risk: z.string().min(1),
  source: sourceKeys,
});

export type Procedure = Immutable<z.infer<typeof procedureSchema>>;
