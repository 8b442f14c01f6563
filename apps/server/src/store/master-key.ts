/**
 * The key that seals keys: where it lies, and that it is the one a store was sealed with. A key gets its name once the store
 * knows it; until then it lies beside as `master.key.new`. So whenever a start, or an exchange of the key, is cut off, one of
 * the two opens the store, and the next start gives that one its name.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { raise } from "@openlymph/base";
import type { Kysely } from "kysely";
import { copyDurably, putInPlace, stamp, writeDurably } from "./durable.ts";
import { type MasterKey, newKey, seal, unseal } from "./seal.ts";
import type { Tables } from "./tables.ts";

export const keyFile = "master.key";

function readKey(text: string, place: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(text.trim())) {
    raise("field/invalid", { path: place, expected: "64 hex digits (32 bytes)" });
  }
  return Buffer.from(text.trim(), "hex");
}

/** A key that has no name yet, beside the one of a folder. */
export const unnamed = (folder: string): string => path.join(folder, `${keyFile}.new`);

/** Lays a key beside the one there is. */
export function layBeside(folder: string, bytes: Uint8Array): void {
  writeDurably(unnamed(folder), `${Buffer.from(bytes).toString("hex")}\n`);
}

/**
 * Gives the key beside its name. The one that had it is kept for the backups that are sealed with it.
 *
 * @param onKept when only the name is missing.
 * @returns where the one of before is kept.
 */
export function nameKey(folder: string, now: number, onKept: () => void = () => undefined): string | undefined {
  const file = path.join(folder, keyFile);
  const old = existsSync(file) ? `${file}.until-${stamp(now)}` : undefined;
  if (old !== undefined) copyDurably(file, old);
  onKept();
  putInPlace(unnamed(folder), file);
  return old;
}

/** A key for a new store. */
function makeKey(folder: string): Uint8Array {
  const file = path.join(folder, keyFile);
  if (existsSync(file)) {
    raise("store/damaged", {
      file,
      expected: "no key, or the data that it belongs to",
      hint: "The key is here, and its data is not. Restore a backup (npm run clinic -- restore FILE); for another database, bring the data over first (to-postgres); to begin anew, move the key away.",
    });
  }
  const bytes = newKey();
  layBeside(folder, bytes);
  return bytes;
}

/** One key that may be the right one, or two while one takes the place of the other: the store tells which. */
export interface FoundKey {
  readonly candidates: readonly Uint8Array[];
  readonly place: string;
}

/** A key that lies under any name. */
export function readKeyFile(file: string): FoundKey {
  if (!existsSync(file)) raise("file/unreadable", { file, hint: "There is no such key." });
  return { candidates: [readKey(readFileSync(file, "utf8"), file)], place: file };
}

/** The key that was given, or that lies in a folder. @throws FailureError `store/damaged` where there is none. */
export function readMasterKey(folder: string, given?: string): FoundKey {
  const file = path.join(folder, keyFile);
  const beside = unnamed(folder);
  const place = given === undefined ? file : "OPENLYMPH_KEY";
  const lying = (given === undefined ? [file, beside] : [beside]).filter((each) => existsSync(each));
  const candidates = lying.map((each) => readKey(readFileSync(each, "utf8"), each));
  if (given !== undefined) return { candidates: [readKey(given, place), ...candidates], place };
  if (candidates.length > 0) return { candidates, place };
  return raise("store/damaged", {
    file,
    expected: "the key that this data is sealed with",
    hint: "Put the file back from where you keep it. Without it nothing of any person can be read.",
  });
}

const probe = "openlymph";
export const probeName = "key-probe";

/** What a store knows a key by. */
export const probeFor = (bytes: Uint8Array): string => Buffer.from(seal(bytes, probe, probeName)).toString("base64");

function opens(bytes: Uint8Array, sealedProbe: string): boolean {
  try {
    unseal(bytes, Buffer.from(sealedProbe, "base64"), probeName);
    return true;
  } catch {
    return false;
  }
}

/** @throws FailureError `store/damaged` for the key of another store. */
export function checkKey({ candidates, place }: FoundKey, sealedProbe: string): MasterKey {
  const bytes = candidates.find((each) => opens(each, sealedProbe));
  if (bytes !== undefined) return { bytes };
  return raise("store/damaged", {
    file: place,
    expected: "the key that this data is sealed with",
    hint: "This is the key of another store. Put the right one in its place; nothing was changed.",
  });
}

/** What a store knows of its key; `undefined` for a new one. */
export async function probeOf(db: Kysely<Tables>): Promise<string | undefined> {
  const found = await db.selectFrom("meta").select("value").where("key", "=", probeName).executeTakeFirst();
  return found?.value;
}

const liesAt = (file: string, { bytes }: MasterKey): boolean =>
  existsSync(file) && readKeyFile(file).candidates.some((each) => Buffer.compare(each, bytes) === 0);

/** Whether a key is the one that has the name. */
export const isNamed = (folder: string, key: MasterKey): boolean => liesAt(path.join(folder, keyFile), key);

/** The master key, made for a new store; checked against the store, so that a wrong one is told at the start. */
export async function openMasterKey(db: Kysely<Tables>, folder: string, given?: string): Promise<MasterKey> {
  if ((await probeOf(db)) === undefined) {
    const bytes = given === undefined ? makeKey(folder) : readKey(given, "OPENLYMPH_KEY");
    // Of two servers that make one database at the same moment, the other's key may be the one it knows.
    const row = { key: probeName, value: probeFor(bytes) };
    await db
      .insertInto("meta")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const key = checkKey(readMasterKey(folder, given), (await probeOf(db)) ?? "");
  const isBeside = !isNamed(folder, key) && liesAt(unnamed(folder), key);
  if (given === undefined && isBeside) nameKey(folder, Date.now());
  return key;
}
