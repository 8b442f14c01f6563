/**
 * Reading the whole store as it stood at one moment, beside a server that goes on writing: by a connection of its own. On
 * SQLite a reader of the write-ahead log sees what was committed when it began; on PostgreSQL `repeatable read` does.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { FailureError, raise } from "@openlymph/base";
import { Kysely, sql } from "kysely";
import { failureOfDatabase } from "./database-failure.ts";
import { openPostgres } from "./postgres.ts";
import { databaseFile, openFile } from "./sqlite.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { nameScope, type StoreOptions, type Work } from "./store.ts";
import type { Tables } from "./tables.ts";

export type Place = Pick<StoreOptions, "folder" | "databaseUrl">;

/** Reads a database file that nobody has to have open. */
export async function readFileSnapshot<T>(file: string, work: (trx: Work) => Promise<T>): Promise<T> {
  if (!existsSync(file)) {
    raise("file/unreadable", { file, hint: "There is no such file. Is OPENLYMPH_DATA, or the path, right?" });
  }
  const db = new Kysely<Tables>({ dialect: sqliteDialect(openFile(file, { readOnly: true })) });
  try {
    return await db.transaction().execute(async (trx) => {
      // The moment is that of the first reading.
      await sql`select count(*) from sqlite_master`.execute(trx);
      return work(trx);
    });
  } catch (error) {
    if (error instanceof FailureError) throw error;
    const known = failureOfDatabase(error);
    if (known === undefined) throw error;
    return raise(known.code, { file, value: (error as Error).message });
  } finally {
    await db.destroy();
  }
}

export async function readSnapshot<T>({ folder, databaseUrl }: Place, work: (trx: Work) => Promise<T>): Promise<T> {
  if (databaseUrl === undefined) return readFileSnapshot(path.join(folder, databaseFile), work);
  const { db, close } = await openPostgres(databaseUrl);
  try {
    return await db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute(async (trx) => {
        await nameScope(trx, { for: "server" });
        return work(trx);
      });
  } finally {
    await close();
  }
}
