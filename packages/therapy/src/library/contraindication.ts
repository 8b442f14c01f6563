import { type Immutable, unknownName } from "@openlymph/anatomy";
import { ok, type Result } from "@openlymph/base";
import { z } from "zod";
import contraindicationsJson from "../../data/contraindications.json" with { type: "json" };
import { dailyCheckSchema, dailyLibrary, emergencyNumbersSchema } from "./daily-check.ts";
import { ids, known, review, text } from "./known-fields.ts";

/** What a rule asks for, the most severe first. */
export const actions = ["EMERGENCY", "STOP_SAME_DAY", "HOLD_CLEARANCE", "AVOID_REGION", "MODIFY", "INFO"] as const;
export type Action = (typeof actions)[number];

/** What a screening decides, the most severe first; one for each action. */
export const decisions = ["emergency", "stop", "hold", "restrict", "modify", "go"] as const;
export type Decision = (typeof decisions)[number];

const action = z.enum(actions);

/** Changes under which a session is allowed. */
export const limitsSchema = z.strictObject({
  maxMinutes: z.number().positive().optional(),
  limbsPerSession: z.number().int().positive().optional(),
  position: text.optional(),
  dailyWeight: z.boolean().optional(),
  needInhaler: z.boolean().optional(),
  riseSlowly: z.boolean().optional(),
  skinCheck: z.boolean().optional(),
  avoidRegions: ids.optional(),
});

/** A second question, asked after a yes to the first. */
const followUpSchema = z.strictObject({ id: text, question: text, action, sayPatient: text, ...known });

/** One rule: the question as the person reads it, what a yes leads to, and how that is known. */
export const contraindicationSchema = z.strictObject({
  id: text,
  label: text,
  class: z.enum([
    "emergency",
    "absolute_until_treated",
    "hold",
    "relative",
    "regional",
    "regional_caution",
    "plan_rule",
    "compression_only",
  ]),
  scope: text,
  question: text,
  action,
  sayPatient: text,
  sayTherapist: text.optional(),
  followUp: followUpSchema.optional(),
  /** Keys of `places`. */
  avoidRegions: ids.optional(),
  modify: limitsSchema.optional(),
  resumeRule: text.optional(),
  /** Where the sources do not agree, in words. */
  disagreement: text.optional(),
  ...known,
  ...review,
});

/** A part of the body that is left out: regions of the library, or a place the answers have to name. */
const placeSchema = z.strictObject({
  label: text,
  regions: z.array(text),
  ofThePerson: z.literal(true).optional(),
  note: text.optional(),
});

/** What is said for one outcome; `{…}` is filled in. `locks`: no session can be started from there. */
export const wordingSchema = z.strictObject({
  id: text,
  when: text,
  title: text,
  body: text,
  button: text,
  locks: z.boolean(),
  evidence: known.evidence,
  ...review,
});

/** Facts (rules or daily signs, one of each group) that together are an emergency. */
const escalationSchema = z.strictObject({
  if: z.array(ids).length(2),
  label: text,
  // biome-ignore lint/suspicious/noThenProperty: the word of the data
  then: z.literal("EMERGENCY"),
  sayPatient: text,
  ...known,
});

export const comparisonRowSchema = z.strictObject({
  item: text,
  rules: ids,
  /** By source: its own words, and the kind of verdict they are. */
  lists: z.record(text, z.strictObject({ says: text, verdict: text })),
});

/** When drainage may begin again after an infection. */
const restartSchema = z.strictObject({
  rule: text,
  clearance: z.boolean(),
  feverFreeHours: z.number().positive(),
  /** Keys of `restartSigns`. */
  needs: z.array(text),
  published: text,
  ...known,
  ...review,
});

export const contraindicationLibrarySchema = z.strictObject({
  _about: text,
  /** Of the rules; kept with every outcome. */
  version: z.number().int().positive(),
  review: z.literal("draft"),
  actions: z.array(z.strictObject({ id: action, decision: z.enum(decisions), says: text })).length(actions.length),
  items: z.array(contraindicationSchema).min(1),
  places: z.record(text, placeSchema),
  placesEvidence: text,
  dailyCheck: dailyCheckSchema,
  screenAgain: z.strictObject({
    id: text,
    label: text,
    action,
    /** How long answers hold. */
    days: z.number().positive(),
    sayPatient: text,
    sayTherapist: text,
    ...known,
    ...review,
  }),
  wording: z.array(wordingSchema),
  comparison: z.strictObject({
    verdicts: z.record(text, text),
    note: text,
    rows: z.array(comparisonRowSchema).min(1),
  }),
  sources: z.record(text, text),
  engineRules: z.strictObject({
    escalations: z.array(escalationSchema),
    combination: text,
    unanswered: text,
    neverBlockAlone: ids,
    clearance: z.strictObject({ defaultDays: z.number().positive(), clinicians: ids, professionals: ids, note: text }),
    log: text,
  }),
  restart: z.array(restartSchema),
  restartSigns: z.record(text, text),
  emergencyNumbers: emergencyNumbersSchema,
});

export type ContraindicationLibrary = Immutable<z.infer<typeof contraindicationLibrarySchema>>;
export type Contraindication = ContraindicationLibrary["items"][number];
export type Limits = Immutable<z.infer<typeof limitsSchema>>;
export type Wording = ContraindicationLibrary["wording"][number];
export type Escalation = ContraindicationLibrary["engineRules"]["escalations"][number];
export type RestartRule = ContraindicationLibrary["restart"][number];

/** The screening rules with everything that belongs to them; review status `draft`. */
export const contraindicationLibrary = {
  ...contraindicationsJson,
  dailyCheck: dailyLibrary.dailyCheck,
  emergencyNumbers: dailyLibrary.emergencyNumbers,
} as unknown as ContraindicationLibrary;

/** The 57 rules, in the order in which they are asked. */
export const contraindications: readonly Contraindication[] = contraindicationLibrary.items;

export const contraindicationsById: ReadonlyMap<string, Contraindication> = new Map(
  contraindications.map((rule) => [rule.id, rule]),
);

/** A rule by id, or `reference/unknown` with the closest id. */
export function contraindicationById(id: string): Result<Contraindication> {
  const rule = contraindicationsById.get(id);
  return rule === undefined ? unknownName("rule", id, contraindicationsById.keys()) : ok(rule);
}

/** 0 for the most severe. */
export function severity(of: Action): number {
  return actions.indexOf(of);
}

/** The more severe of actions; INFO of none. */
export function mostSevere(of: readonly Action[]): Action {
  return actions[Math.min(severity("INFO"), ...of.map(severity))] ?? "INFO";
}

/** What an action means for the session. */
export function decisionOf(of: Action): Decision {
  return decisions[severity(of)] ?? "emergency";
}

/** Whether an unanswered question of this rule holds the session. */
export function mustBeAnswered({ action: of }: Pick<Contraindication, "action">): boolean {
  return severity(of) <= severity("HOLD_CLEARANCE");
}
