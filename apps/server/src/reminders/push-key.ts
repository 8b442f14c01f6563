/**
 * The pair of keys by which push services know this server (VAPID, RFC 8292). Made when the first phone asks; a phone's
 * subscription holds for this pair alone, so it stays with the store.
 */
import webPush from "web-push";
import { type MasterKey, seal, unseal } from "../store/seal.ts";
import type { Work } from "../store/store.ts";

export const pushKeyName = "push-key";

export interface PushKey {
  /** Uncompressed point on P-256, base64url. */
  readonly publicKey: string;
  readonly privateKey: string;
}

export async function pushKey(trx: Work, master: MasterKey): Promise<PushKey> {
  const find = () => trx.selectFrom("meta").select("value").where("key", "=", pushKeyName).executeTakeFirst();
  if ((await find()) === undefined) {
    const sealed = seal(master.bytes, JSON.stringify(webPush.generateVAPIDKeys()), pushKeyName);
    const row = { key: pushKeyName, value: Buffer.from(sealed).toString("base64") };
    // Of two servers that make it at the same moment, the one that was first has made it for both.
    await trx
      .insertInto("meta")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const { value = "" } = (await find()) ?? {};
  return JSON.parse(unseal(master.bytes, Buffer.from(value, "base64"), pushKeyName).toString());
}
