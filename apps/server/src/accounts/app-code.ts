/**
 * The second half of a sign-in by an app on the phone: TOTP (RFC 6238), six digits every 30 s, one step early or late. Each
 * code counts once. Ten recovery codes stand in for a lost phone, each once.
 */
import { randomInt } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import { Secret, TOTP } from "otpauth";
import { type MasterKey, seal, unseal } from "../store/seal.ts";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";
import { argonSettings } from "./password.ts";

const about = (account: string): string => `app-secret:${account}`;

function totpOf(secret: string, email: string): TOTP {
  return new TOTP({ issuer: "OpenLymph", label: email, secret: Secret.fromBase32(secret), digits: 6, period: 30 });
}

/** A new secret, kept sealed until it is confirmed. */
export async function beginAppFactor(trx: Work, key: MasterKey, { id, email }: Row<"account">) {
  const secret = new Secret({ size: 20 }).base32;
  const app_pending = seal(key.bytes, secret, about(id));
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

const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const recoveryCode = (): string => {
  const part = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");
  return `${part()}-${part()}`;
};

/** Confirms the app by a code of it. @returns ten recovery codes, or `undefined` for a wrong code. */
export async function confirmAppFactor(
  trx: Work,
  key: MasterKey,
  account: Row<"account">,
  code: string,
  now: number,
): Promise<readonly string[] | undefined> {
  const { id, app_pending } = account;
  if (app_pending === null) return undefined;
  const secret = unseal(key.bytes, app_pending, about(id)).toString();
  const step = stepOf(secret, code, 0, now);
  if (step === undefined) return undefined;
  const change = { app_secret: app_pending, app_pending: null, app_step: step };
  await trx.updateTable("account").set(change).where("id", "=", id).execute();
  return newRecoveryCodes(trx, id);
}

/** Of 49 bits, so hashed as passwords are: whoever reads the table cannot try them all. The account's id is the salt. */
async function recoveryHash(account: string, code: string): Promise<string> {
  const hash = await hashRaw(code, { ...argonSettings, salt: Buffer.from(account) });
  return hash.toString("hex");
}

async function newRecoveryCodes(trx: Work, account: string): Promise<readonly string[]> {
  await trx.deleteFrom("recovery_code").where("account", "=", account).execute();
  const codes = Array.from({ length: 10 }, recoveryCode);
  const rows = await Promise.all(codes.map(async (each) => ({ account, hash: await recoveryHash(account, each) })));
  await trx.insertInto("recovery_code").values(rows).execute();
  return codes;
}

/** An app of nobody, for an account of the demo: signed in to with recovery codes alone, which are given. */
export async function giveAppFactor(trx: Work, key: MasterKey, account: string): Promise<readonly string[]> {
  const app_secret = seal(key.bytes, new Secret({ size: 20 }).base32, about(account));
  await trx.updateTable("account").set({ app_secret }).where("id", "=", account).execute();
  return newRecoveryCodes(trx, account);
}

/** Whether a code, or a recovery code, is right; it is used up by this. */
export async function useCode(
  trx: Work,
  key: MasterKey,
  account: Row<"account">,
  code: string,
  now: number,
): Promise<boolean> {
  const { id, app_secret, app_step } = account;
  if (app_secret === null) return false;
  if (code.includes("-")) {
    const used = await trx
      .updateTable("recovery_code")
      .set({ used: now })
      .where("account", "=", id)
      .where("hash", "=", await recoveryHash(id, code))
      .where("used", "is", null)
      .executeTakeFirst();
    return used.numUpdatedRows === 1n;
  }
  const step = stepOf(unseal(key.bytes, app_secret, about(id)).toString(), code, app_step, now);
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
