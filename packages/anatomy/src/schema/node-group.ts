import { z } from "zod";
import { type Immutable, sideSchema, sourceKeys, typicalRange } from "./common.ts";

/** A group of lymph nodes, a trunk, a duct, the cistern, or a venous angle (`sink`). */
export const nodeGroupSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(["nodeGroup", "trunk", "duct", "cistern", "sink"]),
  name: z.string().min(1),
  side: sideSchema,
  region: z.string().min(1),
  depth: z.enum(["superficial", "deep", "visceral"]),
  uberon: z.string().nullable(),
  fma: z.string().nullable(),
  /** How many nodes the group holds; absent for vessels. */
  nodeCount: typicalRange.nullable(),
  /** Short axis, mm, of a normal node and from which it counts as swollen. */
  shortAxisMm: z.strictObject({ normal: z.number().positive(), swollenAtOrAbove: z.number().positive() }).nullable(),
  palpable: z.boolean(),
  /** Whether manual drainage works this group as a station. */
  mldStation: z.boolean(),
  lengthCm: z.number().min(0).optional(),
  diameterMm: z.number().min(0).optional(),
  valves: z.number().int().min(0).optional(),
  source: sourceKeys,
});

export type NodeGroup = Immutable<z.infer<typeof nodeGroupSchema>>;
