/**
 * A new master key in the place of the one there is: everything that the old one sealed is sealed with the new one.
 *
 *   new key beside → one transaction: seal all anew, the probe too → commit → old key kept under another name → new key named
 *
 * Cut off before the commit, the key of before opens the store; cut off after it, the one beside does, and the next start gives
 * it its name. What the operations say is not touched: it is sealed with people's keys, and only these are sealed anew.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { raise } from "@openlymph/base";
import { type Kysely, sql } from "kysely";
import { aboutSecret } from "../accounts/app-code.ts";
import { audit } from "../audit/audit.ts";
import { aboutKey } from "../people/person.ts";
import { pushKeyName } from "../reminders/push-key.ts";
import { keyFile, layBeside, nameKey, openMasterKey, probeFor, probeName, probeOf, unnamed } from "./master-key.ts";
import { newestStep, stepOf } from "./migrate.ts";
import { openPostgres, refuseInUse } from "./postgres.ts";
import { newKey, seal, unseal } from "./seal.ts";
import { databaseFile, openSqlite } from "./sqlite.ts";
import { nameScope, type StoreOptions, type Work } from "./store.ts";
import type { Tables } from "./tables.ts";

/** How far it has come. */
export const keySteps = ["beside", "sealed", "committed", "kept"] as const;
export type KeyStep = (typeof keySteps)[number];

export interface NewKeyOptions extends StoreOptions {
  readonly now?: number;
  /** Hears how far it has come: for tests that end it there. */
  readonly onStep?: (step: KeyStep) => void;
}

export interface NewKeyMade {
  /** Where the new key lies. */
  readonly file: string;
  /** Where the one of before lies; absent where it was handed in. */
  readonly kept?: string;
  readonly people: number;
}

type Anew = (sealed: Uint8Array, about: string) => Uint8Array;

/** Everything that a master key seals. Whoever seals more with it adds it here. @returns how many people. */
async function sealAnew(trx: Work, anew: Anew): Promise<number> {
  const people = await trx.selectFrom("person").select(["id", "key"]).execute();
  for (const { id, key } of people) {
    if (key === null) continue;
    await trx
      .updateTable("person")
      .set({ key: anew(key, aboutKey(id)) })
      .where("id", "=", id)
      .execute();
  }
  const accounts = await trx.selectFrom("account").select(["id", "app_secret", "app_pending"]).execute();
  for (const { id, app_secret: secret, app_pending: pending } of accounts) {
    const change = {
      app_secret: secret === null ? null : anew(secret, aboutSecret(id)),
      app_pending: pending === null ? null : anew(pending, aboutSecret(id)),
    };
    await trx.updateTable("account").set(change).where("id", "=", id).execute();
  }
  const push = await trx.selectFrom("meta").select("value").where("key", "=", pushKeyName).executeTakeFirst();
  if (push !== undefined) {
    const value = Buffer.from(anew(Buffer.from(push.value, "base64"), pushKeyName)).toString("base64");
    await trx.updateTable("meta").set({ value }).where("key", "=", pushKeyName).execute();
  }
  return people.filter(({ key }) => key !== null).length;
}

/** On PostgreSQL: nobody reads or writes what is sealed until it is done, and nobody who knows the old key is connected. */
async function shut(trx: Work): Promise<void> {
  await nameScope(trx, { for: "server" });
  await sql`lock table meta, person, account in access exclusive mode`.execute(trx);
  await refuseInUse(trx);
}

async function tellTrails(trx: Work, at: number): Promise<void> {
  for (const { id } of await trx.selectFrom("clinic").select("id").execute()) {
    await audit(trx, id, { actor: "server", action: "key.renewed", resource: "terminal", outcome: "done", at });
  }
}

/** The key that opens the store now. @throws FailureError where it is not the one that was handed in, or there is no store. */
async function keyNow(db: Kysely<Tables>, { folder, masterKey }: StoreOptions): Promise<Uint8Array> {
  const step = await stepOf(db);
  if (step !== newestStep || (await probeOf(db)) === undefined) {
    const hint = "Start the server once with this version, and end it.";
    raise("store/damaged", { path: "migration", value: step ?? "no store", expected: newestStep, hint });
  }
  const key = await openMasterKey(db, folder, masterKey);
  if (masterKey !== undefined && masterKey.trim().toLowerCase() !== Buffer.from(key.bytes).toString("hex")) {
    const hint = `The store has a new key already: ${unnamed(folder)}. Take it into OPENLYMPH_KEY first.`;
    raise("access/conflict", { path: "OPENLYMPH_KEY", hint });
  }
  return key.bytes;
}

/**
 * @throws FailureError `store/in-use` while a server works on the store, `store/damaged` where the key there is does not open
 * it or a part of it. Nothing was changed then.
 */
export async function makeNewKey(options: NewKeyOptions): Promise<NewKeyMade> {
  const { folder, databaseUrl, masterKey, now = Date.now(), onStep = () => undefined } = options;
  const file = path.join(folder, databaseFile);
  if (databaseUrl === undefined && !existsSync(file)) {
    raise("file/unreadable", { file, hint: "There is no such file. Is OPENLYMPH_DATA right?" });
  }
  const { db, close } = databaseUrl === undefined ? openSqlite(folder) : await openPostgres(databaseUrl);
  try {
    if (databaseUrl !== undefined) await refuseInUse(db);
    const old = await keyNow(db, options);
    const fresh = newKey();
    layBeside(folder, fresh);
    onStep("beside");
    const people = await db.transaction().execute(async (trx) => {
      if (databaseUrl !== undefined) await shut(trx);
      const count = await sealAnew(trx, (sealed, about) => seal(fresh, unseal(old, sealed, about), about));
      await trx
        .updateTable("meta")
        .set({ value: probeFor(fresh) })
        .where("key", "=", probeName)
        .execute();
      await tellTrails(trx, now);
      onStep("sealed");
      return count;
    });
    onStep("committed");
    if (masterKey !== undefined) return { file: unnamed(folder), people };
    const kept = nameKey(folder, now, () => onStep("kept"));
    return { file: path.join(folder, keyFile), people, ...(kept === undefined ? {} : { kept }) };
  } finally {
    await close();
  }
}
