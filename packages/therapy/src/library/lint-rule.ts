import { z } from "zod";
import lintRulesJson from "../../data/lint-rules.json" with { type: "json" };
import { findingBases } from "../plan/finding.ts";

/** What the writing of a plan is looked over for, as codes. */
export const lintCodes = [
  "repeated-step",
  "no-breathing-before",
  "no-breathing-after",
  "repetitions-outside-range",
  "pace-outside-range",
  "stroke-not-placed",
  "not-for-self-care",
  "filled-in",
  "no-stop-rule",
  "no-position",
  "exit-not-chosen",
  "exit-not-used",
  "time-differs",
  "optional-unmarked",
  "review-not-backed",
] as const;
export type LintCode = (typeof lintCodes)[number];

const text = z.string().min(1);

export const lintRulesSchema = z.strictObject({
  _about: text,
  version: z.number().int().positive(),
  review: z.literal("draft"),
  timeTolerance: z.strictObject({ value: z.number().positive(), meaning: text, tag: z.literal("assumed") }),
  optionalWords: z.strictObject({ value: z.array(text).min(1), meaning: text, tag: z.literal("assumed") }),
  rules: z.record(
    z.enum(lintCodes),
    z.strictObject({
      title: text,
      /** The plan as a whole, or the step it stands at. */
      concerns: z.enum(["plan", "step"]),
      basis: z.enum(findingBases),
      source: text,
    }),
  ),
});

export type LintRules = z.infer<typeof lintRulesSchema>;

/** Rules the writing of plans is looked over with; review status `draft`. */
export const lintRules = lintRulesJson as unknown as LintRules;
