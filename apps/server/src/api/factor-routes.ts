/** The second half of a sign-in, set up; recovery codes; and being asked again whether it is still the same person. */
import { fail, raise } from "@openlymph/base";
import {
  clinicAddresses as at,
  codeSchema,
  confirmSchema,
  passkeyRegisterEndSchema,
  type SessionStrength,
} from "@openlymph/record/clinic";
import type { z } from "zod";
import { beginAppFactor, confirmAppFactor } from "../accounts/app-code.ts";
import { countAttempt, forgetAttempts } from "../accounts/attempts.ts";
import { factorsOf } from "../accounts/me.ts";
import { beginRegistration, endPasskeySignIn, endRegistration } from "../accounts/passkeys.ts";
import { isPassword } from "../accounts/password.ts";
import { firstRecoveryCodes, newRecoveryCodes } from "../accounts/recovery-codes.ts";
import { type Ask, accountIn, type Route, route } from "./route.ts";
import { isSecondHalf, refuseStale, signedIn } from "./signed-in.ts";

/** A second half may be added by who has passed the first one of an account without any; else by who just passed both. */
async function refuseBesidesTheDoor(ask: Ask<unknown>): Promise<void> {
  const { session, account } = accountIn(ask);
  if (session.strength !== "password") return refuseStale(ask);
  const { app, passkeys } = await factorsOf(ask.trx, account.id);
  if (app || passkeys > 0) raise("access/half-signed-in", { hint: "Finish signing in first." });
}

/** After a second half was set up the session is whole. @returns what is shown once. */
async function whole(ask: Ask<unknown>, strength: SessionStrength) {
  const { session, account, member } = accountIn(ask);
  await forgetAttempts(ask.trx, account.id);
  const recoveryCodes = await firstRecoveryCodes(ask.trx, account.id);
  if (session.strength === "password") {
    await signedIn(ask, { account: account.id, clinic: member.clinic, strength });
  }
  return { recoveryCodes };
}

const appFactor = route({
  method: "POST",
  address: at.appFactor,
  action: "factor.add",
  handle: async (ask) => {
    await refuseBesidesTheDoor(ask);
    return beginAppFactor(ask.trx, ask.clinic.store.key, accountIn(ask).account);
  },
});

const appFactorConfirm = route({
  method: "POST",
  address: at.appFactorConfirm,
  action: "factor.add",
  body: codeSchema,
  guarded: true,
  handle: async (ask) => {
    await refuseBesidesTheDoor(ask);
    const { account } = accountIn(ask);
    await countAttempt(ask.trx, account.id, ask.now);
    if (await confirmAppFactor(ask.trx, ask.clinic.store.key, account, ask.body.code, ask.now)) {
      return whole(ask, "password+code");
    }
    return ask.refuse(fail("access/forbidden", { path: "code", hint: "This code is not right." }));
  },
});

const registerBegin = route({
  method: "POST",
  address: at.passkeyRegisterBegin,
  action: "factor.add",
  handle: async (ask) => {
    await refuseBesidesTheDoor(ask);
    return beginRegistration(ask.trx, accountIn(ask).account, ask.site, ask.now);
  },
});

const registerEnd = route({
  method: "POST",
  address: at.passkeyRegisterEnd,
  action: "factor.add",
  body: passkeyRegisterEndSchema,
  handle: async (ask) => {
    await refuseBesidesTheDoor(ask);
    const { name, response } = ask.body;
    const given = { name, response: response as never, site: ask.site };
    await endRegistration(ask.trx, accountIn(ask).account, given, ask.now);
    return whole(ask, "passkey");
  },
});

const recoveryCodes = route({
  method: "POST",
  address: at.recoveryCodes,
  action: "recovery.renew",
  handle: async (ask) => {
    refuseStale(ask);
    return { recoveryCodes: await newRecoveryCodes(ask.trx, accountIn(ask).account.id) };
  },
});

/** How the account that is signed in has shown that it is still there; `undefined` where it has not. */
async function confirmedBy(ask: Ask<z.output<typeof confirmSchema>>): Promise<SessionStrength | undefined> {
  const { trx, now, body, site } = ask;
  const { account } = accountIn(ask);
  if ("response" in body) {
    const found = await endPasskeySignIn(trx, { response: body.response as never, site }, now);
    return found === account.id ? "passkey" : undefined;
  }
  await countAttempt(trx, account.id, now);
  // A code is used up only by whoever knows the password.
  const right = (await isPassword(account.password, body.password)) && (await isSecondHalf(ask, account, body.code));
  return right ? "password+code" : undefined;
}

const confirm = route({
  method: "POST",
  address: at.confirm,
  action: "session.confirm",
  body: confirmSchema,
  guarded: true,
  handle: async (ask) => {
    const { account, member } = accountIn(ask);
    const strength = await confirmedBy(ask);
    if (strength === undefined) {
      return ask.refuse(fail("access/forbidden", { hint: "That is not what this account signs in by." }));
    }
    await forgetAttempts(ask.trx, account.id);
    // As after every sign-in, the session is a new one, and the cookie of before is worth nothing.
    return signedIn(ask, { account: account.id, clinic: member.clinic, strength });
  },
});

export const factorRoutes: readonly Route[] = [
  appFactor,
  appFactorConfirm,
  registerBegin,
  registerEnd,
  recoveryCodes,
  confirm,
];
