/**
 * Wrong attempts. From the fifth in a row an account is not looked at for 30 s, then twice as long each time, up to 15
 * minutes: about 100 guesses a day against a code of six digits. Counted in the store, so it holds over restarts and over
 * several servers; passwords and codes count together. An attempt counts before it is judged, and a right one takes all
 * back: many at once are no way round.
 */
import { raise } from "@openlymph/base";
import type { Work } from "../store/store.ts";

const free = 4;
const firstBlock = 30_000;
const longestBlock = 15 * 60_000;

/** ms for which an account is not looked at after so many wrong attempts in a row. */
export function blockAfter(failures: number): number {
  return failures <= free ? 0 : Math.min(longestBlock, firstBlock * 2 ** (failures - free - 1));
}

/** Counts an attempt. @throws FailureError `access/too-often` while the account is blocked. */
export async function countAttempt(trx: Work, account: string, now: number): Promise<void> {
  const counted = await trx
    .updateTable("account")
    .set((row) => ({ failures: row("failures", "+", 1) }))
    .where("id", "=", account)
    .where("blocked_until", "<=", now)
    .returning("failures")
    .executeTakeFirst();
  if (counted !== undefined) {
    const wait = blockAfter(counted.failures);
    // Not `now`: a request that came in a moment earlier, and is judged later, would be blocked by it.
    const blocked_until = wait === 0 ? 0 : now + wait;
    await trx.updateTable("account").set({ blocked_until }).where("id", "=", account).execute();
    return;
  }
  const found = await trx.selectFrom("account").select("blocked_until").where("id", "=", account).executeTakeFirst();
  const seconds = Math.ceil(((found?.blocked_until ?? now) - now) / 1000);
  raise("access/too-often", { value: seconds, hint: `Try again in ${seconds} s.` });
}

export async function forgetAttempts(trx: Work, account: string): Promise<void> {
  await trx.updateTable("account").set({ failures: 0, blocked_until: 0 }).where("id", "=", account).execute();
}
