/**
 * The second half of a sign-in by an app on the phone: TOTP (RFC 6238), six digits every 30 s, one step early or late. Each
 * code counts once.
 */
import { Secret, TOTP } from "otpauth";
import { type MasterKey, seal, unseal } from "../store/seal.ts";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";
import { newRecoveryCodes } from "./recovery-codes.ts";

/** What a sealed secret belongs to. */
export const aboutSecret = (account: string): string => `app-secret:${account}`;

function totpOf(secret: string, email: string): TOTP {
  return new TOTP({ issuer: "OpenLymph", label: email, secret: Secret.fromBase32(secret), digits: 6, period: 30 });
}

/** A new secret, kept sealed until it is confirmed. */
export async function beginAppFactor(trx: Work, key: MasterKey, { id, email }: Row<"account">) {
  const secret = new Secret({ size: 20 }).base32;
  const app_pending = seal(key.bytes, secret, aboutSecret(id));
  await trx.updateTable("account").set({ app_pending }).where("id", "=", id).execute();
  return { secret, uri: totpOf(secret, email).toString() };
}

/** The step of a right code that was not used yet; `undefined` for any other. */
function stepOf(secret: string, code: string, lastStep: number, now: number): number | undefined {
  const totp = totpOf(secret, "");
  const delta = totp.validate({ token: code, timestamp: now, window: 1 });
  if (delta === null) return undefined;
  const step = Math.floor(now / 30_000) + delta;
  return step > lastStep ? step : undefined;
}

/** Confirms the app by a code of it. @returns whether the code was right. */
export async function confirmAppFactor(
  trx: Work,
  key: MasterKey,
  account: Row<"account">,
  code: string,
  now: number,
): Promise<boolean> {
  const { id, app_pending } = account;
  if (app_pending === null) return false;
  const secret = unseal(key.bytes, app_pending, aboutSecret(id)).toString();
  const step = stepOf(secret, code, 0, now);
  if (step === undefined) return false;
  const change = { app_secret: app_pending, app_pending: null, app_step: step };
  await trx.updateTable("account").set(change).where("id", "=", id).execute();
  return true;
}

/** An app of nobody, for an account of the demo: signed in to with recovery codes alone, which are given. */
export async function giveAppFactor(trx: Work, key: MasterKey, account: string): Promise<readonly string[]> {
  const app_secret = seal(key.bytes, new Secret({ size: 20 }).base32, aboutSecret(account));
  await trx.updateTable("account").set({ app_secret }).where("id", "=", account).execute();
  return newRecoveryCodes(trx, account);
}

/** Whether a code is right; it is used up by this. */
export async function useAppCode(
  trx: Work,
  key: MasterKey,
  { id, app_secret, app_step }: Row<"account">,
  code: string,
  now: number,
): Promise<boolean> {
  if (app_secret === null) return false;
  const step = stepOf(unseal(key.bytes, app_secret, aboutSecret(id)).toString(), code, app_step, now);
  if (step === undefined) return false;
  // Only where nobody used it in the meantime: two requests with one code let one in.
  const taken = await trx
    .updateTable("account")
    .set({ app_step: step })
    .where("id", "=", id)
    .where("app_step", "<", step)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}
