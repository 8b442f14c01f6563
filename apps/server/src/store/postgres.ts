/** The store in PostgreSQL, for clinics that already run one, and for several server processes at once. */
import { raise } from "@openlymph/base";
import { Kysely, PostgresDialect } from "kysely";
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
