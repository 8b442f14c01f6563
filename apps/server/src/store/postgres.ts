/** The store in PostgreSQL, for clinics that already run one, and for several server processes at once. */
import { raise } from "@openlymph/base";
import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool, types } from "pg";
import type { Tables } from "./tables.ts";

const int8 = 20;
/** Times and counters lie far below 2^53. */
types.setTypeParser(int8, Number);

/** @throws FailureError `store/unavailable` where the server cannot be reached or refuses. */
export async function openPostgres(
  url: string,
): Promise<{ readonly db: Kysely<Tables>; readonly close: () => Promise<void> }> {
  const pool = new Pool({ connectionString: url, max: 10, statement_timeout: 30_000 });
  // A connection that breaks while idle is replaced by the pool; the next query tells if the server is gone.
  pool.on("error", () => undefined);
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    const value = (error as Error).message || (error as NodeJS.ErrnoException).code;
    raise("store/unavailable", {
      path: "DATABASE_URL",
      value,
      hint: "Is PostgreSQL running, and are name and password right?",
    });
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, close: () => db.destroy() };
}

/** @throws FailureError `store/in-use` while anybody else is connected: a server would go on with what it remembers. */
export async function refuseInUse(db: Kysely<Tables>): Promise<void> {
  // Connections that were just closed are seen a little longer.
  for (let tries = 0; tries < 20; tries++) {
    // Within a transaction it would go on being what it was.
    await sql`select pg_stat_clear_snapshot()`.execute(db);
    const { rows } = await sql<{ others: number }>`
      select count(*)::int as others from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(db);
    if (rows[0]?.others === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  raise("store/in-use", { path: "DATABASE_URL", hint: "End every server and program that is connected to it first." });
}
