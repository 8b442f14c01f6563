import { mmHg, provenanceTags, quantityField, reviewStatuses } from "@openlymph/base";
import { z } from "zod";
import { bodySides } from "../fields/body-side.ts";
import { countField, namedField, textField, wordField } from "../fields/named-field.ts";
import { regionsById } from "../library/region.ts";
import { phases, stepProvenances, stepSides, towardSides } from "../library/sequence-words.ts";
import { defaultPressure, strokesById } from "../library/stroke.ts";
import { directions } from "./plan.ts";
import { versionSchema } from "./version/version.ts";

export const largestPressure = 200 * mmHg;

const writtenStep = z.strictObject({
  /** Number of the step, rising; the position in the list when left out. */
  n: countField(1, 999).optional(),
  phase: wordField("phase", phases),
  region: namedField("region", regionsById),
  side: wordField("side", stepSides),
  stroke: namedField("stroke", strokesById),
  action: textField.optional(),
  toward: namedField("region", regionsById),
  towardSide: wordField("side", towardSides),
  /** Pressure of the hand; the default of the stroke when left out. */
  pressure: quantityField("pressure", { min: 0, max: largestPressure, words: "0 to 200 mmHg" }).optional(),
  /** Time of one stroke, working and resting phase together. */
  pace: quantityField("time", { min: 0.5, max: 60, words: "0.5 to 60 s" }),
  repetitions: countField(1, 100),
  /** Hand positions in the region, each with all repetitions. */
  positions: countField(1, 50).default(1),
  optional: z.boolean().default(false),
  /** Set only to say that a stroke runs otherwise than from its region to its target. */
  direction: wordField("direction", directions).optional(),
  provenance: wordField("provenance", stepProvenances),
  note: textField.optional(),
});

/** A step with its pressure settled: `pressureFrom` says whether the plan states it or the stroke's default is used. */
export const stepSchema = writtenStep.transform(({ pressure, ...step }) => {
  const stroke = strokesById.get(step.stroke);
  const standard = stroke === undefined ? undefined : defaultPressure(stroke);
  const pressureFrom: "plan" | "stroke" | "none" = standard === undefined ? "none" : "stroke";
  return pressure === undefined
    ? { ...step, pressure: standard, pressureFrom }
    : { ...step, pressure, pressureFrom: "plan" as const };
});

const exitSchema = z.strictObject({
  region: namedField("region", regionsById),
  side: wordField("side", ["affected", "unaffected", "left", "right", "bilateral"] as const),
  /** Why this exit: what was seen or tested. */
  reason: textField.optional(),
});

export const planSchema = z.strictObject({
  format: z.string(),
  title: textField,
  about: textField.optional(),
  for: textField.optional(),
  affectedSide: wordField("side", bodySides),
  position: textField.optional(),
  garment: textField.optional(),
  stopRule: textField.optional(),
  /** Time and frequency as the published text states them. */
  stated: z
    .strictObject({
      minutes: z.union([z.number().positive(), z.tuple([z.number().positive(), z.number().positive()])]).optional(),
      frequency: textField.optional(),
    })
    .optional(),
  /** The exit the therapist chose for this person; `toward: chosen_exit` points to it. */
  exit: exitSchema.optional(),
  exitChoices: z.array(textField).optional(),
  extraChecks: z.array(textField).optional(),
  provenance: z.strictObject({ tag: wordField("provenance", provenanceTags), source: textField }),
  reviewStatus: wordField("review status", reviewStatuses).default("draft"),
  /** `false`: an excerpt; what it leaves out is not known. */
  complete: z.boolean(),
  /** Who wrote what is here, when and why; the newest last. */
  versions: z.array(versionSchema).min(1, "at least one version").max(500, "at most 500 versions").optional(),
  steps: z.array(stepSchema).min(1, "at least one step").max(300, "at most 300 steps"),
});
