import type { Work } from "../store/store.ts";
import { endSessionsOf } from "./sessions.ts";

/** Takes away every second half of an account, and all that is signed in by it. */
export async function forgetFactors(trx: Work, account: string, now: number): Promise<void> {
  const none = { app_secret: null, app_pending: null, failures: 0, blocked_until: 0 };
  await trx.updateTable("account").set(none).where("id", "=", account).execute();
  await trx.deleteFrom("recovery_code").where("account", "=", account).execute();
  await trx.deleteFrom("passkey").where("account", "=", account).execute();
  await endSessionsOf(trx, account, now);
}
