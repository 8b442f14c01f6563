import { anatomy, procedureParts } from "@openlymph/anatomy";
import { mmHg, provenanceTags, quantityField, reviewStatuses } from "@openlymph/base";
import { z } from "zod";
import { bodySides } from "../fields/body-side.ts";
import { namedField, textField, wordField } from "../fields/named-field.ts";
import { scopeFields } from "../fields/scope.ts";
import { regionsById } from "../library/region.ts";
import { builds, postures } from "./history.ts";

const factor = (min: number, max: number, words: string) => quantityField("fraction", { min, max, words }).optional();
const pressure = (min: number, max: number, words: string) =>
  quantityField("pressure", { min: min * mmHg, max: max * mmHg, words }).optional();

/** Read as they are written; their meaning depends on `asOf`. */
const moment = z.unknown().optional();

const procedureSchema = z.strictObject({
  procedure: namedField("procedure", anatomy.byId.procedures),
  side: wordField("side", bodySides).optional(),
  date: z.unknown(),
  part: wordField("part", procedureParts).default("all"),
  note: textField.optional(),
});

const conditionSchema = z.strictObject({
  condition: z.string().regex(/^[a-z][a-z0-9_-]*$/, "a word of small letters such as lymphedema"),
  ...scopeFields,
  stage: wordField("stage", ["0", "I", "II", "III"] as const).optional(),
  since: z.unknown().optional(),
  note: textField.optional(),
});

const assumptionSchema = z.strictObject({
  pumpStrength: factor(0.01, 3, "0.01 to 3, where 1 is healthy"),
  pumpOutput: factor(0, 10, "0 to 10, where 1 is healthy"),
  hypoplasia: factor(0, 0.99, "0 to 0.99 (0 to 99 %)"),
  valveIncompetence: factor(0, 1, "0 to 1 (0 to 100 %)"),
  capillaryPressure: pressure(-20, 40, "-20 to 40 mmHg"),
  venousHypertension: pressure(0, 60, "0 to 60 mmHg"),
  startVolume: factor(0.5, 5, "50 to 500 %"),
  remodelling: factor(0, 20, "0 to 20, where 1 is as fast as assumed"),
  bypass: factor(0, 1, "0 to 1 (0 to 100 %)"),
  regrowth: factor(0, 1, "0 to 1 (0 to 100 %)"),
  obstruction: factor(0, 1, "0 to 1 (0 to 100 %)"),
  nodes: z.array(namedField("node group, trunk or duct", anatomy.byId.nodeGroups)).min(1, "at least one").optional(),
  cutCollectors: factor(0, 1, "0 to 1 (0 to 100 %)"),
  venousPressure: pressure(0, 40, "0 to 40 mmHg"),
  procedure: namedField("procedure", anatomy.byId.procedures).optional(),
  ...scopeFields,
  from: moment,
  note: textField.optional(),
});

const factorsSchema = z.strictObject({
  filtration: factor(0.1, 20, "0.1 to 20"),
  permeability: factor(0.1, 20, "0.1 to 20"),
  reflection: factor(0, 0.99, "0 to 0.99"),
  basinConductance: factor(0.001, 1, "0.001 to 1"),
  hydrostaticShare: factor(0, 1, "0 to 1"),
  tissueShare: factor(0, 1, "0 to 1"),
  filtrationShare: factor(0, 1, "0 to 1"),
  capillaryPressure: pressure(-20, 40, "-20 to 40 mmHg"),
  muscleLymph: factor(0.1, 20, "0.1 to 20"),
  skinLymph: factor(0.1, 20, "0.1 to 20"),
  venousPump: factor(0, 1, "0 to 1"),
  frequency: factor(0.1, 10, "0.1 to 10"),
  collectors: factor(0, 1, "0 to 1"),
  regrowth: factor(0, 1, "0 to 1"),
});

const eventSchema = z.strictObject({
  infection: z
    .strictObject({
      ...scopeFields,
      basin: namedField("region", regionsById).optional(),
      inoculum: quantityField("count", { min: 1, max: 1e12, words: "1 to 1e12 cfu" }).optional(),
    })
    .optional(),
  posture: wordField("posture", postures).optional(),
  sleeve: pressure(0, 80, "0 to 80 mmHg"),
  meal: z.literal("gut").optional(),
  walking: z.literal("upright").optional(),
  exercise: z.strictObject(scopeFields).optional(),
  heat: quantityField("temperatureDifference", { min: -20, max: 15, words: "-20 to 15 K above the usual" }).optional(),
  injury: z.strictObject(scopeFields).optional(),
  ...scopeFields,
  at: moment,
  for: quantityField("time").optional(),
  from: moment,
  to: moment,
  repeat: z.literal("daily").optional(),
  factors: factorsSchema.optional(),
  note: textField.optional(),
});

export const historySchema = z.strictObject({
  format: z.string(),
  title: textField,
  about: textField.optional(),
  body: z
    .strictObject({
      build: wordField("build", builds).default("neutral"),
      height: quantityField("length", { min: 1.2, max: 2.3, words: "120 to 230 cm" }).default(1.75),
    })
    .prefault({}),
  asOf: z.unknown(),
  procedures: z.array(procedureSchema).max(100, "at most 100 procedures").default([]),
  conditions: z.array(conditionSchema).max(200, "at most 200 conditions").default([]),
  assume: z.array(assumptionSchema).max(100, "at most 100 assumptions").default([]),
  events: z.array(eventSchema).max(500, "at most 500 events").default([]),
  provenance: z
    .strictObject({ tag: wordField("provenance", provenanceTags), source: textField })
    .default({ tag: "assumed", source: "entered without a source" }),
  reviewStatus: wordField("review status", reviewStatuses).default("draft"),
});

export type WrittenHistory = z.output<typeof historySchema>;
export type WrittenProcedure = WrittenHistory["procedures"][number];
export type WrittenCondition = WrittenHistory["conditions"][number];
export type WrittenAssumption = WrittenHistory["assume"][number];
export type WrittenEvent = WrittenHistory["events"][number];
