/** Setting up, signing in, the second half of it, and where one is signed in. */
import { fail, raise } from "@openlymph/base";
import {
  acceptSchema,
  clinicAddresses as at,
  codeSchema,
  passkeyEndSchema,
  passwordChangeSchema,
  setupSchema,
  signInSchema,
} from "@openlymph/record/clinic";
import { v4 as uuidv4 } from "uuid";
import { countAttempt, forgetAttempts } from "../accounts/attempts.ts";
import { forgetFactors } from "../accounts/forget-factors.ts";
import { useToken } from "../accounts/links.ts";
import { hasAccounts, meOf } from "../accounts/me.ts";
import { beginPasskeySignIn, endPasskeySignIn } from "../accounts/passkeys.ts";
import { hashPassword, isPassword, weakness } from "../accounts/password.ts";
import { endSession, endSessionsOf, longestTime } from "../accounts/sessions.ts";
import { type Ask, accountIn, type Route, route } from "./route.ts";
import { isSecondHalf, refuseStale, signedIn, wrongCode } from "./signed-in.ts";

async function refuseWeak(password: string, email: string): Promise<void> {
  const why = await weakness(password, email);
  if (why !== undefined)
    raise("field/invalid", { path: "password", expected: "a password that is hard to guess", hint: why });
}

const normal = (email: string): string => email.trim().toLowerCase();

/** Somebody who had left comes back: the account is theirs again, with nothing of how they signed in before. */
async function accountAgain(
  { trx, now }: Ask<unknown>,
  id: string,
  given: { readonly name: string; readonly password: string },
): Promise<string> {
  const member = await trx.selectFrom("member").select("clinic").where("account", "=", id).executeTakeFirst();
  if (member !== undefined) raise("access/conflict", { path: "email", hint: "There is an account with this address." });
  await forgetFactors(trx, id, now);
  await trx.updateTable("account").set(given).where("id", "=", id).execute();
  return id;
}

async function newAccount(
  ask: Ask<unknown>,
  given: { name: string; email: string; password: string },
): Promise<string> {
  const email = normal(given.email);
  await refuseWeak(given.password, email);
  const known = await ask.trx.selectFrom("account").select("id").where("email", "=", email).executeTakeFirst();
  const password = await hashPassword(given.password);
  if (known !== undefined) return accountAgain(ask, known.id, { name: given.name, password });
  const id = uuidv4();
  await ask.trx.insertInto("account").values({ id, email, name: given.name, password, created: ask.now }).execute();
  return id;
}

const setup = route({
  method: "POST",
  address: at.setup,
  action: "clinic.setup",
  body: setupSchema,
  guarded: true,
  handle: async (ask) => {
    const { trx, now, body } = ask;
    if (await hasAccounts(trx)) raise("access/forbidden", { hint: "This server is set up already." });
    await useToken(trx, "setup", body.token, now);
    const clinic = uuidv4();
    await trx
      .insertInto("clinic")
      .values({ id: clinic, name: body.clinic, contact: body.contact, created: now })
      .execute();
    const account = await newAccount(ask, body);
    await trx.insertInto("member").values({ clinic, account, role: "owner", created: now }).execute();
    return signedIn(ask, { account, clinic, strength: "password" });
  },
});

const accept = route({
  method: "POST",
  address: at.accept,
  action: "invitation.accept",
  body: acceptSchema,
  guarded: true,
  handle: async (ask) => {
    const { trx, now, body } = ask;
    const { clinic, grants } = await useToken(trx, "invite", body.token, now);
    if (clinic === null) return raise("reference/unknown", { path: "token" });
    const { email, role } = JSON.parse(grants);
    const account = await newAccount(ask, { ...body, email });
    await trx.insertInto("member").values({ clinic, account, role, created: now }).execute();
    return signedIn(ask, { account, clinic, strength: "password" });
  },
});

const wrong = fail("access/forbidden", { hint: "Address or password are not right." });

const signIn = route({
  method: "POST",
  address: at.signIn,
  action: "session.begin",
  body: signInSchema,
  guarded: true,
  handle: async (ask) => {
    const { trx, now, body } = ask;
    const account = await trx
      .selectFrom("account")
      .selectAll()
      .where("email", "=", normal(body.email))
      .executeTakeFirst();
    if (account === undefined) {
      await isPassword(undefined, body.password);
      return ask.refuse(wrong);
    }
    const member = await trx.selectFrom("member").selectAll().where("account", "=", account.id).executeTakeFirst();
    if (member !== undefined) await ask.inTrailOf(member.clinic, account.id);
    await countAttempt(trx, account.id, now);
    const right = await isPassword(account.password, body.password);
    if (!right || member === undefined) return ask.refuse(wrong);
    // The attempts stay counted until the second half is right too: guessing codes is not a way to forget guesses.
    return signedIn(ask, { account: account.id, clinic: member.clinic, strength: "password" });
  },
});

const signInCode = route({
  method: "POST",
  address: at.signInCode,
  action: "session.second-half",
  body: codeSchema,
  guarded: true,
  handle: async (ask) => {
    const { trx, now, body } = ask;
    const { account, member } = accountIn(ask);
    await countAttempt(trx, account.id, now);
    if (!(await isSecondHalf(ask, account, body.code))) return ask.refuse(wrongCode);
    await forgetAttempts(trx, account.id);
    return signedIn(ask, { account: account.id, clinic: member.clinic, strength: "password+code" });
  },
});

const changePassword = route({
  method: "POST",
  address: at.password,
  action: "password.change",
  body: passwordChangeSchema,
  guarded: true,
  handle: async (ask) => {
    const { trx, now, body } = ask;
    const { account, session } = accountIn(ask);
    await countAttempt(trx, account.id, now);
    if (!(await isPassword(account.password, body.old))) {
      return ask.refuse(fail("access/forbidden", { path: "old", hint: "The password you have now is not right." }));
    }
    await refuseWeak(body.password, account.email);
    const password = await hashPassword(body.password);
    await trx.updateTable("account").set({ password }).where("id", "=", account.id).execute();
    await forgetAttempts(trx, account.id);
    ask.note({ signedOut: await endSessionsOf(trx, account.id, now, session.id) });
  },
});

const signOut = route({
  method: "POST",
  address: at.signOut,
  action: "session.end",
  handle: async (ask) => {
    await endSession(ask.trx, accountIn(ask).session.id, ask.now);
    ask.setCookie("session", undefined);
  },
});

const passkeyBegin = route({
  method: "POST",
  address: at.passkeySignInBegin,
  action: "session.begin",
  guarded: true,
  handle: async (ask) => {
    ask.silent();
    return beginPasskeySignIn(ask.trx, ask.site, ask.now);
  },
});

const passkeyEnd = route({
  method: "POST",
  address: at.passkeySignInEnd,
  action: "session.begin",
  body: passkeyEndSchema,
  guarded: true,
  handle: async (ask) => {
    const { trx, now, body, site } = ask;
    const account = await endPasskeySignIn(trx, { response: body.response as never, site }, now);
    const member =
      account === undefined
        ? undefined
        : await trx.selectFrom("member").selectAll().where("account", "=", account).executeTakeFirst();
    if (member === undefined) return ask.refuse(fail("access/forbidden", { hint: "This passkey is not known here." }));
    await forgetAttempts(trx, member.account);
    return signedIn(ask, { account: member.account, clinic: member.clinic, strength: "passkey" });
  },
});

const me = route({
  method: "GET",
  address: at.me,
  action: "me.read",
  handle: async (ask) => {
    ask.silent();
    return meOf(ask.trx, ask.principal);
  },
});

const sessions = route({
  method: "GET",
  address: at.sessions,
  action: "session.list",
  handle: async (ask) => {
    ask.silent();
    const { account, session } = accountIn(ask);
    const rows = await ask.trx
      .selectFrom("session")
      .select(["id", "begun", "seen", "device"])
      .where("account", "=", account.id)
      .where("ended", "is", null)
      .where("begun", ">", ask.now - longestTime)
      .orderBy("seen", "desc")
      .execute();
    return rows.map(({ id, begun, seen, device }) => ({
      id,
      begun,
      lastSeen: seen,
      device,
      current: id === session.id,
    }));
  },
});

const revokeSession = route({
  method: "DELETE",
  address: at.session,
  action: "session.revoke",
  handle: async (ask) => {
    const { account, session } = accountIn(ask);
    // Signing out oneself needs nothing; of the others, it has to be the same person.
    if (ask.params["id"] !== session.id) refuseStale(ask);
    const ended = await ask.trx
      .updateTable("session")
      .set({ ended: ask.now })
      .where("id", "=", ask.params["id"] ?? "")
      .where("account", "=", account.id)
      .executeTakeFirst();
    if (ended.numUpdatedRows !== 1n) raise("reference/unknown", { path: "id" });
  },
});

export const signInRoutes: readonly Route[] = [
  me,
  setup,
  accept,
  signIn,
  signInCode,
  signOut,
  changePassword,
  passkeyBegin,
  passkeyEnd,
  sessions,
  revokeSession,
];
