/**
 * What is sealed: everything a person's operations say. Each person has a key of their own, and the server's master key
 * seals those keys. Erasing a person is destroying their key: what is left cannot be read by anybody, while the chain of
 * hashes still verifies.
 *
 *   sealed = nonce (12 bytes) ‖ tag (16) ‖ AES-256-GCM(key, nonce, plain; authenticated with `about`)
 *
 * `about` names what it belongs to, so that a sealed text moved to another row is not opened.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { raise } from "@openlymph/base";
import type { Kysely } from "kysely";
import { putInPlace, writeDurably } from "./durable.ts";
import type { Tables } from "./tables.ts";

export const keyFile = "master.key";

export interface MasterKey {
  readonly bytes: Uint8Array;
}

export function seal(key: Uint8Array, plain: string | Uint8Array, about: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @throws FailureError `store/damaged` where it was altered, moved, or sealed with another key. */
export function unseal(key: Uint8Array, sealed: Uint8Array, about: string): Buffer {
  try {
    const bytes = Buffer.from(sealed);
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  } catch {
    return raise("store/damaged", { path: about, expected: "what was sealed with this key" });
  }
}

export const newKey = (): Uint8Array => randomBytes(32);
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
/** A token for a link or a cookie: 256 bits, of letters that no mail program breaks. */
export const newToken = (): string => randomBytes(32).toString("base64url");

function readKey(text: string, place: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(text.trim())) {
    raise("field/invalid", { path: place, expected: "64 hex digits (32 bytes)" });
  }
  return Buffer.from(text.trim(), "hex");
}

/** The key's file while the store that it belongs to is being made. */
const unfinished = (file: string): string => `${file}.new`;

/** A key for a new store. It gets its name once the store knows it: a start that was cut off is told from a loss. */
function makeKey(file: string): Uint8Array {
  if (existsSync(file)) {
    raise("store/damaged", {
      file,
      expected: "no key, or the data that it belongs to",
      hint: "The key is here, and its data is not. Restore a backup (npm run clinic -- restore FILE); for another database, bring the data over first (to-postgres); to begin anew, move the key away.",
    });
  }
  const key = newKey();
  writeDurably(unfinished(file), `${Buffer.from(key).toString("hex")}\n`);
  return key;
}

function findKey(file: string): Uint8Array {
  const found = [file, unfinished(file)].find((each) => existsSync(each));
  if (found !== undefined) return readKey(readFileSync(found, "utf8"), found);
  return raise("store/damaged", {
    file,
    expected: "the key that this data is sealed with",
    hint: "Put the file back from where you keep it. Without it nothing of any person can be read.",
  });
}

const probe = "openlymph";
const probeName = "key-probe";

/** @throws FailureError `store/damaged` for the key of another store. */
export function checkKey(bytes: Uint8Array, sealedProbe: string, place: string): MasterKey {
  try {
    unseal(bytes, Buffer.from(sealedProbe, "base64"), probeName);
  } catch {
    raise("store/damaged", {
      file: place,
      expected: "the key that this data is sealed with",
      hint: "This is the key of another store. Put the right one in its place; nothing was changed.",
    });
  }
  return { bytes };
}

/** What a store knows of its key; `undefined` for a new one. */
export async function probeOf(db: Kysely<Tables>): Promise<string | undefined> {
  const found = await db.selectFrom("meta").select("value").where("key", "=", probeName).executeTakeFirst();
  return found?.value;
}

export interface FoundKey {
  readonly bytes: Uint8Array;
  readonly place: string;
}

/** A key that lies under any name. */
export function readKeyFile(file: string): FoundKey {
  if (!existsSync(file)) raise("file/unreadable", { file, hint: "There is no such key." });
  return { bytes: readKey(readFileSync(file, "utf8"), file), place: file };
}

/** The key that was given, or that lies in a folder. @throws FailureError `store/damaged` where there is none. */
export function readMasterKey(folder: string, given?: string): FoundKey {
  const file = path.join(folder, keyFile);
  return given === undefined
    ? { bytes: findKey(file), place: file }
    : { bytes: readKey(given, "OPENLYMPH_KEY"), place: "OPENLYMPH_KEY" };
}

/** The master key, made for a new store; checked against the store, so that a wrong one is told at the start. */
export async function openMasterKey(db: Kysely<Tables>, folder: string, given?: string): Promise<MasterKey> {
  const file = path.join(folder, keyFile);
  if ((await probeOf(db)) === undefined) {
    const bytes = given === undefined ? makeKey(file) : readKey(given, "OPENLYMPH_KEY");
    const value = Buffer.from(seal(bytes, probe, probeName)).toString("base64");
    // Of two servers that make one database at the same moment, the other's key may be the one it knows.
    const row = { key: probeName, value };
    await db
      .insertInto("meta")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const { bytes, place } = readMasterKey(folder, given);
  const key = checkKey(bytes, (await probeOf(db)) ?? "", place);
  if (given === undefined && !existsSync(file)) putInPlace(unfinished(file), file);
  return key;
}
