import { type Immutable, unknownName } from "@openlymph/anatomy";
import { ok, type Result } from "@openlymph/base";
import { z } from "zod";
import composedJson from "../../data/composed-sequences.json" with { type: "json" };
import sequencesJson from "../../data/sequences.json" with { type: "json" };
import { phases, stepProvenances, stepSides, towardSides } from "./sequence-words.ts";
import { sourceListSchema } from "./stroke.ts";

export const sequenceStepSchema = z.strictObject({
  n: z.number().int().positive(),
  phase: z.enum(phases),
  region: z.string().min(1),
  side: z.enum(stepSides),
  stroke: z.string().min(1),
  action: z.string().min(1),
  toward: z.string().min(1),
  towardSide: z.enum(towardSides),
  reps: z.number().int().positive(),
  positions: z.number().int().positive(),
  cycle_s: z.number().positive(),
  provenance: z.enum(stepProvenances),
  /** reps × positions × cycle. */
  seconds: z.number().positive(),
  note: z.string().optional(),
  optional: z.literal(true).optional(),
});

export const sequenceSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  for: z.string().min(1),
  affectedSide: z.enum(["left", "right", "both"]).optional(),
  position: z.string().min(1),
  source: z.array(z.string().min(1)).min(1),
  strokeMinutes: z.number(),
  estimatedMinutes: z.number(),
  estimatedMinutesWithOptional: z.number(),
  statedMinutes: z.union([z.number(), z.tuple([z.number(), z.number()])]).optional(),
  statedFrequency: z.string().optional(),
  garment: z.string().optional(),
  stopRule: z.string().optional(),
  /** `false`: only a part of the published text was read. */
  complete: z.boolean().optional(),
  /** Set on the sequences the project composed itself. */
  status: z.string().optional(),
  exitChoices: z.array(z.string()).optional(),
  exitEvidence: z.string().optional(),
  extraChecks: z.array(z.string()).optional(),
  regionalContraNote: z.string().optional(),
  note: z.string().optional(),
  steps: z.array(sequenceStepSchema).min(1),
});

export const sequenceLibrarySchema = z.strictObject({
  _about: z.string(),
  phases: z.record(z.enum(phases), z.string()),
  anastomoses: z.array(z.record(z.string(), z.unknown())),
  validatorRules: z.array(z.string()),
  sourceDisagreements: z.array(z.string()),
  sequences: z.array(sequenceSchema).min(1),
  sources: sourceListSchema,
});

/** Sequences the project composed later; their sources stand in the library above. */
export const composedSequencesSchema = z.strictObject({
  _about: z.string(),
  sequences: z.array(sequenceSchema).min(1),
});

export type SequenceStep = Immutable<z.infer<typeof sequenceStepSchema>>;
export type Sequence = Immutable<z.infer<typeof sequenceSchema>>;

/**
 * Seven published sequences as far as they were read, five composed drafts for a swollen part, and a composed routine for
 * an unswollen body. Review status `draft`.
 */
export const sequences = [...sequencesJson.sequences, ...composedJson.sequences] as unknown as readonly Sequence[];

export const sequencesById: ReadonlyMap<string, Sequence> = new Map(sequences.map((item) => [item.id, item]));

/** A sequence by id, or `reference/unknown` with the closest id. */
export function sequenceById(id: string): Result<Sequence> {
  const sequence = sequencesById.get(id);
  return sequence === undefined ? unknownName("sequence", id, sequencesById.keys()) : ok(sequence);
}

/** Where a sequence was read, as `title (address)`. */
export function sequenceSources(sequence: Sequence): readonly string[] {
  const sources: Readonly<Record<string, readonly string[]>> = sequencesJson.sources;
  return sequence.source.map((key) => {
    const [title = key, address = ""] = sources[key] ?? [];
    return address === "" ? title : `${title} (${address})`;
  });
}
