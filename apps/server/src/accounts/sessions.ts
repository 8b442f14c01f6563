/**
 * Signed-in sessions. The cookie holds a token of 256 bits, the store its hash alone. Every change of strength begins a new
 * session and ends the one before, so a token from before a sign-in is worth nothing after it.
 */
import type { SessionStrength } from "@openlymph/record/clinic";
import { v4 as uuidv4 } from "uuid";
import { newToken, sha256 } from "../store/seal.ts";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";

const minute = 60_000;
/** Without a request for so long, a session ends. */
export const idleTime = 15 * minute;
/** However much it is used, it ends then. */
export const longestTime = 12 * 60 * minute;
/** So long after signing in, ways in may be added and other sign-ins ended without being asked again. */
export const freshTime = 15 * minute;
/** Between the password and the second half. */
export const halfTime = 10 * minute;
/** `seen` is written at most so often. */
const seenEvery = 20_000;

export interface NewSession {
  readonly account: string;
  readonly clinic: string;
  readonly strength: SessionStrength;
  /** What the browser says it is, for the list of sessions. */
  readonly device: string;
}

export function limitsOf({ strength, begun, seen }: Pick<Row<"session">, "strength" | "begun" | "seen">) {
  const longest = strength === "password" ? halfTime : longestTime;
  return { idleUntil: Math.min(seen + idleTime, begun + longest), until: begun + longest };
}

/** @returns the token for the cookie. */
export async function beginSession(trx: Work, session: NewSession, now: number, before?: string): Promise<string> {
  if (before !== undefined) await trx.updateTable("session").set({ ended: now }).where("id", "=", before).execute();
  const token = newToken();
  const row = { ...session, id: uuidv4(), token: sha256(token), begun: now, seen: now };
  await trx.insertInto("session").values(row).execute();
  return token;
}

export interface FoundSession {
  readonly session: Row<"session">;
  readonly account: Row<"account">;
  readonly member: Row<"member">;
}

/** The living session of a cookie; what is too old, ended, or whose account has left the clinic is not found. */
export async function findSession(trx: Work, token: string, now: number): Promise<FoundSession | undefined> {
  const session = await trx.selectFrom("session").selectAll().where("token", "=", sha256(token)).executeTakeFirst();
  if (session === undefined || session.ended !== null || now >= limitsOf(session).idleUntil) return undefined;
  const { account: id, clinic } = session;
  const account = await trx.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirst();
  const member = await trx
    .selectFrom("member")
    .selectAll()
    .where("account", "=", id)
    .where("clinic", "=", clinic)
    .executeTakeFirst();
  if (account === undefined || member === undefined) return undefined;
  if (now - session.seen < seenEvery) return { session, account, member };
  await trx.updateTable("session").set({ seen: now }).where("id", "=", session.id).execute();
  return { session: { ...session, seen: now }, account, member };
}

export async function endSession(trx: Work, id: string, now: number): Promise<void> {
  await trx.updateTable("session").set({ ended: now }).where("id", "=", id).where("ended", "is", null).execute();
}

/** Ends every session of an account, or all but one: its password or its place in the clinic has changed. @returns how many. */
export async function endSessionsOf(trx: Work, account: string, now: number, but = ""): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable("session")
    .set({ ended: now })
    .where("account", "=", account)
    .where("ended", "is", null)
    .where("id", "!=", but)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
