import { z } from "zod";
import planRulesJson from "../../data/plan-rules.json" with { type: "json" };
import { findingBases } from "../plan/finding.ts";

/** What a plan is checked for, as codes. */
export const checkCodes = [
  "away-from-route",
  "basin-not-cleared",
  "limb-before-trunk",
  "toward-removed-nodes",
  "avoided-region",
  "pressure-above-range",
  "fragile-skin",
  "watershed-not-prepared",
  "unlikely-exit",
  "too-long",
] as const;
export type CheckCode = (typeof checkCodes)[number];

const text = z.string().min(1);
const ids = z.array(text).min(1);
const tag = z.enum(["source", "textbook", "computed", "assumed"]);

const ruleSchema = z.strictObject({
  title: text,
  /** What the rule rests on. */
  basis: z.enum(findingBases),
  source: text,
  /** What nobody has measured about it. */
  notKnown: text,
});

/** An exit that lymph of a limb may take, and the observation that counted it; none where nobody saw it. */
const exitSchema = z.strictObject({
  limb: z.enum(["arm", "leg"]),
  region: text,
  side: z.enum(["same", "other"]),
  words: text,
  observation: text.optional(),
  share: text.optional(),
});

export const planRulesSchema = z.strictObject({
  _about: text,
  version: z.number().int().positive(),
  review: z.literal("draft"),
  closedBelow: z.strictObject({ value: z.number().min(0).max(1), meaning: text, tag }),
  farthestBorders: z.strictObject({ value: z.number().int().min(0), meaning: text, tag }),
  likelyFromPct: z.strictObject({ value: z.number().min(0).max(100), meaning: text, tag }),
  longestMinutes: z.strictObject({
    selfCare: z.number().positive(),
    therapist: z.number().positive(),
    tag,
    source: text,
  }),
  clearing: z.strictObject({
    stroke: text,
    repetitions: z.number().int().positive(),
    pace_s: z.number().positive(),
    tag,
    source: text,
  }),
  /** Basins that have to be cleared before fluid is sent to them. */
  mustClear: ids,
  /** Those of them that take the lymph of a limb. */
  limbExits: ids,
  /** With one of these a session begins. */
  neckFirst: ids,
  /** Regions that are a limb as a whole. */
  wholeLimb: ids,
  rules: z.record(z.enum(checkCodes), ruleSchema),
  exits: z.array(exitSchema).min(1),
  /** By the part a plan is for, ids of what is known about drainage there. */
  evidenceOf: z.record(text, z.array(text)),
  fragileSkin: z.strictObject({ conditions: ids, screening: ids, noKneading: text, tag, source: text }),
});

export type PlanRules = z.infer<typeof planRulesSchema>;
export type LimbExit = z.infer<typeof exitSchema>;

/** Rules, limits and exits that plans are checked with; review status `draft`. */
export const planRules = planRulesJson as unknown as PlanRules;
