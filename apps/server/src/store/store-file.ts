/** A store in a file of its own that no server has open: a backup, or what will become a store. */
import { rmSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { FailureError, raise } from "@openlymph/base";
import { Kysely } from "kysely";
import { checkContents } from "./check/contents.ts";
import type { Finding } from "./check/finding.ts";
import { copyStore, type Digests, differences, digestStore } from "./copy.ts";
import { failureOfDatabase } from "./database-failure.ts";
import { checkKey, type FoundKey, probeOf } from "./master-key.ts";
import { migrate, newestStep, stepOf } from "./migrate.ts";
import type { MasterKey } from "./seal.ts";
import { readFileSnapshot } from "./snapshot.ts";
import { damageOfFile, openFile } from "./sqlite.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import type { Work } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Opens a file to be filled. It is brought to the disk by whoever gives it its name; until then it may be lost. */
export async function fillFile<T>(file: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  let database: DatabaseSync | undefined;
  try {
    database = openFile(file);
    // One file without a log beside it, so that it can be given another name.
    database.exec("pragma journal_mode = delete; pragma synchronous = off;");
    return await work(new Kysely<Tables>({ dialect: sqliteDialect(database) }));
  } catch (error) {
    const known = error instanceof FailureError ? undefined : failureOfDatabase(error);
    if (known === undefined) throw error;
    return raise(known.code, { file, value: (error as Error).message });
  } finally {
    database?.close();
  }
}

/** Copies a store into a new file, and reads all of it again from there. @throws FailureError `store/damaged` where it differs. */
export async function copyToFile(from: Work, file: string): Promise<Digests> {
  try {
    const read = await fillFile(file, async (db) => {
      await migrate(db, "sqlite");
      return db.transaction().execute((to) => copyStore(from, to));
    });
    const written = await readFileSnapshot(file, digestStore);
    const [table] = differences(read, written);
    if (table !== undefined) raise("store/damaged", { file, path: table, expected: "what was read from the store" });
    return read;
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/**
 * Looks at a file as `doctor` looks at a store.
 *
 * @throws FailureError `store/damaged` for a file that is not whole, that a newer program wrote, or that is sealed with
 * another key.
 */
export async function checkFile(file: string, given: FoundKey): Promise<readonly Finding[]> {
  return readFileSnapshot(file, async (trx) => {
    const step = await stepOf(trx);
    if (step === undefined || step > newestStep) {
      raise("store/damaged", { file, value: step ?? "no store", expected: `a store of ${newestStep} or before` });
    }
    const master: MasterKey = checkKey(given, (await probeOf(trx)) ?? "");
    return checkContents(trx, master);
  });
}

/** @throws FailureError `store/damaged` for a file that SQLite finds damaged. */
export function refuseDamaged(file: string): void {
  try {
    const damage = damageOfFile(file);
    if (damage !== undefined) raise("store/damaged", { file, value: damage });
  } catch (error) {
    if (error instanceof FailureError) throw error;
    raise(failureOfDatabase(error)?.code ?? "store/damaged", { file, value: (error as Error).message });
  }
}
