/**
 * Ten codes for the day the app or the passkey is gone, each good once. A code stands in for the second half alone: it is
 * asked for after the password, so that whoever finds the paper with the codes has one half and no more.
 */
import { randomInt } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import type { Work } from "../store/store.ts";
import { argonSettings } from "./password.ts";

const many = 10;
const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const recoveryCode = (): string => {
  const part = (): string => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");
  return `${part()}-${part()}`;
};

/** Of 49 bits, so hashed as passwords are: whoever reads the table cannot try them all. The account's id is the salt. */
async function recoveryHash(account: string, code: string): Promise<string> {
  const hash = await hashRaw(code, { ...argonSettings, salt: Buffer.from(account) });
  return hash.toString("hex");
}

/** Ten new ones; those of before are worth nothing any more. */
export async function newRecoveryCodes(trx: Work, account: string): Promise<readonly string[]> {
  await trx.deleteFrom("recovery_code").where("account", "=", account).execute();
  const codes = Array.from({ length: many }, recoveryCode);
  const rows = await Promise.all(codes.map(async (each) => ({ account, hash: await recoveryHash(account, each) })));
  await trx.insertInto("recovery_code").values(rows).execute();
  return codes;
}

/** How many an account has left. */
export async function recoveryCodesLeft(trx: Work, account: string): Promise<number> {
  const rows = await trx
    .selectFrom("recovery_code")
    .select("hash")
    .where("account", "=", account)
    .where("used", "is", null)
    .execute();
  return rows.length;
}

/** With the second half that was just set up: ten codes, where the account has none left. */
export async function firstRecoveryCodes(trx: Work, account: string): Promise<readonly string[]> {
  return (await recoveryCodesLeft(trx, account)) > 0 ? [] : newRecoveryCodes(trx, account);
}

/** Whether a code is one of the account's; it is used up by this. */
export async function useRecoveryCode(trx: Work, account: string, code: string, now: number): Promise<boolean> {
  const used = await trx
    .updateTable("recovery_code")
    .set({ used: now })
    .where("account", "=", account)
    .where("hash", "=", await recoveryHash(account, code))
    .where("used", "is", null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}
