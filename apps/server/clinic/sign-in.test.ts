/** Signing in, by every door: what each half gives, and that none of them is a way round the other. */
import { clinicAddresses as at } from "@openlymph/record/clinic";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { resetSignIn } from "../src/accounts/reset-sign-in.ts";
import { makeSetupToken } from "../src/index.ts";
import {
  addApp,
  browserOf,
  codeOf,
  invited,
  newPlace,
  openServer,
  password,
  type Staff,
  setUp,
  storeKinds,
  type TestServer,
  to,
} from "./open-server.ts";

describe.each(storeKinds)("on %s", (kind) => {
  let server: TestServer;
  let owner: Staff;

  beforeAll(async () => {
    server = await openServer(await newPlace(kind));
    const stranger = browserOf(server);
    expect((await stranger.get(at.me)).body).toEqual({ state: "new" });
    owner = await setUp(server);
  });
  afterAll(() => server.close());

  const signIn = async (email = owner.email) => {
    const browser = browserOf(server);
    const { body } = await browser.post(at.signIn, { email, password });
    return { browser, me: body };
  };
  /** The next code that was not used yet. */
  const freshCode = (secret: string): string => {
    server.clock.pass(30_000);
    return codeOf(secret, server.clock());
  };

  test("the first link makes one owner, once", async () => {
    expect(owner.me).toMatchObject({ state: "signed-in", role: "owner", strength: "password+code" });
    expect(await makeSetupToken(server.clinic.store, server.clock())).toBeUndefined();
    const again = await browserOf(server).post(at.setup, {
      token: "0".repeat(43),
      clinic: "C",
      contact: "c",
      name: "N",
      email: "n@example.org",
      password,
    });
    expect(again.status).toBe(403);
  });

  test("a password alone gives nothing but the way to the second half", async () => {
    const { browser, me } = await signIn();
    expect(me).toEqual({ state: "half", needs: "code", name: "Olga Owner" });
    for (const address of [at.people, at.staff, at.sessions, at.audit]) {
      const { status, body } = await browser.get(address);
      expect([status, body.code]).toEqual([401, "half-signed-in"]);
    }
    // Nor can it set up another second half beside the one there is.
    for (const address of [at.appFactor, at.passkeyRegisterBegin]) {
      expect((await browser.post(address)).status).toBe(401);
    }
    const whole = await browser.post(at.signInCode, { code: freshCode(owner.secret) });
    expect(whole.body).toMatchObject({ state: "signed-in", role: "owner" });
    expect((await browser.get(at.people)).status).toBe(200);
  });

  test("each half begins a new session: a cookie from before is worth nothing", async () => {
    const { browser } = await signIn();
    const half = new Map(browser.cookies);
    await browser.post(at.signInCode, { code: freshCode(owner.secret) });
    const old = browserOf(server);
    for (const [name, value] of half) old.cookies.set(name, value);
    expect((await old.get(at.me)).body.state).toBe("signed-out");
    // A token that somebody else chose is not taken on.
    const fixed = browserOf(server);
    fixed.cookies.set("openlymph-session", "x".repeat(43));
    await fixed.post(at.signIn, { email: owner.email, password });
    expect(fixed.cookies.get("openlymph-session")).not.toBe("x".repeat(43));
    await fixed.post(at.signInCode, { code: freshCode(owner.secret) });
  });

  test("a code counts once, a recovery code too", async () => {
    const worker = await invited(server, owner, "therapist");
    const code = freshCode(worker.secret);
    const first = await signIn(worker.email);
    expect((await first.browser.post(at.signInCode, { code })).body.state).toBe("signed-in");
    const second = await signIn(worker.email);
    expect((await second.browser.post(at.signInCode, { code })).status).toBe(403);
    // Another app gives no codes while there are some left; new ones are asked for, and end those.
    const begun = await first.browser.post(at.appFactor);
    const again = await first.browser.post(at.appFactorConfirm, { code: codeOf(begun.body.secret, server.clock()) });
    expect(again.body).toEqual({ recoveryCodes: [] });
    const { body: before } = await first.browser.post(at.recoveryCodes);
    const { body } = await first.browser.post(at.recoveryCodes);
    expect(new Set([...before.recoveryCodes, ...body.recoveryCodes]).size).toBe(20);
    expect((await second.browser.post(at.signInCode, { code: before.recoveryCodes[0] })).status).toBe(403);
    const [recovery] = body.recoveryCodes;
    expect((await second.browser.post(at.signInCode, { code: recovery })).body.state).toBe("signed-in");
    expect((await second.browser.get(at.me)).body.factors).toEqual({ app: true, passkeys: 0, recoveryCodes: 9 });
    const third = await signIn(worker.email);
    expect((await third.browser.post(at.signInCode, { code: recovery })).status).toBe(403);
  });

  test("the same answer for a wrong password and for nobody; after five an account is not looked at", async () => {
    const worker = await invited(server, owner, "assistant");
    const browser = browserOf(server);
    const nobody = await browser.post(at.signIn, { email: "nobody@example.org", password });
    const answers = [];
    for (let n = 0; n < 5; n++) answers.push(await browser.post(at.signIn, { email: worker.email, password: "wrong" }));
    expect(answers[0]?.body).toEqual(nobody.body);
    const blocked = await browser.post(at.signIn, { email: worker.email, password });
    expect([blocked.status, blocked.body.code]).toEqual([429, "too-often"]);
    server.clock.pass(31_000);
    expect((await browser.post(at.signIn, { email: worker.email, password })).body.state).toBe("half");
  });

  test("many guesses at once are counted each", async () => {
    const worker = await invited(server, owner, "assistant");
    const guesses = Array.from({ length: 12 }, () =>
      browserOf(server).post(at.signIn, { email: worker.email, password: "wrong" }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 403)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });

  test("guessing codes blocks too, and a right password does not take the count back", async () => {
    const worker = await invited(server, owner, "assistant");
    server.clock.pass(60_000);
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++) {
      const { browser } = await signIn(worker.email);
      statuses.push((await browser.post(at.signInCode, { code: "000000" })).status);
    }
    expect(statuses).toContain(401);
    const { me } = await signIn(worker.email);
    expect(me.code).toBe("too-often");
  });

  test("a session ends after a quarter of an hour without a request, and after twelve hours in any case", async () => {
    const worker = await invited(server, owner, "assistant");
    server.clock.pass(14 * 60_000);
    expect((await worker.browser.get(at.me)).body.state).toBe("signed-in");
    server.clock.pass(14 * 60_000);
    expect((await worker.browser.get(at.people)).status).toBe(200);
    server.clock.pass(16 * 60_000);
    expect((await worker.browser.get(at.people)).status).toBe(401);
    const { browser } = await signIn(worker.email);
    await browser.post(at.signInCode, { code: freshCode(worker.secret) });
    for (let n = 0; n < 72; n++) {
      server.clock.pass(10 * 60_000);
      await browser.get(at.me);
    }
    expect((await browser.get(at.me)).body.state).toBe("signed-out");
  });

  test("sessions are listed and ended from another; a removed member is out at once", async () => {
    const chief = await signIn();
    await chief.browser.post(at.signInCode, { code: freshCode(owner.secret) });
    const other = await signIn();
    await other.browser.post(at.signInCode, { code: freshCode(owner.secret) });
    const { body } = await chief.browser.get(at.sessions);
    const open = body.filter(({ current }: { current: boolean }) => !current);
    for (const { id } of open) await chief.browser.delete(`${at.sessions}/${id}`);
    expect((await other.browser.get(at.people)).status).toBe(401);
    const worker = await invited(server, { ...owner, browser: chief.browser }, "therapist");
    await chief.browser.delete(`${at.staff}/${worker.me.account}`);
    expect((await worker.browser.get(at.people)).status).toBe(401);
    expect((await signIn(worker.email)).me.code).toBe("forbidden");

    // Who comes back has the account of before, and nothing of how they signed in then.
    const { body: invitation } = await chief.browser.post(at.invitations, {
      ...{ name: worker.me.name, email: worker.email, role: "assistant" },
    });
    const back = browserOf(server);
    const token = invitation.link.split("=")[1];
    const half = await back.post(at.accept, { token, name: "Back Again", password: "a new walk by the sea" });
    expect(half.body).toMatchObject({ state: "half", needs: "second-factor", name: "Back Again" });
    await addApp(back, server.clock);
    expect((await back.get(at.me)).body).toMatchObject({ account: worker.me.account, role: "assistant" });
    expect((await signIn(worker.email)).me.code).toBe("forbidden");
  });

  test("a password is changed with the one before; who was signed in elsewhere is out", async () => {
    const chief = await signIn();
    await chief.browser.post(at.signInCode, { code: freshCode(owner.secret) });
    const worker = await invited(server, { ...owner, browser: chief.browser }, "therapist");
    const elsewhere = await signIn(worker.email);
    await elsewhere.browser.post(at.signInCode, { code: freshCode(worker.secret) });
    const change = (old: string, next: string) => worker.browser.post(at.password, { old, password: next });
    const fresh = "a slow swim in the lake";
    expect(await change("not the password", fresh)).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect((await change(password, "password12345")).status).toBe(400);
    expect((await elsewhere.browser.get(at.people)).status).toBe(200);
    expect((await change(password, fresh)).status).toBe(200);
    expect((await elsewhere.browser.get(at.people)).status).toBe(401);
    expect((await worker.browser.get(at.people)).status).toBe(200);
    expect((await signIn(worker.email)).me.code).toBe("forbidden");
    const { status } = await browserOf(server).post(at.signIn, { email: worker.email, password: fresh });
    expect(status).toBe(200);
  });

  test("an owner signs a member out everywhere; a stranger's account is not found", async () => {
    const chief = await signIn();
    await chief.browser.post(at.signInCode, { code: freshCode(owner.secret) });
    const worker = await invited(server, { ...owner, browser: chief.browser }, "therapist");
    const out = (account: string) => chief.browser.delete(to(at.staffSessions, { account }));
    expect((await out(worker.me.account)).status).toBe(200);
    expect((await worker.browser.get(at.people)).status).toBe(401);
    expect((await out("8a1f7c1e-0000-4000-8000-000000000000")).status).toBe(404);
  });

  test("a quarter of an hour after signing in, another way in is added only after signing in again", async () => {
    const chief = await signIn();
    await chief.browser.post(at.signInCode, { code: freshCode(owner.secret) });
    expect((await chief.browser.post(at.passkeyRegisterBegin, {})).status).toBe(200);
    server.clock.pass(10 * 60_000);
    expect((await chief.browser.get(at.people)).status).toBe(200);
    server.clock.pass(6 * 60_000);
    for (const address of [at.passkeyRegisterBegin, at.appFactor, at.recoveryCodes]) {
      const { status, body } = await chief.browser.post(address, {});
      expect([status, body.code]).toEqual([403, "confirm"]);
    }
  });

  test("whoever shows both halves again goes on where they were; guesses are counted as at the door", async () => {
    const chief = await signIn();
    await chief.browser.post(at.signInCode, { code: freshCode(owner.secret) });
    const worker = await invited(server, { ...owner, browser: chief.browser }, "therapist");
    const elsewhere = await signIn(worker.email);
    await elsewhere.browser.post(at.signInCode, { code: freshCode(worker.secret) });
    for (const each of [worker, elsewhere]) expect((await each.browser.get(at.people)).status).toBe(200);
    server.clock.pass(10 * 60_000);
    for (const each of [worker, elsewhere]) expect((await each.browser.get(at.people)).status).toBe(200);
    server.clock.pass(6 * 60_000);
    const listed = await worker.browser.get(at.sessions);
    const [other] = listed.body.filter(({ current }: { current: boolean }) => !current);
    const endOther = () => worker.browser.delete(to(at.session, { id: other.id }));
    expect((await endOther()).body.code).toBe("confirm");
    expect((await elsewhere.browser.get(at.people)).status).toBe(200);
    const again = (given: object) => worker.browser.post(at.confirm, given);
    const code = freshCode(worker.secret);
    for (const given of [
      { password: "not it", code },
      { password, code: "000000" },
      { password, code: "aaaaa-aaaaa" },
    ]) {
      expect((await again(given)).status).toBe(403);
      expect((await endOther()).body.code).toBe("confirm");
    }
    const old = new Map(worker.browser.cookies);
    // A wrong password has not used the code up.
    expect((await again({ password, code })).body).toMatchObject({ state: "signed-in", account: worker.me.account });
    expect((await endOther()).status).toBe(200);
    expect((await elsewhere.browser.get(at.people)).status).toBe(401);
    expect((await worker.browser.post(at.recoveryCodes)).body.recoveryCodes).toHaveLength(10);
    const before = browserOf(server);
    for (const [name, value] of old) before.cookies.set(name, value);
    expect((await before.get(at.me)).body.state).toBe("signed-out");
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await again({ password: "not it", code: "000000" })).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    // Ending the own sign-in never asks.
    server.clock.pass(14 * 60_000);
    expect((await worker.browser.get(at.people)).status).toBe(200);
    server.clock.pass(2 * 60_000);
    const own = (await worker.browser.get(at.sessions)).body.find(({ current }: { current: boolean }) => current);
    expect((await worker.browser.delete(to(at.session, { id: own.id }))).status).toBe(200);
    expect((await worker.browser.get(at.me)).body.state).toBe("signed-out");
  });

  test("who lost the only passkey gets in with password and recovery code, and with neither alone", async () => {
    const chief = await signIn();
    await chief.browser.post(at.signInCode, { code: freshCode(owner.secret) });
    const worker = await invited(server, { ...owner, browser: chief.browser }, "therapist");
    const { body } = await worker.browser.post(at.recoveryCodes);
    const [first, second] = body.recoveryCodes;
    const id = worker.me.account;
    // As an account is that has only ever had a passkey.
    await server.clinic.store.within({ for: "server" }, async (trx) => {
      const key = { id: `lost-${id}`, account: id, public_key: new Uint8Array(8), counter: 0, transports: "" };
      await trx
        .insertInto("passkey")
        .values({ ...key, name: "Lost", created: 0 })
        .execute();
      await trx.updateTable("account").set({ app_secret: null }).where("id", "=", id).execute();
    });
    expect((await browserOf(server).post(at.signInCode, { code: first })).status).toBe(401);
    const { browser, me } = await signIn(worker.email);
    expect(me).toMatchObject({ state: "half", needs: "passkey" });
    expect((await browser.get(at.people)).status).toBe(401);
    expect((await browser.post(at.signInCode, { code: "000000" })).status).toBe(403);
    const whole = await browser.post(at.signInCode, { code: first });
    expect(whole.body).toMatchObject({ state: "signed-in", strength: "password+code", factors: { recoveryCodes: 9 } });
    expect((await browser.post(at.passkeyRegisterBegin)).status).toBe(200);
    expect((await browser.post(at.confirm, { password, code: second })).status).toBe(200);
    const entries = await server.clinic.store.within({ for: "server" }, (trx) =>
      trx.selectFrom("audit").select("detail").where("actor", "=", id).where("outcome", "=", "done").execute(),
    );
    expect(entries.filter(({ detail }) => JSON.parse(detail).recoveryCode === true)).toHaveLength(2);
  });

  test("a weak password, a used link and a taken address are refused by name", async () => {
    const chief = await signIn();
    await chief.browser.post(at.signInCode, { code: freshCode(owner.secret) });
    const invite = async () => {
      const { body } = await chief.browser.post(at.invitations, { name: "N", email: owner.email, role: "assistant" });
      return body.link.split("=")[1];
    };
    const token = await invite();
    const weak = await browserOf(server).post(at.accept, { token, name: "N", password: "password12345" });
    expect([weak.status, weak.body.detail]).toEqual([400, expect.stringContaining("tried first")]);
    const common = await browserOf(server).post(at.accept, { token, name: "N", password: "QazWsxEdcRfv" });
    expect([common.status, common.body.detail]).toEqual([400, expect.stringContaining("tried first")]);
    const taken = await browserOf(server).post(at.accept, { token, name: "N", password });
    expect(taken.status).toBe(409);
    server.clock.pass(73 * 3_600_000);
    expect((await browserOf(server).post(at.accept, { token, name: "N", password })).status).toBe(404);
  });

  test("requests of other sites and for other names are refused", async () => {
    const browser = browserOf(server);
    const foreign = await browser.post(
      at.signIn,
      { email: "a@example.org", password },
      { origin: "https://evil.example" },
    );
    expect(foreign.status).toBe(403);
    const site = await browser.post(
      at.signIn,
      { email: "a@example.org", password },
      { "sec-fetch-site": "cross-site" },
    );
    expect(site.status).toBe(403);
    const form = await browser.ask("POST", at.signIn, undefined, { "content-type": "text/plain" });
    expect(form.status).toBeGreaterThanOrEqual(400);
  });

  test("the cookie is out of reach of scripts and other sites", async () => {
    const answer = await browserOf(server).post(at.signIn, { email: owner.email, password });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^openlymph-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const rows = await server.clinic.store.db.selectFrom("session").select("token").execute();
    expect(rows.map(({ token }) => token)).not.toContain(/=([\w-]{43})/.exec(cookie ?? "")?.[1]);
  });
});

test("an account that has an app cannot be given a new one by its password alone", async () => {
  const server = await openServer(await newPlace("sqlite"));
  const owner = await setUp(server);
  const half = browserOf(server);
  await half.post(at.signIn, { email: owner.email, password });
  await expect(addApp(half, server.clock)).rejects.toThrow();
  await server.close();
});

test("strangers may try so often from one address, and no more", async () => {
  const server = await openServer(await newPlace("sqlite"), { strangersPerMinute: 3 });
  const browser = browserOf(server);
  const statuses: number[] = [];
  for (let n = 0; n < 5; n++) {
    statuses.push((await browser.post(at.signIn, { email: `a${n}@example.org`, password })).status);
  }
  expect(statuses).toEqual([403, 403, 403, 429, 429]);
  expect((await browser.get(at.me)).status).toBe(200);
  await server.close();
});

test.each(storeKinds)(
  "on %s, who lost both halves is given a way back in from the terminal, and it stands in the trail",
  async (kind) => {
    const place = await newPlace(kind);
    const before = await openServer(place);
    const owner = await setUp(before);
    await before.close();
    await expect(resetSignIn(place, "nobody@example.org", Date.now())).rejects.toThrow("nobody@example.org");
    const fresh = await resetSignIn(place, owner.email, Date.now());
    const server = await openServer(place);
    const browser = browserOf(server);
    expect((await browser.post(at.signIn, { email: owner.email, password })).status).toBe(403);
    const { body } = await browser.post(at.signIn, { email: owner.email, password: fresh });
    expect(body).toMatchObject({ state: "half", needs: "second-factor" });
    expect((await browser.get(at.people)).status).toBe(401);
    await addApp(browser, server.clock);
    const trail = await browser.get(at.audit);
    expect(trail.body.entries.map(({ action }: { action: string }) => action)).toContain("sign-in.reset");
    await server.close();
  },
);
