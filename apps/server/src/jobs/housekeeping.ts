/**
 * What the server does by itself, once a day: throws away what has run out, and follows every audit trail to its end.
 * Nothing of a person's record is ever touched.
 */
import { verifyAudit } from "../audit/audit.ts";
import type { Store } from "../store/store.ts";

const day = 86_400_000;
/** Sessions that ended stay in the list of sign-ins for so long. */
const keptSessions = 90 * day;

export interface HousekeepingReport {
  readonly tokens: number;
  readonly sessions: number;
  /** Clinics whose trail is not whole, with what is wrong: for the log. */
  readonly broken: readonly string[];
}

/** The trails grow for good, and following them takes long: so beside what is written, never in its way. */
function brokenTrails(store: Store): Promise<readonly string[]> {
  return store.snapshot(async (trx) => {
    const broken: string[] = [];
    for (const { id } of await trx.selectFrom("clinic").select("id").execute()) {
      const verdict = await verifyAudit(trx, id);
      if (!verdict.whole) broken.push(`audit trail of clinic ${id}, entry ${verdict.at}: ${verdict.why}`);
    }
    return broken;
  });
}

export async function keepHouse(store: Store, now: number): Promise<HousekeepingReport> {
  const gone = await store.within({ for: "server" }, async (trx) => {
    const tokens = await trx
      .deleteFrom("token")
      .where("until", "<", now - day)
      .executeTakeFirst();
    await trx.deleteFrom("challenge").where("until", "<", now).execute();
    const sessions = await trx
      .deleteFrom("session")
      .where("seen", "<", now - keptSessions)
      .executeTakeFirst();
    return { tokens: Number(tokens.numDeletedRows), sessions: Number(sessions.numDeletedRows) };
  });
  return { ...gone, broken: await brokenTrails(store) };
}
