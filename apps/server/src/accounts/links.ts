/** One-time links that make an account: the first one of a server, and invitations. */
import { raise } from "@openlymph/base";
import type { StaffRole } from "@openlymph/record";
import { newToken, sha256 } from "../store/seal.ts";
import type { Store, Work } from "../store/store.ts";
import { hasAccounts } from "./me.ts";

export const inviteTime = 72 * 3_600_000;
const setupTime = 7 * 86_400_000;

/** The link's token while nobody has set the server up; `undefined` afterwards. Each start makes a new one. */
export async function makeSetupToken(store: Store, now: number): Promise<string | undefined> {
  return store.within({ for: "nobody" }, async (trx) => {
    if (await hasAccounts(trx)) return undefined;
    await trx.deleteFrom("token").where("purpose", "=", "setup").execute();
    const token = newToken();
    const row = { hash: sha256(token), purpose: "setup" as const, grants: "{}", until: now + setupTime };
    await trx.insertInto("token").values(row).execute();
    return token;
  });
}

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
}

export async function makeInvitation(trx: Work, clinic: string, invitation: Invitation, now: number): Promise<string> {
  const token = newToken();
  const row = {
    hash: sha256(token),
    purpose: "invite" as const,
    clinic,
    grants: JSON.stringify(invitation),
    until: now + inviteTime,
  };
  await trx.insertInto("token").values(row).execute();
  return token;
}

/** Uses a token up. @throws FailureError `reference/unknown` for one that was used, is too old, or never was. */
export async function useToken(trx: Work, purpose: "setup" | "invite", token: string, now: number) {
  const found = await trx
    .updateTable("token")
    .set({ used: now })
    .where("hash", "=", sha256(token))
    .where("purpose", "=", purpose)
    .where("used", "is", null)
    .where("until", ">", now)
    .returningAll()
    .executeTakeFirst();
  return found ?? raise("reference/unknown", { path: "token", hint: "This link was used already or is too old." });
}
