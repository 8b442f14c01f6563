/** What an account may know of itself: how far its sign-in has come, and where it is signed in. */
import type { Me } from "@openlymph/record/clinic";
import type { Principal } from "../access/principal.ts";
import type { Work } from "../store/store.ts";
import { recoveryCodesLeft } from "./recovery-codes.ts";
import { limitsOf } from "./sessions.ts";

export interface Factors {
  readonly app: boolean;
  readonly passkeys: number;
}

export async function factorsOf(trx: Work, account: string): Promise<Factors> {
  const { app_secret } = await trx
    .selectFrom("account")
    .select("app_secret")
    .where("id", "=", account)
    .executeTakeFirstOrThrow();
  const keys = await trx.selectFrom("passkey").select("id").where("account", "=", account).execute();
  return { app: app_secret !== null, passkeys: keys.length };
}

export async function hasAccounts(trx: Work): Promise<boolean> {
  return (await trx.selectFrom("account").select("id").limit(1).executeTakeFirst()) !== undefined;
}

function stillNeeds({ app, passkeys }: Factors): "code" | "passkey" | "second-factor" {
  if (app) return "code";
  return passkeys > 0 ? "passkey" : "second-factor";
}

export async function meOf(trx: Work, principal: Principal): Promise<Me> {
  if (principal.kind !== "account") return { state: (await hasAccounts(trx)) ? "signed-out" : "new" };
  const { account, session, member } = principal;
  if (session.strength === "password") {
    return { state: "half", needs: stillNeeds(await factorsOf(trx, account.id)), name: account.name };
  }
  const clinic = await trx.selectFrom("clinic").selectAll().where("id", "=", member.clinic).executeTakeFirstOrThrow();
  const demo = await trx.selectFrom("meta").select("value").where("key", "=", "demo").executeTakeFirst();
  const { id, name, contact, emergency } = clinic;
  return {
    state: "signed-in",
    account: account.id,
    name: account.name,
    email: account.email,
    role: member.role,
    strength: session.strength,
    factors: { ...(await factorsOf(trx, account.id)), recoveryCodes: await recoveryCodesLeft(trx, account.id) },
    clinic: { id, name, contact, ...(emergency === null ? {} : { emergency }) },
    demo: demo !== undefined,
    ...limitsOf(session),
  };
}
