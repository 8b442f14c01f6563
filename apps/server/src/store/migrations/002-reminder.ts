/** Reminders that phones asked for. Never changed once released; add the next one. */
import { type Kysely, sql } from "kysely";
import type { StoreKind } from "../store.ts";

export async function up(db: Kysely<never>, kind: StoreKind): Promise<void> {
  const [whole, bytes] = kind === "sqlite" ? (["integer", "blob"] as const) : (["bigint", "bytea"] as const);
  await db.schema
    .createTable("reminder")
    .addColumn("device", "text", (column) => column.notNull())
    .addColumn("clinic", "text", (column) => column.notNull())
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("time", "text", (column) => column.notNull())
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("next", whole, (column) => column.notNull())
    .addColumn("sealed", bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint("reminder_key", ["device"] as never)
    .execute();
  await db.schema.createIndex("reminder_by_next").on("reminder").columns(["next"]).execute();
  if (kind === "sqlite") return;
  // As for the tables of step 1: rows of another clinic do not exist, nor for a phone those of another person.
  const clinic =
    "clinic = current_setting('openlymph.clinic', true) or current_setting('openlymph.clinic', true) = '*'";
  const person =
    "coalesce(current_setting('openlymph.people', true), '') = '' or person = any(string_to_array(current_setting('openlymph.people', true), ','))";
  await sql`alter table reminder enable row level security`.execute(db);
  await sql`alter table reminder force row level security`.execute(db);
  await sql.raw(`create policy own on reminder using ((${clinic}) and (${person}))`).execute(db);
}
