/** Brings a store to the newest version, one numbered step after the other, each in its own transaction. */
import { raise } from "@openlymph/base";
import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { failureOfDatabase } from "./database-failure.ts";
import { up as record } from "./migrations/001-record.ts";
import { up as reminder } from "./migrations/002-reminder.ts";
import type { StoreKind } from "./store.ts";
import type { Tables } from "./tables.ts";

const migrationTable = "migration";

type Step = (db: Kysely<never>, kind: StoreKind) => Promise<void>;

/** In order. A released step is never changed. */
export const steps: Readonly<Record<string, Step>> = { "001-record": record, "002-reminder": reminder };

export const newestStep = Object.keys(steps).at(-1) ?? "";

/** The last step that a store has taken; `undefined` for one that is new. */
export async function stepOf(db: Kysely<Tables>): Promise<string | undefined> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === migrationTable)) return undefined;
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(migrationTable)} order by name`.execute(db);
  return rows.at(-1)?.name;
}

const newer = "This data was written by a newer OpenLymph. Use that one, or restore a backup of this version.";

/**
 * @param to the step to come to; the newest where it is absent.
 * @throws FailureError `store/damaged` for a store that a newer program has written, or whose step failed; the database's
 * own failure (`store/full`) where it has one.
 */
export async function migrate(db: Kysely<Tables>, kind: StoreKind, to: string = newestStep): Promise<void> {
  const given = Object.entries(steps).map(([name, step]): [string, Migration] => [
    name,
    { up: (each) => step(each as Kysely<never>, kind) },
  ]);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(given) },
    migrationTableName: migrationTable,
    migrationLockTableName: "migration_lock",
  });
  const { error } = await migrator.migrateTo(to);
  if (error === undefined) return;
  const message = error instanceof Error ? error.message : String(error);
  const known = failureOfDatabase(error);
  if (known !== undefined) raise(known.code, { path: "migration", value: message, hint: "Nothing was changed." });
  if ((error as { code?: string }).code === "42501") {
    raise("store/unavailable", {
      path: "DATABASE_URL",
      value: message,
      hint: "Make this role the owner of its database: alter database NAME owner to ROLE.",
    });
  }
  const hint = /corrupted migrations|missing/.test(message) ? newer : "Nothing was changed.";
  raise("store/damaged", { path: "migration", value: message, hint });
}
