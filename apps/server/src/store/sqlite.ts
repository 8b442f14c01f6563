/**
 * The store in one file of a folder: SQLite by `node:sqlite`, write-ahead log, brought to the disk at every commit.
 *
 * A second process on the same folder is refused: a lock of the operating system stands on a file beside it, and goes with
 * the process however it ends. Backups are read by their own connection beside the running server.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { FailureError, raise } from "@openlymph/base";
import { Kysely } from "kysely";
import { failureOfDatabase, isBusy } from "./database-failure.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import type { Tables } from "./tables.ts";

export const databaseFile = "openlymph.sqlite";
export const lockFile = "in-use.lock";

/** @throws FailureError `store/in-use` while another process has the folder, `store/unavailable` where nothing can be kept. */
export function lock(folder: string): DatabaseSync {
  const file = path.join(folder, lockFile);
  let held: DatabaseSync | undefined;
  try {
    held = new DatabaseSync(file);
    held.exec("pragma journal_mode = delete; pragma busy_timeout = 0; begin exclusive;");
    return held;
  } catch (error) {
    held?.close();
    if (isBusy(error)) {
      raise("store/in-use", {
        file: folder,
        hint: "Is OpenLymph running already? End it first, or name another folder.",
      });
    }
    return raise("store/unavailable", { file: folder, value: (error as Error).message });
  }
}

export interface OpenSqlite {
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the database file, read by many and written by one. What is taken out is overwritten, so that the key of a person
 * who was erased is not found in the file's empty places.
 */
export function openFile(file: string, options: { readonly readOnly?: boolean } = {}): DatabaseSync {
  // A new one is for this account alone; the files that SQLite puts beside it are as it is.
  if (options.readOnly !== true && !existsSync(file)) writeFileSync(file, "", { mode: 0o600 });
  const database = new DatabaseSync(file, { readOnly: options.readOnly ?? false, timeout: 5000 });
  try {
    if (options.readOnly !== true) {
      database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;");
      // 16 MB of log before it is brought into the file, four times the usual: less work for the same durability.
      database.exec("pragma wal_autocheckpoint = 4000;");
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What SQLite finds wrong with its own file; nothing where it is whole. `quick` leaves out the indexes. */
export function damageOf(database: DatabaseSync, check: "quick" | "full" = "full"): readonly string[] {
  const rows = database.prepare(check === "quick" ? "pragma quick_check(5)" : "pragma integrity_check(5)").all();
  return rows.map((row) => String(Object.values(row)[0])).filter((line) => line !== "ok");
}

/** What is wrong with a file that nobody has to have open. @throws the database's own error where it cannot be read at all. */
export function damageOfFile(file: string): string | undefined {
  const database = openFile(file, { readOnly: true });
  try {
    return damageOf(database)[0];
  } finally {
    database.close();
  }
}

const restoreHint =
  "Nothing was changed. Keep a copy of the folder, see what is wrong (npm run clinic -- doctor), and restore the newest backup (npm run clinic -- restore FILE --replace).";

/** @throws FailureError `store/damaged`, `store/full` or `store/unavailable`, with the file and what is wrong. */
function openWhole(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    // Looked at before anything is written, be it the mode of its log.
    database = existsSync(file) ? openFile(file, { readOnly: true }) : undefined;
    const [damage] = database === undefined ? [] : damageOf(database, "quick");
    database?.close();
    if (damage !== undefined) raise("store/damaged", { file, value: damage, hint: restoreHint });
    database = openFile(file);
    return database;
  } catch (error) {
    if (database?.isOpen) database.close();
    if (error instanceof FailureError) throw error;
    const code = failureOfDatabase(error)?.code ?? "store/unavailable";
    const hint = code === "store/damaged" ? restoreHint : "Nothing was changed.";
    return raise(code, { file, value: (error as Error).message, hint });
  }
}

/** @throws FailureError as `lock` and `openWhole`. */
export function openSqlite(folder: string): OpenSqlite {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    raise("store/unavailable", { file: folder, value: (error as Error).message });
  }
  const held = lock(folder);
  try {
    const db = new Kysely<Tables>({ dialect: sqliteDialect(openWhole(path.join(folder, databaseFile))) });
    return {
      db,
      close: async () => {
        await db.destroy();
        held.close();
      },
    };
  } catch (error) {
    held.close();
    throw error;
  }
}
