/**
 * What a clinic writes into a person's record. Every body names who did it: the name stands in the hash, so that a plan on
 * a phone says whose plan it is, whoever carried it there.
 */
import { z } from "zod";
import { hashField as hash } from "./hash-field.ts";

const id = z.uuid();
const text = z.string().min(1).max(2000);
const longText = z.string().min(1).max(20_000);
/** Text of a whole file. */
const fileText = z.string().min(1).max(500_000);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, "a day such as 1958-03-14");

/** What somebody of a clinic is there. A patient is not one of them: a phone is a device of a person, not an account. */
export const staffRoles = ["owner", "therapist", "assistant"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** The member of a clinic who did something. */
export const authorSchema = z.strictObject({ account: id, name: text, role: z.enum(staffRoles) });
export type Author = z.output<typeof authorSchema>;
const by = { by: authorSchema };

/** Limbs that are followed. */
export const followedLimbs = ["arm-left", "arm-right", "leg-left", "leg-right"] as const;
export type FollowedLimb = (typeof followedLimbs)[number];

/** What a clinic may set about an alert rule that fired. */
export const alertOutcomes = ["seen", "called", "changed-plan", "referred", "no-action"] as const;
export type AlertOutcome = (typeof alertOutcomes)[number];

export const clinicKinds = {
  /** Who the person is; the last one counts. */
  "person/described": z.strictObject({
    ...by,
    name: text,
    born: day.optional(),
    /** The limbs that are followed; none before anybody has looked. */
    limbs: z.array(z.enum(followedLimbs)).max(4),
    /** Stage as the clinic writes it: `0`, `I`, `II`, `II late`, `III`. */
    stage: z.string().max(20).optional(),
    diagnosis: z.string().max(2000).optional(),
    phone: z.string().max(60).optional(),
    email: z.string().max(200).optional(),
    doctor: z.string().max(400).optional(),
    /** Made up, to show or to try; said wherever the person is shown. */
    synthetic: z.boolean(),
  }),
  /** What happened to this body: the text of a history file. The last one counts. */
  "history/kept": z.strictObject({ ...by, text: fileText }),
  /** A screening: the text of its file, and what the rules said that day. */
  "screening/kept": z.strictObject({
    ...by,
    text: fileText,
    /** The action it came to, as the screening names it. */
    action: z.string().min(1).max(40),
    /** Rules that were set off. */
    reasons: z.array(z.string().max(80)).max(200),
    rulesVersion: z.int().min(0),
    /** A named professional decided otherwise, and why. Never of an emergency; the server refuses it. */
    override: z.strictObject({ why: text }).optional(),
  }),
  /** A version of a plan, not yet given to the person. */
  "plan/drafted": z.strictObject({
    ...by,
    plan: hash,
    title: text,
    text: fileText,
    why: z.string().max(2000).optional(),
  }),
  /** The plan that the person is to follow from now on. */
  "plan/released": z.strictObject({
    ...by,
    plan: hash,
    title: text,
    text: fileText,
    note: z.string().max(2000).optional(),
  }),
  /** No plan of the clinic holds any more. */
  "plan/withdrawn": z.strictObject({ ...by, plan: hash, why: text }),
  "note/written": z.strictObject({ ...by, text: longText }),
  /** A letter as it was sent. */
  "letter/written": z.strictObject({ ...by, to: text, text: longText }),
  /** What a clinic did about something the worklist showed; `item` names it as the worklist does. */
  "alert/handled": z.strictObject({
    ...by,
    item: z.string().min(1).max(200),
    outcome: z.enum(alertOutcomes),
    note: z.string().max(2000).optional(),
  }),
  /** How the clinic is reached; shown on the phone whenever a check stops a session. The last one counts. */
  "clinic/described": z.strictObject({
    ...by,
    name: text,
    contact: text,
    /** What to do in an emergency, where it is not the usual number of the country. */
    emergency: z.string().max(400).optional(),
  }),
} as const;
