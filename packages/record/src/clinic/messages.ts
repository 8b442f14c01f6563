/**
 * What the clinic's page and its server say to each other. Bodies are JSON; an answer that is not 2xx is a problem
 * (RFC 9457) with `code` and `detail`. Every address stands in `clinicAddresses`.
 *
 * A page never writes a view: it writes operations, and computes what it shows from them with `foldRecord`, as the server
 * does.
 */
import { z } from "zod";
import { followedLimbs, staffRoles } from "../operation/clinic-kinds.ts";
import { largestBatch, refusals, unsentFormat } from "../sync/messages.ts";

const id = z.uuid();
const name = z.string().trim().min(1).max(200);
const email = z.email().max(200);
/** Long enough to resist guessing without rules that make people write it down (NIST SP 800-63B: at least 8). */
const password = z.string().min(12).max(200);
const code = z.string().regex(/^\d{6}$/, "six digits");
const token = z.string().min(20).max(200);

/**
 * How a session came about. `password`: only the first half of a sign-in; nothing of any person is given to it, and it may
 * set up a second half only where the account has none yet.
 */
export const sessionStrengths = ["password", "password+code", "passkey"] as const;
export type SessionStrength = (typeof sessionStrengths)[number];

/** `GET /api/clinic/me` */
export const meSchema = z.discriminatedUnion("state", [
  /** Nobody has set this server up: the page asks for the link that the terminal printed. */
  z.strictObject({ state: z.literal("new") }),
  z.strictObject({ state: z.literal("signed-out") }),
  z.strictObject({
    state: z.literal("half"),
    /** What is still wanted: a code of the account's app, its passkey, or, where it has neither yet, setting one up. */
    needs: z.enum(["code", "passkey", "second-factor"]),
    name: z.string(),
  }),
  z.strictObject({
    state: z.literal("signed-in"),
    account: id,
    name: z.string(),
    email: z.string(),
    role: z.enum(staffRoles),
    strength: z.enum(sessionStrengths),
    clinic: z.strictObject({ id, name: z.string(), contact: z.string(), emergency: z.string().optional() }),
    /** What the account signs in by beside its password, and how many recovery codes are left to it. */
    factors: z.strictObject({ app: z.boolean(), passkeys: z.int(), recoveryCodes: z.int() }),
    /** Made-up people live here. */
    demo: z.boolean(),
    /** ms since 1970: signed out then, if nothing is done before, and in any case. */
    idleUntil: z.number(),
    until: z.number(),
  }),
]);
export type Me = z.output<typeof meSchema>;

/** `POST /api/clinic/setup`: the first account, by the one-time link of the terminal. Answers `Me` (`half`). */
export const setupSchema = z.strictObject({
  token,
  clinic: name,
  contact: z.string().trim().min(1).max(400),
  name,
  email,
  password,
});

/** `POST /api/clinic/sign-in` and its second half `POST /api/clinic/sign-in/code`. Both answer `Me`. */
export const signInSchema = z.strictObject({ email, password: z.string().min(1).max(200) });
/** A code of the app, or one of the ten recovery codes, which stands in for the app and for a passkey. */
export const codeSchema = z.strictObject({ code: z.union([code, z.string().regex(/^[a-z0-9]{5}-[a-z0-9]{5}$/)]) });

/** `POST /api/clinic/factor/app` begins: answers the secret; `POST /api/clinic/factor/app/confirm` ends, with a code of it. */
export const appFactorSchema = z.strictObject({ secret: z.string(), uri: z.string() });
/**
 * What setting up a second half answers, and `POST /api/clinic/recovery-codes`, which ends all codes of before: ten codes,
 * shown once and never again; none where the account has some left.
 */
export const recoverySchema = z.strictObject({ recoveryCodes: z.array(z.string()) });

/**
 * Passkeys. `POST .../passkey/register/begin` answers options for `startRegistration` of @simplewebauthn/browser, and
 * `POST .../passkey/register/end` takes `{name, response}`; `POST .../passkey/sign-in/begin` and `.../end` `{response}`.
 */
export const passkeyEndSchema = z.strictObject({ response: z.looseObject({}) });
export const passkeyRegisterEndSchema = z.strictObject({ name, response: z.looseObject({}) });

/**
 * `POST /api/clinic/confirm`: it is still the same person who is signed in. By both halves, password and code, or by a passkey
 * (`.../passkey/sign-in/begin` begins). Answers `Me`, and the session is a fresh one. What wants that answers `confirm` before.
 */
export const confirmSchema = z.union([
  z.strictObject({ password: z.string().min(1).max(200), code: codeSchema.shape.code }),
  passkeyEndSchema,
]);

/** `POST /api/clinic/invitations` answers `{link}` with a token that counts once, for 72 hours. */
export const inviteSchema = z.strictObject({ name, email, role: z.enum(staffRoles) });
export const acceptSchema = z.strictObject({ token, name, password });

/** `POST /api/clinic/password`: with the old one. Every other sign-in of the account ends. */
export const passwordChangeSchema = z.strictObject({ old: z.string().min(1).max(200), password });

/** `GET /api/clinic/staff`; `DELETE /api/clinic/staff/:account/sessions` signs a member out everywhere. */
export const staffSchema = z.array(
  z.strictObject({
    account: id,
    name: z.string(),
    email: z.string(),
    role: z.enum(staffRoles),
    /** ms since 1970 of the last sign-in. */
    lastSeen: z.number().optional(),
    factors: z.strictObject({ app: z.boolean(), passkeys: z.int() }),
  }),
);
export type Staff = z.output<typeof staffSchema>;

/** `GET /api/clinic/sessions`: where this account is signed in. `DELETE /api/clinic/sessions/:id` ends one. */
export const sessionsSchema = z.array(
  z.strictObject({ id, begun: z.number(), lastSeen: z.number(), device: z.string(), current: z.boolean() }),
);
export type SignedInSessions = z.output<typeof sessionsSchema>;

/** A person in a list: enough to find them and to see what waits. */
export const personLineSchema = z.strictObject({
  person: id,
  name: z.string(),
  born: z.string().optional(),
  limbs: z.array(z.enum(followedLimbs)),
  stage: z.string().optional(),
  synthetic: z.boolean(),
  /** ms since 1970 when something last arrived from a phone. */
  lastHeard: z.number().optional(),
  devices: z.int(),
  team: z.array(id),
  /** What the worklist shows of this person; see view/worklist.ts. */
  items: z.array(
    z.strictObject({
      id: z.string(),
      rule: z.string(),
      /** `now`: before anything else; `soon`: today; `look`: when there is time. */
      urgency: z.enum(["now", "soon", "look"]),
      /** Values that the rule's sentence names. */
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
      /** When it came up, ms since 1970. */
      since: z.number(),
    }),
  ),
});
export type PersonLine = z.output<typeof personLineSchema>;
/** `GET /api/clinic/people` */
export const peopleSchema = z.strictObject({
  /** Those whose team this account belongs to; all, for an owner. */
  people: z.array(personLineSchema),
  /** The others of the clinic, by name alone: opening one needs a reason. */
  others: z.array(z.strictObject({ person: id, name: z.string() })),
});
export type People = z.output<typeof peopleSchema>;

export const deviceSchema = z.strictObject({
  device: id,
  joined: z.number(),
  lastHeard: z.number().optional(),
  revoked: z.number().optional(),
  name: z.string(),
  /** Operations of it that are here without a gap, and those that were refused. */
  whole: z.int(),
  refused: z.int(),
  /** What has to be shown on both sides: the chain of the device is not whole. */
  trouble: z.enum(["gap", "fork", "device-behind"]).optional(),
});
export type Device = z.output<typeof deviceSchema>;

/** `GET /api/clinic/people/:person` */
export const personSchema = z.strictObject({
  person: id,
  team: z.array(z.strictObject({ account: id, name: z.string() })),
  devices: z.array(deviceSchema),
  /**
   * Everything but single strokes, by number of arrival. Fold it with `foldRecord`. `received`: ms since 1970. Strokes are
   * most of all operations: `session/ended` says how many were done, and an export holds each.
   */
  operations: z.array(z.strictObject({ arrival: z.int(), received: z.number(), operation: z.unknown() })),
  refused: z.array(
    z.strictObject({ received: z.number(), device: id, sequence: z.int(), refusal: z.string(), why: z.string() }),
  ),
  /** Opened by somebody who is not of the team, until then. */
  glass: z.strictObject({ until: z.number(), reason: z.string() }).optional(),
});
export type PersonReply = z.output<typeof personSchema>;

/** `POST /api/clinic/people` answers `{person}`; the account becomes the first of the team. */
export const newPersonSchema = z.strictObject({ body: z.record(z.string(), z.unknown()) });
/**
 * `POST /api/clinic/people/:person/operations`: one thing that happened. `body` without `by`: the server writes down who
 * asked. Answers `{arrival, received, operation}`.
 */
export const writeSchema = z.strictObject({ kind: z.string().max(60), body: z.record(z.string(), z.unknown()) });

/** `POST .../people/:person/join` answers the one-time link for a phone (7 days), as `{link, until}`. */
export const joinLinkSchema = z.strictObject({ link: z.string(), until: z.number() });
/**
 * `POST .../people/:person/phone-file`: part of a file that a phone of this person saved, in the order in which it wrote. All
 * of it is taken or none; what is here already is not taken again.
 */
export const phoneFileSchema = z.strictObject({
  format: z.literal(unsentFormat),
  device: id,
  operations: z.array(z.unknown()).min(1).max(largestBatch).readonly(),
});
export const phoneFileReplySchema = z.strictObject({
  /** What the clinic calls the phone. */
  name: z.string(),
  /** ms since 1970 when it was revoked, where it was. */
  revoked: z.number().optional(),
  /** How many were new, and how many were here already. */
  taken: z.int(),
  known: z.int(),
  /** Kept and not taken into the record, as a push would answer. */
  refused: z.array(z.strictObject({ sequence: z.int(), refusal: z.enum(refusals), why: z.string() })),
});
export type PhoneFileReply = z.output<typeof phoneFileReplySchema>;
/** `POST .../people/:person/glass`: opens the record of somebody one does not look after, for an hour. */
export const glassSchema = z.strictObject({ reason: z.string().trim().min(10).max(400) });
/** `POST .../people/:person/team` */
export const teamSchema = z.strictObject({ account: id, of: z.boolean() });
/** `POST .../people/:person/merge`: what is known of `other` belongs to this person from now on. */
export const mergeSchema = z.strictObject({ other: id, reason: z.string().trim().min(3).max(400) });
/** `POST .../people/:person/erase`: for good. The name has to be written as it stands. */
export const eraseSchema = z.strictObject({ name: z.string().max(2000), reason: z.string().trim().min(3).max(400) });
export const eraseReportSchema = z.strictObject({
  person: id,
  operations: z.int(),
  devices: z.int(),
  /** What is left, in words: hashes, times and kinds without content, the audit trail. */
  left: z.array(z.string()),
});

export const auditEntrySchema = z.strictObject({
  number: z.int(),
  at: z.number(),
  actor: z.string(),
  actorName: z.string(),
  action: z.string(),
  resource: z.string(),
  person: z.string().optional(),
  outcome: z.enum(["done", "refused"]),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  hash: z.string(),
});
/**
 * `GET /api/clinic/audit?before=`: the newest first, 100 at a time; for the owner. `GET .../people/:person/audit?before=`:
 * of one person.
 */
export const auditSchema = z.strictObject({ entries: z.array(auditEntrySchema), more: z.boolean() });
export type Audit = z.output<typeof auditSchema>;
/** `POST /api/clinic/audit/verify` */
export const auditVerdictSchema = z.discriminatedUnion("whole", [
  z.strictObject({ whole: z.literal(true), entries: z.int() }),
  z.strictObject({ whole: z.literal(false), entries: z.int(), at: z.int(), why: z.string() }),
]);

/** A problem (RFC 9457) as this server sends it. */
export const problemSchema = z.looseObject({
  status: z.int(),
  detail: z.string(),
  /** Which failure it was, such as `record/gap`. */
  failure: z.string().optional(),
  /** What a page can act on. */
  code: z
    .enum([
      "signed-out",
      "half-signed-in",
      "confirm",
      "forbidden",
      "not-found",
      "conflict",
      "invalid",
      "too-often",
      "failed",
    ])
    .optional(),
});

/** Where everything is. `:person` and the like are put in by the caller. */
export const clinicAddresses = {
  me: "/api/clinic/me",
  setup: "/api/clinic/setup",
  signIn: "/api/clinic/sign-in",
  signInCode: "/api/clinic/sign-in/code",
  signOut: "/api/clinic/sign-out",
  confirm: "/api/clinic/confirm",
  recoveryCodes: "/api/clinic/recovery-codes",
  appFactor: "/api/clinic/factor/app",
  appFactorConfirm: "/api/clinic/factor/app/confirm",
  passkeyRegisterBegin: "/api/clinic/passkey/register/begin",
  passkeyRegisterEnd: "/api/clinic/passkey/register/end",
  passkeySignInBegin: "/api/clinic/passkey/sign-in/begin",
  passkeySignInEnd: "/api/clinic/passkey/sign-in/end",
  invitations: "/api/clinic/invitations",
  accept: "/api/clinic/invitations/accept",
  staff: "/api/clinic/staff",
  staffMember: "/api/clinic/staff/:account",
  staffSessions: "/api/clinic/staff/:account/sessions",
  password: "/api/clinic/password",
  sessions: "/api/clinic/sessions",
  session: "/api/clinic/sessions/:id",
  /** `POST` a body of `clinic/described` without `by`. */
  clinic: "/api/clinic/clinic",
  /** Server-sent events: `{person}` whenever something of somebody whose record one may read has arrived. */
  changes: "/api/clinic/changes",
  people: "/api/clinic/people",
  person: "/api/clinic/people/:person",
  operations: "/api/clinic/people/:person/operations",
  join: "/api/clinic/people/:person/join",
  device: "/api/clinic/people/:person/devices/:device",
  phoneFile: "/api/clinic/people/:person/phone-file",
  glass: "/api/clinic/people/:person/glass",
  team: "/api/clinic/people/:person/team",
  merge: "/api/clinic/people/:person/merge",
  erase: "/api/clinic/people/:person/erase",
  /** Everything of one person: `?as=json`, `?as=csv` or `?as=pdf`. */
  export: "/api/clinic/people/:person/export",
  personAudit: "/api/clinic/people/:person/audit",
  audit: "/api/clinic/audit",
  auditVerify: "/api/clinic/audit/verify",
} as const;
