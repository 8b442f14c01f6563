/**
 * For somebody who has lost both halves of their sign-in, and for whoever runs the server: a new password that is told once,
 * and no second half, so that the next sign-in has to set one up. What was signed in ends. It stands in the audit trail.
 */
import { raise } from "@openlymph/base";
import { audit } from "../audit/audit.ts";
import { newToken } from "../store/seal.ts";
import { openStore, type Say, type StoreOptions } from "../store/store.ts";
import { forgetFactors } from "./forget-factors.ts";
import { hashPassword } from "./password.ts";

/** @returns the password. @throws FailureError `reference/unknown` for an address without an account; as `openStore`. */
export async function resetSignIn(options: StoreOptions, email: string, now: number, say?: Say): Promise<string> {
  const store = await openStore(options, say);
  try {
    return await store.within({ for: "server" }, async (trx) => {
      const address = email.trim().toLowerCase();
      const account = await trx.selectFrom("account").selectAll().where("email", "=", address).executeTakeFirst();
      if (account === undefined) return raise("reference/unknown", { path: "EMAIL", value: email });
      const given = newToken().slice(0, 20);
      const password = await hashPassword(given);
      await trx.updateTable("account").set({ password }).where("id", "=", account.id).execute();
      await forgetFactors(trx, account.id, now);
      const members = await trx.selectFrom("member").select("clinic").where("account", "=", account.id).execute();
      for (const { clinic } of members) {
        const act = { actor: "server", action: "sign-in.reset", resource: "terminal", outcome: "done" } as const;
        await audit(trx, clinic, { ...act, detail: { account: account.id }, at: now });
      }
      return given;
    });
  } finally {
    await store.close();
  }
}
