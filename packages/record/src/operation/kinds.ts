/**
 * What can happen in a care record. One schema per kind and version; what is written under a version never changes its
 * meaning. A new kind is added to `kinds`; a new version of one raises its number, and the fold reads both.
 */
import { z } from "zod";
import { authorSchema, clinicKinds } from "./clinic-kinds.ts";
import { hashField as hash } from "./hash-field.ts";

const id = z.uuid();
const text = z.string().min(1).max(2000);
const note = z.string().max(2000);
/** Whole number from 1. */
const count = z.int().min(1).max(100_000);
/** s of a session, pauses left out. */
const sessionTime = z.number().min(0).max(86_400);
/** 0 none to 10 the worst one can think of. */
const rating = z.int().min(0).max(10);
const yesNo = z.enum(["yes", "no"]);

/** Why a step was left out. */
export const skipReasons = ["pain", "skin", "reach", "tired", "time", "other"] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Why a session stood still. `asleep`: the phone slept or the page was gone, and nobody was guided. */
export const pauseReasons = ["person", "asleep"] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** How a session ended. `abandoned`: found open later and closed then. */
export const endings = ["finished", "stopped", "unwell", "abandoned"] as const;
export type Ending = (typeof endings)[number];

export const planSources = ["file", "studio", "clinic", "library"] as const;
export type PlanSource = (typeof planSources)[number];

const session = { session: id };

/** The newest version of a kind that is read, and the schema of its body in every version up to it. */
interface KindOf<S extends z.ZodType> {
  readonly version: number;
  readonly body: S;
  /** The version that a body is written under: the oldest that can carry it, so that an older program reads it. */
  readonly versionOf?: (body: object) => number;
}
const first = <S extends z.ZodType>(body: S): KindOf<S> => ({ version: 1, body });

const firstOf = <T extends Readonly<Record<string, z.ZodType>>>(bodies: T): { readonly [K in keyof T]: KindOf<T[K]> } =>
  Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, first(body)])) as never;

export const kinds = {
  ...firstOf(clinicKinds),
  /** A plan was put on this device; the newest is the one that is played. The text is the plan's file. */
  "plan/kept": first(
    z.strictObject({ plan: hash, title: text, text: z.string().max(500_000), source: z.enum(planSources) }),
  ),
  /** The seven questions before a session. */
  "check/answered": first(
    z.strictObject({
      answers: z.record(z.string().max(40), yesNo),
      /** The action they came to, as the screening names it. */
      action: z.string().max(40),
      /** Rules that were set off. */
      reasons: z.array(z.string().max(80)).max(100),
      rulesVersion: z.int().min(0),
      /** No session may follow. */
      locks: z.boolean(),
    }),
  ),
  /** Somebody who may do so said that sessions may go on after a check that locked them. */
  "check/cleared": first(z.strictObject({ check: id, who: text, by: authorSchema.optional() })),
  "session/begun": first(
    z.strictObject({
      ...session,
      plan: hash,
      /** Operation of the check it rests on. */
      check: id,
      /** Strokes in the whole plan as it is played. */
      strokes: count,
    }),
  ),
  /** One stroke, guided from its beginning to its end. */
  "session/stroke": first(
    z.strictObject({
      ...session,
      /** Number of the stroke in the session, of the step in the plan, of the place in the step, and there, all from 1. */
      stroke: count,
      step: count,
      position: count,
      repetition: count,
      /** When it began. */
      began: sessionTime,
      /** How long it lasts in the plan, and how long it lasted, s. */
      planned: sessionTime,
      lasted: sessionTime,
    }),
  ),
  "session/paused": first(z.strictObject({ ...session, stroke: count, at: sessionTime, why: z.enum(pauseReasons) })),
  "session/resumed": first(z.strictObject({ ...session, stroke: count, at: sessionTime })),
  /** The rest of a step was left out. */
  "session/skipped": first(
    z.strictObject({
      ...session,
      /** The stroke that would have come, and the one that comes instead; one past the last for none. */
      from: count,
      to: count,
      step: count,
      why: z.enum(skipReasons),
    }),
  ),
  /** The person went back and does strokes again. */
  "session/back": first(z.strictObject({ ...session, from: count, to: count })),
  "session/ended": first(
    z.strictObject({
      ...session,
      how: z.enum(endings),
      at: sessionTime,
      /** Different strokes of the plan that were guided to their end. */
      strokes: z.int().min(0).max(100_000),
      why: note.optional(),
    }),
  ),
  "session/rated": first(
    z.strictObject({
      ...session,
      heaviness: rating,
      pain: rating,
      tightness: rating,
      note: note.optional(),
    }),
  ),
  /** Readings of a tape at the marks of a protocol (of the measurement library), m; the first mark first. */
  "measurement/taken": {
    version: 2,
    versionOf: (body) => ("confirmed" in body ? 2 : 1),
    body: z.strictObject({
      limb: z.enum(["arm", "leg"]),
      protocol: z.string().min(1).max(60),
      left: z.array(z.number().min(0.03).max(1.5)).max(60),
      right: z.array(z.number().min(0.03).max(1.5)).max(60),
      note: note.optional(),
      /** Who measured, where it was not the person. */
      by: authorSchema.optional(),
      /** The day it was measured, where it is not the day it was written down. */
      on: z
        .string()
        .regex(/^\d{4}-\d\d-\d\d$/, "a day such as 2026-11-26")
        .optional(),
      /** Version 2: unusual readings that were taken again and stand, as `left 5`; the first mark is 1. */
      confirmed: z
        .array(z.string().regex(/^(left|right) [1-9]\d?$/, "a side and the number of a reading, such as left 5"))
        .min(1)
        .max(120)
        .optional(),
    }),
  } satisfies KindOf<z.ZodType>,
  /** One setting of this person; the last to arrive counts. */
  "setting/changed": first(
    z.strictObject({
      key: z.string().regex(/^[a-z][a-zA-Z.]{0,39}$/, "a name of letters"),
      value: z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(200)).max(100)]),
    }),
  ),
  /** Puts another body in the place of an operation of the same kind; the first stays in the record. */
  "record/corrected": first(
    z.strictObject({
      operation: id,
      body: z.record(z.string(), z.unknown()),
      why: note.optional(),
      by: authorSchema.optional(),
    }),
  ),
} as const;

export type Kind = keyof typeof kinds;
export type Body<K extends Kind> = z.output<(typeof kinds)[K]["body"]>;

export const kindNames = Object.keys(kinds) as readonly Kind[];

/** Kinds that a clinic writes and the phone of the person is given. Of all others a phone has only what it wrote itself. */
export const kindsForPhone: readonly Kind[] = [
  "plan/released",
  "plan/withdrawn",
  "check/cleared",
  "clinic/described",
  "measurement/taken",
  "record/corrected",
];
