/**
 * Whatever is sent, the server answers: never with a failure of its own, never with anything of its inside or of anybody
 * else. 2000 requests a store here; `npm run bench -- fuzz` sends 100 000.
 */
import { contentHash, randomStream } from "@openlymph/base";
import {
  type AnyOperation,
  emptyHead,
  homeAddresses,
  nextOperation,
  pushFormat,
  unsentFormat,
} from "@openlymph/record";
import { clinicAddresses as at, peopleSchema, personSchema } from "@openlymph/record/clinic";
import type { InjectOptions } from "fastify";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeInvitation } from "../src/accounts/links.ts";
import { verifyAudit } from "../src/audit/audit.ts";
import { type Sent, spoiltRequest, type Whole } from "./fuzz-requests.ts";
import { password, storeKinds, to } from "./open-server.ts";
import {
  addClinic,
  addMember,
  ask,
  type Inside,
  type Member,
  openInside,
  personIn,
  phoneOf,
  sessionOf,
} from "./two-clinics.ts";

const requests = Number(process.env["FUZZ_REQUESTS"] ?? 2000);
/** Sent together, so that what only goes wrong between two is found too. */
const together = 4;
/** Some requests end sessions, revoke phones and join people: now and then there is a new clinic. */
const renewedEvery = 400;
const origin = "http://localhost:80";

/** What only the inside of a server says. */
const inside =
  /node_modules|\.ts:\d|\bat (async )?\w+ \(|select "|insert into|SQLITE_|syntax error at|relation "|\/tmp\/|Beta/;

interface World {
  readonly requests: readonly Whole[];
  readonly owner: Member;
}

interface Clinics {
  readonly here: Inside;
  readonly alpha: string;
  readonly beta: { readonly owner: Member; readonly person: string };
}

async function openClinics(kind: (typeof storeKinds)[number]): Promise<Clinics> {
  const here = await openInside(kind);
  const alpha = await addClinic(here, "Alpha");
  const owner = await addMember(here, await addClinic(here, "Beta"), "owner", "Berta Beta");
  return { here, alpha, beta: { owner, person: await personIn(here, owner, "Bea Beta") } };
}

let worlds = 0;

async function newWorld({ here, beta }: Clinics): Promise<World> {
  const number = ++worlds;
  // A clinic of its own: lists stay as short as they are in life.
  const alpha = await addClinic(here, `Alpha ${number}`);
  const member = (role: Member["role"]) => addMember(here, alpha, role, `${role} ${number}`);
  const [owner, therapist] = [await member("owner"), await member("therapist")];
  const person = await personIn(here, owner, `Ada ${number}`, [therapist]);
  const other = await personIn(here, owner, `Eve ${number}`, []);
  const phone = await phoneOf(here, owner, person);
  const cookies = [
    await sessionOf(here, owner),
    await sessionOf(here, therapist),
    await sessionOf(here, owner, "password"),
  ];
  const session = uuidv7();
  const body = { session, heaviness: 1, pain: 1, tightness: 1, note: "n" };
  const happening = { id: uuidv7(), person: phone.record, device: phone.device, at: new Date().toISOString(), body };
  const operation = nextOperation({ ...happening, kind: "session/rated" }, emptyHead) as AnyOperation;
  const plan = { plan: contentHash("plan"), title: "Arm", text: "format: openlymph/plan@1" };
  const tape = { limb: "arm", protocol: "arm-4cm", left: [0.2], right: [0.2], on: "2026-11-26" };
  const screening = { text: "answers: {}", action: "INFO", reasons: ["a"], rulesVersion: 1, override: { why: "w" } };
  const writes = Object.entries({
    "person/described": { name: "Ada", limbs: ["arm-left"], synthetic: true, born: "1960-01-01" },
    "note/written": { text: "a note" },
    "letter/written": { to: "d", text: "t" },
    "screening/kept": screening,
    "plan/released": plan,
    "measurement/taken": tape,
    "alert/handled": { item: "quiet:1", outcome: "seen" },
    "record/corrected": { operation: operation.id, body },
  });
  const clientDataJSON = Buffer.from(JSON.stringify({ challenge: "c" })).toString("base64url");
  const passkey = { name: "key", response: { id: "i", rawId: "i", type: "public-key", response: { clientDataJSON } } };
  const { email } = owner;
  const posts: readonly (readonly [address: string, body?: object])[] = [
    [at.signIn, { email, password: "wrong password" }],
    [at.signInCode, { code: "000000" }],
    [at.setup, { token: "t".repeat(43), clinic: "C", contact: "c", name: "N", email: "n@example.org", password }],
    [at.accept, { token: "t".repeat(43), name: "N", password }],
    [at.passkeySignInEnd, { response: passkey.response }],
    [at.passkeyRegisterEnd, passkey],
    [at.passkeyRegisterBegin],
    [at.appFactor],
    [at.appFactorConfirm, { code: "000000" }],
    [at.invitations, { name: "N", email: "n@example.org", role: "assistant" }],
    [at.clinic, { name: "Clinic Alpha", contact: "c", emergency: "e" }],
    [at.people, { body: { name: "New", limbs: [], synthetic: true } }],
    [at.join],
    [at.glass, { reason: "a reason that is long" }],
    [at.team, { account: therapist.account, of: true }],
    [at.merge, { other, reason: "the same" }],
    [at.erase, { name: "Not her name", reason: "asked" }],
    [homeAddresses.join, { token: "t".repeat(43), device: uuidv4(), person: uuidv4(), name: "P" }],
    [homeAddresses.push, { format: pushFormat, device: phone.device, operations: [operation] }],
    [at.phoneFile, { format: unsentFormat, device: phone.device, operations: [operation] }],
    ...writes.map(([kind, written]) => [at.operations, { kind, body: written }] as const),
  ];
  const gets = [
    at.me,
    at.people,
    at.person,
    at.export,
    at.personAudit,
    at.audit,
    at.staff,
    at.sessions,
    homeAddresses.pull,
  ];
  const names = { device: phone.device, account: beta.owner.account, id: uuidv4() };
  const all = [
    ...posts.map(([address, given]) => ({ method: "POST", address, body: given })),
    ...gets.map((address) => ({ method: "GET", address, body: undefined })),
    ...[at.device, at.staffMember, at.session].map((address) => ({ method: "DELETE", address, body: undefined })),
  ];
  const asked = [person, person, other, beta.person];
  const askers = [...cookies, phone.cookie, `${cookies[0]}; ${phone.cookie}`, undefined];
  return {
    owner,
    requests: all.flatMap(({ method, address, body: given }) =>
      asked.flatMap((whom) =>
        askers.map((cookie) => ({ method, url: to(address, { ...names, person: whom }), cookie, body: given })),
      ),
    ),
  };
}

const shown = (sent: Sent): string => JSON.stringify(sent).slice(0, 1500);

describe.each(storeKinds)("on %s", (kind) => {
  test(
    `${requests} requests are answered, and leave the clinic as sound as it was`,
    async () => {
      const clinics = await openClinics(kind);
      const { here, beta } = clinics;
      const random = randomStream(20261127, kind === "sqlite" ? 1 : 2);
      const statuses = new Map<number, number>();
      let world = await newWorld(clinics);
      for (let sent = 0; sent < requests; sent += together) {
        if (sent % renewedEvery === 0) world = await newWorld(clinics);
        const batch = Array.from({ length: together }, () => {
          const whole = world.requests[Math.floor(random() * world.requests.length)] as Whole;
          return spoiltRequest(whole, origin, random);
        });
        const replies = await Promise.all(batch.map((each) => here.app.inject(each as InjectOptions)));
        for (const [n, { statusCode, headers, body }] of replies.entries()) {
          const told = `${shown(batch[n] as Sent)} → ${statusCode} ${body.slice(0, 1000)}`;
          statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
          expect(statusCode, told).toBeLessThan(500);
          expect(JSON.stringify(headers) + body, told).not.toMatch(inside);
          expect(headers["x-content-type-options"], told).toBe("nosniff");
          expect(headers["content-security-policy"], told).toContain("default-src 'none'");
        }
      }
      if (requests > 2000) console.log(kind, Object.fromEntries([...statuses].sort(([a], [b]) => a - b)));
      const cookie = await sessionOf(here, world.owner);
      const { people } = peopleSchema.parse((await ask(here, { method: "GET", url: at.people, cookie })).json());
      for (const { person } of people.slice(0, 50)) {
        personSchema.parse((await ask(here, { method: "GET", url: to(at.person, { person }), cookie })).json());
      }
      const { within } = here.clinic.store;
      for (const { id: clinic } of await within({ for: "server" }, (trx) =>
        trx.selectFrom("clinic").select("id").execute(),
      )) {
        expect(await within({ for: "server" }, (trx) => verifyAudit(trx, clinic))).toMatchObject({ whole: true });
      }
      const ofBeta = await within({ for: "server" }, async (trx) => [
        await trx.selectFrom("operation").select("id").where("clinic", "=", beta.owner.clinic).execute(),
        await trx.selectFrom("member").select("account").where("clinic", "=", beta.owner.clinic).execute(),
        await trx.selectFrom("audit").select("number").where("clinic", "=", beta.owner.clinic).execute(),
      ]);
      expect(ofBeta.map(({ length }) => length)).toEqual([1, 1, 0]);
      // Enough of it was nearly right.
      expect(statuses.get(200)).toBeGreaterThan(requests / 20);
      await here.close();
    },
    Math.max(120_000, requests * 100),
  );

  describe("what once made the server fail", () => {
    let clinics: Clinics;
    beforeAll(async () => {
      clinics = await openClinics(kind);
    });
    afterAll(() => clinics.here.close());
    const opened = async () => {
      const { here, alpha } = clinics;
      const owner = await addMember(here, alpha, "owner", `Olga ${uuidv4()}`);
      const person = await personIn(here, owner, "Ada");
      return { here, owner, person, cookie: await sessionOf(here, owner) };
    };

    test("a NUL in a name, in an address, and in a name of what was refused", async () => {
      const { here, owner, person, cookie } = await opened();
      const body = { name: "N\0", email: "n@example.org", role: "owner" };
      expect((await ask(here, { method: "POST", url: at.invitations, cookie, body })).statusCode).toBe(400);
      expect((await ask(here, { method: "DELETE", url: `${at.sessions}/a%00b`, cookie })).statusCode).toBe(400);
      const phone = await phoneOf(here, owner, person);
      const answers = { answers: { "a\0": "maybe" }, action: "INFO", reasons: [], rulesVersion: 1, locks: false };
      const given = { id: uuidv7(), person: phone.record, device: phone.device, at: new Date().toISOString() };
      const operation = nextOperation({ ...given, kind: "check/answered", body: answers as never }, emptyHead);
      const push = { format: pushFormat, device: phone.device, operations: [operation] };
      const reply = await ask(here, { method: "POST", url: homeAddresses.push, cookie: phone.cookie, body: push });
      expect(reply.json().answers).toMatchObject([{ taken: false, refused: "invalid" }]);
    });

    test("nesting without end, in a correction and from a phone", async () => {
      const { here, owner, person, cookie } = await opened();
      const nested = `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`;
      const send = (url: string, by: string, payload: string) =>
        here.app.inject({ method: "POST", url, payload, headers: { cookie: by, "content-type": "application/json" } });
      const correction = `{"kind":"record/corrected","body":{"operation":"${uuidv4()}","body":${nested}}}`;
      expect((await send(to(at.operations, { person }), cookie, correction)).statusCode).toBe(400);
      const phone = await phoneOf(here, owner, person);
      const push = `{"format":"${pushFormat}","device":"${phone.device}","operations":[${nested}]}`;
      expect((await send(homeAddresses.push, phone.cookie, push)).statusCode).toBe(400);
    });

    test("a phone that sends what is no operation at all", async () => {
      const { here, owner, person } = await opened();
      const phone = await phoneOf(here, owner, person);
      for (const nothing of [null, 7, "x", [], {}]) {
        const push = { format: pushFormat, device: phone.device, operations: [nothing] };
        const reply = await ask(here, { method: "POST", url: homeAddresses.push, cookie: phone.cookie, body: push });
        expect([reply.statusCode, reply.json().answers], JSON.stringify(nothing)).toEqual([200, []]);
      }
    });

    test("two who do the same at once", async () => {
      const { here, owner } = await opened();
      const invitation = { name: "N", email: "twice@example.org", role: "assistant" as const };
      const accept = async () => {
        const token = await here.clinic.store.within({ for: "server" }, (trx) =>
          makeInvitation(trx, owner.clinic, invitation, here.clock()),
        );
        return { method: "POST", url: at.accept, body: { token, name: "N", password } };
      };
      const given = [await accept(), await accept(), await accept()];
      const replies = await Promise.all(given.map((each) => ask(here, each)));
      expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
    });

    test("an answer of a passkey that is none", async () => {
      const { here } = await opened();
      for (const id of [{ toString: 1 }, ["a"], 7, "a\0", null]) {
        const { challenge } = (await ask(here, { method: "POST", url: at.passkeySignInBegin })).json();
        const clientDataJSON = Buffer.from(JSON.stringify({ challenge })).toString("base64url");
        const body = { response: { id, response: { clientDataJSON } } };
        const reply = await ask(here, { method: "POST", url: at.passkeySignInEnd, body });
        expect([400, 403], JSON.stringify(id)).toContain(reply.statusCode);
      }
    });

    test("a phone speaks for itself alone: no kind of the clinic, no author, no time that is none", async () => {
      const { here, owner, person } = await opened();
      const phone = await phoneOf(here, owner, person);
      const by = { account: owner.account, name: owner.name, role: "owner" };
      const plan = { by, plan: contentHash("plan"), title: "Forged", text: "t" };
      const cleared = { check: uuidv7(), who: "w", by };
      const corrected = { operation: uuidv7(), body: { by, text: "t" } };
      const at1 = new Date().toISOString();
      const forged: readonly (readonly [kind: string, body: object, at: string])[] = [
        ["plan/released", plan, at1],
        ["check/cleared", cleared, at1],
        ["record/corrected", corrected, at1],
        ["setting/changed", { key: "voice", value: true }, "2026-99-99T99:99:99Z"],
      ];
      const operations: AnyOperation[] = [];
      let head = emptyHead;
      for (const [name, body, time] of forged) {
        const given = { id: uuidv7(), person: phone.record, device: phone.device, at: time, kind: name, body };
        const operation = nextOperation(given as never, head) as AnyOperation;
        head = { sequence: operation.sequence, hash: operation.hash };
        operations.push(operation);
      }
      const push = { format: pushFormat, device: phone.device, operations };
      const reply = await ask(here, { method: "POST", url: homeAddresses.push, cookie: phone.cookie, body: push });
      expect(reply.json().answers.map(({ taken }: { taken: boolean }) => taken)).toEqual([false, false, false, false]);
    });
  });
});
