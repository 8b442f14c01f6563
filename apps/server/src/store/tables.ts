/**
 * Every table of the store. Times are ms since 1970; ids are UUIDs as text; hashes are SHA-256 in hex.
 *
 * Operations are the record. All else about a person (`person`, `device`) is what the server needs to take the next one, and
 * can be computed again from them (`doctor`).
 */
import type { StaffRole } from "@openlymph/record";
import type { SessionStrength } from "@openlymph/record/clinic";
import type { ColumnType, Generated, Insertable, Selectable } from "kysely";

export type Bytes = ColumnType<Uint8Array, Uint8Array, Uint8Array>;
/** `Generated` for kysely: may be left out when a row is put in. */
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface MetaTable {
  key: string;
  value: string;
}

/** A clinic, and the two counters that are moved under its lock. */
export interface ClinicTable {
  id: string;
  name: string;
  contact: string;
  emergency: Optional<string>;
  created: number;
  /** Number of the operation that arrived last. */
  arrival: Generated<number>;
  /** Last entry of the audit trail, and its hash. */
  audit_number: Generated<number>;
  audit_hash: Generated<string>;
}

export interface AccountTable {
  id: string;
  email: string;
  name: string;
  /** argon2id; empty for an account that signs in by passkey alone. */
  password: string;
  /** Secret of the account's app, sealed; absent until confirmed. */
  app_secret: Optional<Uint8Array>;
  /** Secret that was shown and not confirmed yet, sealed. */
  app_pending: Optional<Uint8Array>;
  /** Time step of the last code that was taken: no code counts twice. */
  app_step: Generated<number>;
  /** Wrong attempts in a row, and until when none is looked at. */
  failures: Generated<number>;
  blocked_until: Generated<number>;
  created: number;
}

export interface RecoveryCodeTable {
  account: string;
  hash: string;
  used: Optional<number>;
}

export interface PasskeyTable {
  id: string;
  account: string;
  public_key: Bytes;
  counter: number;
  transports: string;
  name: string;
  created: number;
  used: Optional<number>;
}

export interface MemberTable {
  clinic: string;
  account: string;
  role: StaffRole;
  created: number;
}

export interface SessionTable {
  id: string;
  /** Of the token in the cookie, which is nowhere else. */
  token: string;
  account: string;
  clinic: string;
  strength: SessionStrength;
  begun: number;
  seen: number;
  ended: Optional<number>;
  device: string;
}

/** What a passkey has to sign; used once. */
export interface ChallengeTable {
  challenge: string;
  purpose: "register" | "sign-in";
  account: Optional<string>;
  until: number;
}

export const tokenPurposes = ["setup", "invite", "join"] as const;
export type TokenPurpose = (typeof tokenPurposes)[number];

/** A one-time link. Only the hash of its token is kept. */
export interface TokenTable {
  hash: string;
  purpose: TokenPurpose;
  clinic: Optional<string>;
  person: Optional<string>;
  /** JSON of what it grants. */
  grants: string;
  until: number;
  used: Optional<number>;
}

export interface PersonTable {
  id: string;
  clinic: string;
  /** Key of everything that is sealed of this person, itself sealed; absent once the person is erased. */
  key: Optional<Uint8Array>;
  /** The chain of what the clinic wrote about the person. */
  device: string;
  sequence: Generated<number>;
  head: Generated<string>;
  /** Number of arrival of the last operation about the person. */
  latest: Generated<number>;
  created: number;
  /** The person this one turned out to be. */
  merged_into: Optional<string>;
  erased: Optional<number>;
}

export interface TeamTable {
  clinic: string;
  person: string;
  account: string;
}

/** A record that was opened by somebody who does not look after the person. */
export interface GlassTable {
  clinic: string;
  person: string;
  account: string;
  reason: string;
  at: number;
  until: number;
}

export interface DeviceTable {
  id: string;
  clinic: string;
  person: string;
  /** Whose record the device keeps, as its own operations say. */
  record_person: string;
  token: string;
  name: string;
  joined: number;
  heard: Optional<number>;
  revoked: Optional<number>;
  /** How far its chain is whole here. */
  sequence: Generated<number>;
  head: Generated<string>;
  trouble: Optional<"gap" | "fork" | "device-behind">;
}

export interface OperationTable {
  clinic: string;
  arrival: number;
  person: string;
  device: string;
  sequence: number;
  id: string;
  kind: string;
  previous: string;
  hash: string;
  /** The whole operation, sealed with the person's key. */
  sealed: Bytes;
  received: number;
}

/** What a device sent and was refused: kept, so that its chain goes on and both sides can be shown it. */
export interface RefusalTable {
  clinic: string;
  person: string;
  device: string;
  sequence: number;
  id: string;
  previous: string;
  hash: string;
  refusal: string;
  why: string;
  sealed: Bytes;
  received: number;
}

/** A reminder that a phone asked for. */
export interface ReminderTable {
  device: string;
  clinic: string;
  person: string;
  /** `19:30`, by the clocks of `zone`. */
  time: string;
  zone: string;
  /** When it is due. */
  next: number;
  /** Where it is sent and what it says, sealed with the person's key. */
  sealed: Bytes;
}

export interface AuditTable {
  clinic: string;
  number: number;
  at: number;
  actor: string;
  action: string;
  resource: string;
  person: Optional<string>;
  outcome: "done" | "refused";
  /** JSON; never anything of a person's health. */
  detail: string;
  previous: string;
  hash: string;
}

export interface Tables {
  meta: MetaTable;
  clinic: ClinicTable;
  account: AccountTable;
  recovery_code: RecoveryCodeTable;
  passkey: PasskeyTable;
  member: MemberTable;
  session: SessionTable;
  challenge: ChallengeTable;
  token: TokenTable;
  person: PersonTable;
  team: TeamTable;
  glass: GlassTable;
  device: DeviceTable;
  operation: OperationTable;
  refusal: RefusalTable;
  reminder: ReminderTable;
  audit: AuditTable;
}

/** In an order in which each table comes after those it refers to. */
export const tableNames = [
  "meta",
  "clinic",
  "account",
  "recovery_code",
  "passkey",
  "member",
  "session",
  "challenge",
  "token",
  "person",
  "team",
  "glass",
  "device",
  "operation",
  "refusal",
  "reminder",
  "audit",
] as const satisfies readonly (keyof Tables)[];

/** What tells the rows of each table apart. */
export const tableKeys = {
  meta: ["key"],
  clinic: ["id"],
  account: ["id"],
  recovery_code: ["account", "hash"],
  passkey: ["id"],
  member: ["clinic", "account"],
  session: ["id"],
  challenge: ["challenge"],
  token: ["hash"],
  person: ["id"],
  team: ["person", "account"],
  glass: ["person", "account", "at"],
  device: ["id"],
  operation: ["clinic", "arrival"],
  refusal: ["device", "sequence"],
  reminder: ["device"],
  audit: ["clinic", "number"],
} as const satisfies { readonly [K in keyof Tables]: readonly (keyof Tables[K])[] };

export type Row<K extends keyof Tables> = Selectable<Tables[K]>;
export type NewRow<K extends keyof Tables> = Insertable<Tables[K]>;
