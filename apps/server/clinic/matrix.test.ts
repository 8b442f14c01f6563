/**
 * Who may do what, asked of the running server: every route, for everybody, about three people. The table says what is to
 * come out; it is written by hand and asks nothing of the policy that it tests.
 *
 * | cell | meaning                                                                                   |
 * | ---- | ----------------------------------------------------------------------------------------- |
 * | yes  | allowed; where it is about a person, for everybody of the clinic and nobody of another    |
 * | own  | allowed for the person they look after (a phone: whose phone it is) and nobody else       |
 * | -    | refused, whoever it is about                                                              |
 */
import { contentHash } from "@openlymph/base";
import { homeAddresses, pushFormat, unsentFormat } from "@openlymph/record";
import { clinicAddresses } from "@openlymph/record/clinic";
import { v4 as uuidv4 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actions } from "../src/access/policy.ts";
import { giveAppFactor } from "../src/accounts/app-code.ts";
import { makeInvitation } from "../src/accounts/links.ts";
import type { Route } from "../src/api/route.ts";
import { routes } from "../src/api/routes.ts";
import { actionsFor } from "../src/people/write-act.ts";
import type { Work } from "../src/store/store.ts";
import { password, storeKinds, to } from "./open-server.ts";
import {
  addClinic,
  addMember,
  ask,
  type Inside,
  joinTokenOf,
  type Member,
  openInside,
  personIn,
  phoneOf,
  rowCounts,
  sessionOf,
} from "./two-clinics.ts";

/** `glass`: a therapist who opened the first person's record with a reason. `half`: an owner without the second half. */
const everybody = ["owner", "therapist", "glass", "assistant", "phone", "half", "nobody"] as const;
type Who = (typeof everybody)[number];

/** `own`: looked after by the therapist and the assistant; the phone is theirs. */
const people = ["own", "other", "foreign"] as const;
type Whose = (typeof people)[number];

interface World {
  readonly inside: Inside;
  readonly members: Readonly<Record<"owner" | "therapist" | "glass" | "assistant" | "half", Member>>;
  readonly person: Readonly<Record<Whose | "another", string>>;
  readonly phone: { readonly device: string; readonly cookie: string };
}

interface Line {
  readonly address: string;
  readonly method: string;
  readonly cells: readonly string[];
  readonly body?: (world: World) => unknown;
  /** What an answer looks like that was allowed, where it is not 2xx: what is wrong with the request itself. */
  readonly allowed?: RegExp;
}

const cellsOf = (text: string): readonly string[] => text.trim().split(/\s+/);
const h = { ...clinicAddresses, homeJoin: homeAddresses.join, push: homeAddresses.push, pull: homeAddresses.pull };

const plan = { plan: contentHash("plan"), title: "Arm", text: "format: openlymph/plan@1" };
const screening = { text: "answers: {}", action: "HOLD_CLEARANCE", reasons: [], rulesVersion: 1 };
const tape = { limb: "arm", protocol: "arm-4cm", left: [0.2], right: [0.2] };

/** Kinds of operations, each a line of its own: they go to one address. */
const kinds: readonly (readonly [kind: string, cells: string, body: object])[] = [
  //                     owner therapist glass assistant phone half nobody
  ["person/described", "  yes   own       -     own       -     -    -", { name: "N", limbs: [], synthetic: true }],
  ["history/kept", "      yes   own       -     -         -     -    -", { text: "format: openlymph/history@1" }],
  ["screening/kept", "    yes   own       -     -         -     -    -", screening],
  ["screening/kept", "    yes   own       -     -         -     -    -", { ...screening, override: { why: "I know" } }],
  ["plan/drafted", "      yes   own       -     -         -     -    -", plan],
  ["plan/released", "     yes   own       -     -         -     -    -", plan],
  ["plan/withdrawn", "    yes   own       -     -         -     -    -", { plan: plan.plan, why: "It is over." }],
  ["note/written", "      yes   own       -     own       -     -    -", { text: "A note" }],
  ["letter/written", "    yes   own       -     -         -     -    -", { to: "A doctor", text: "A letter" }],
  ["alert/handled", "     yes   own       -     own       -     -    -", { item: "quiet:1", outcome: "seen" }],
  ["check/cleared", "     yes   own       -     -         -     -    -", { check: uuidv4(), who: "A doctor" }],
  ["measurement/taken", " yes   own       -     own       -     -    -", tape],
  ["record/corrected", "  yes   own       -     -         -     -    -", { operation: uuidv4(), body: { text: "x" } }],
];

const notRight = /This code is not right/;
const tooLong = /It took too long/;
const clientDataJSON = Buffer.from(JSON.stringify({ challenge: "nobodys" })).toString("base64url");
const passkey = { response: { response: { clientDataJSON } } };
const noReminders = /This server sends no reminders/;
const reminder = {
  ...{ time: "19:30", zone: "Europe/Berlin", endpoint: "https://push.example/a", title: "Title", text: "Text" },
  keys: { p256dh: "p".repeat(87), auth: "a".repeat(22) },
};
const reason = "a reason that is long enough";
const within = <T>({ inside }: Pick<World, "inside">, work: (trx: Work) => Promise<T>): Promise<T> =>
  inside.clinic.store.within({ for: "server" }, work);

const invitation = (world: World): Promise<string> =>
  within(world, (trx) => {
    const given = { name: "N", email: `${uuidv4()}@example.org`, role: "assistant" as const };
    return makeInvitation(trx, world.members.owner.clinic, given, world.inside.clock());
  });

const lines: readonly Line[] = [
  //              address                       owner therapist glass assistant phone half nobody
  line("GET", h.me, "                           yes   yes       yes   yes       yes   yes  yes"),
  // Once: afterwards the server is set up, and nobody may.
  line("POST", h.setup, "                       -     -         -     -         -     -    -", () => ({
    ...{ token: "t".repeat(43), clinic: "C", contact: "c", name: "N", email: "n@example.org", password },
  })),
  line("POST", h.accept, "                      yes   yes       yes   yes       yes   yes  yes", async (world) => ({
    ...{ token: await invitation(world), name: "N", password },
  })),
  line(
    "POST",
    h.signIn,
    "                      yes   yes       yes   yes       yes   yes  yes",
    async ({ inside, members }) => {
      const { email } = await addMember(inside, members.owner.clinic, "assistant", `Guest ${uuidv4()}`);
      return { email, password };
    },
  ),
  line(
    "POST",
    h.signInCode,
    "                  -     -         -     -         -     yes  -",
    { code: "000000" },
    notRight,
  ),
  line("POST", h.signOut, "                     yes   yes       yes   yes       -     yes  -"),
  // `half` has an app already: it has to use it, not to add another one.
  line("POST", h.appFactor, "                   yes   yes       yes   yes       -     -    -"),
  line(
    "POST",
    h.appFactorConfirm,
    "            yes   yes       yes   yes       -     -    -",
    { code: "000000" },
    notRight,
  ),
  line("POST", h.passkeyRegisterBegin, "        yes   yes       yes   yes       -     -    -"),
  line(
    "POST",
    h.passkeyRegisterEnd,
    "          yes   yes       yes   yes       -     -    -",
    { ...passkey, name: "k" },
    tooLong,
  ),
  line("POST", h.passkeySignInBegin, "          yes   yes       yes   yes       yes   yes  yes"),
  line("POST", h.passkeySignInEnd, "            yes   yes       yes   yes       yes   yes  yes", passkey, tooLong),
  line(
    "POST",
    h.password,
    "                    yes   yes       yes   yes       -     -    -",
    { old: "not it", password: "another walk by the river" },
    /The password you have now is not right/,
  ),
  line("POST", h.recoveryCodes, "               yes   yes       yes   yes       -     -    -"),
  line(
    "POST",
    h.confirm,
    "                     yes   yes       yes   yes       -     -    -",
    { password: "not it", code: "000000" },
    /That is not what this account signs in by/,
  ),
  line("GET", h.sessions, "                     yes   yes       yes   yes       -     -    -"),
  line("DELETE", h.session, "                   yes   yes       yes   yes       -     -    -"),
  line("GET", h.staff, "                        yes   yes       yes   yes       -     -    -"),
  line("POST", h.invitations, "                 yes   -         -     -         -     -    -", () => ({
    ...{ name: "N", email: `${uuidv4()}@example.org`, role: "owner" },
  })),
  line("DELETE", h.staffSessions, "             yes   -         -     -         -     -    -"),
  line("DELETE", h.staffMember, "               yes   -         -     -         -     -    -"),
  line("POST", h.clinic, "                      yes   -         -     -         -     -    -", {
    name: "C",
    contact: "c",
  }),
  line("GET", h.audit, "                        yes   -         -     -         -     -    -"),
  line("POST", h.auditVerify, "                 yes   -         -     -         -     -    -"),
  line("GET", h.changes, "                      yes   yes       yes   yes       -     -    -"),
  line("GET", h.people, "                       yes   yes       yes   yes       -     -    -"),
  line("POST", h.people, "                      yes   yes       yes   yes       -     -    -", {
    body: { name: "N", limbs: [], synthetic: true },
  }),
  line("GET", h.person, "                       yes   own       own   own       -     -    -"),
  line("GET", h.personAudit, "                  yes   own       -     -         -     -    -"),
  ...kinds.map(([kind, cells, body]) => line("POST", h.operations, cells, { kind, body })),
  line("POST", h.join, "                        yes   own       -     own       -     -    -"),
  line("POST", h.glass, "                       -     yes       yes   -         -     -    -", { reason }),
  line("POST", h.team, "                        yes   own       -     -         -     -    -", ({ members }) => ({
    ...{ account: members.glass.account, of: false },
  })),
  line("DELETE", h.device, "                    yes   own       -     own       -     -    -"),
  // Whoever may gets to the file itself, in which there is nothing that a phone wrote.
  line(
    "POST",
    h.phoneFile,
    "                   yes   own       -     own       -     -    -",
    ({ phone }) => ({ format: unsentFormat, device: phone.device, operations: [{}] }),
    /Nothing was taken/,
  ),
  line("GET", h.export, "                       yes   own       -     -         -     -    -"),
  line("POST", h.merge, "                       yes   -         -     -         -     -    -", ({ person }) => ({
    ...{ other: person.another, reason },
  })),
  line("POST", h.erase, "                       yes   -         -     -         -     -    -", {
    name: "Somebody",
    reason,
  }),
  line("POST", h.homeJoin, "                    yes   yes       yes   yes       yes   yes  yes", async (world) => ({
    token: await joinTokenOf(world.inside, world.members.owner, world.person.own),
    ...{ device: uuidv4(), person: uuidv4(), name: "A phone" },
  })),
  line("POST", h.push, "                        -     -         -     -         yes   -    -", ({ phone }) => ({
    ...{ format: pushFormat, device: phone.device, operations: [{}] },
  })),
  line("GET", h.pull, "                         -     -         -     -         yes   -    -"),
  line("GET", homeAddresses.reminder, "         -     -         -     -         yes   -    -"),
  line("POST", homeAddresses.reminder, "        -     -         -     -         yes   -    -", reminder, noReminders),
  line("DELETE", homeAddresses.reminder, "      -     -         -     -         yes   -    -"),
  line("POST", homeAddresses.leave, "           -     -         -     -         yes   -    -"),
];

function line(
  method: string,
  address: string,
  cells: string,
  body?: object | ((world: World) => unknown),
  allowed?: RegExp,
): Line {
  const given = typeof body === "function" ? (body as Line["body"]) : body && (() => body);
  return { method, address, cells: cellsOf(cells), ...(given && { body: given }), ...(allowed && { allowed }) };
}

const routeOf = ({ method, address }: Pick<Line, "method" | "address">): Route | undefined =>
  routes.find((each) => each.method === method && each.address === address);

/** Whom the server makes out: the cookies of phones count for phones' addresses alone, and only there. */
const isKnown = (who: Who, { phone }: Route): boolean =>
  phone ? who === "phone" : who !== "phone" && who !== "nobody";

const isAllowed = (cell: string, whose: Whose): boolean =>
  cell === "own" ? whose === "own" : cell === "yes" && whose !== "foreign";

test("every route and every action of the policy has its line", () => {
  const named = (method: string, address: string) => `${method} ${address}`;
  const wanted = new Set(routes.map(({ method, address }) => named(method, address)));
  expect(new Set(lines.map(({ method, address }) => named(method, address)))).toEqual(wanted);
  const tried = routes.flatMap(({ action }) => (typeof action === "string" ? [action] : []));
  const written = kinds.flatMap(([kind, , body]) => actionsFor({ kind, body }));
  expect(new Set([...tried, ...written])).toEqual(new Set(actions));
  for (const { cells, address } of lines) expect(cells, address).toHaveLength(everybody.length);
});

describe.each(storeKinds)("on %s", (kind) => {
  let inside: Inside;
  let members: World["members"];
  let foreigner: Member;

  beforeAll(async () => {
    inside = await openInside(kind);
    const [home, away] = [await addClinic(inside, "A"), await addClinic(inside, "B")];
    members = {
      owner: await addMember(inside, home, "owner", "Olga Owner"),
      therapist: await addMember(inside, home, "therapist", "Theo Therapist"),
      glass: await addMember(inside, home, "therapist", "Gina Glass"),
      assistant: await addMember(inside, home, "assistant", "Anna Assistant"),
      half: await addMember(inside, home, "owner", "Hal Half"),
    };
    foreigner = await addMember(inside, away, "owner", "Fred Foreign");
    const { key } = inside.clinic.store;
    await inside.clinic.store.within({ for: "server" }, (trx) => giveAppFactor(trx, key, members.half.account));
  });
  afterAll(() => inside.close());

  /** New people for each line: some lines leave little of them. */
  async function newWorld(): Promise<World> {
    const { owner, therapist, assistant, glass } = members;
    const own = await personIn(inside, owner, "Somebody", [therapist, assistant]);
    const person = {
      own,
      other: await personIn(inside, owner, "Somebody", []),
      foreign: await personIn(inside, foreigner, "Somebody"),
      another: await personIn(inside, owner, "Somebody", []),
    };
    const now = inside.clock();
    const opened = {
      clinic: owner.clinic,
      person: own,
      account: glass.account,
      reason: "r",
      at: now,
      until: now + 60_000,
    };
    await within({ inside }, (trx) => trx.insertInto("glass").values(opened).execute());
    return { inside, members, person, phone: await phoneOf(inside, owner, own) };
  }

  async function cookiesFor({ phone }: World): Promise<ReadonlyMap<Who, string>> {
    const cookies = new Map<Who, string>([["phone", phone.cookie]]);
    for (const [who, member] of Object.entries(members) as [Who, Member][]) {
      cookies.set(who, await sessionOf(inside, member, who === "half" ? "password" : "passkey"));
    }
    return cookies;
  }

  const lastEntry = () =>
    within({ inside }, (trx) =>
      trx
        .selectFrom("audit")
        .selectAll()
        .where("clinic", "=", members.owner.clinic)
        .orderBy("number", "desc")
        .executeTakeFirstOrThrow(),
    );

  /** What the address names beside the person: things that are there, and that whoever is allowed may take away. */
  async function namesFor({ person, phone }: World, whose: Whose, address: string): Promise<Record<string, string>> {
    if (address.includes(":account")) {
      const { account } = await addMember(inside, members.owner.clinic, "assistant", `Gone ${uuidv4()}`);
      return { account };
    }
    if (!address.includes(":device") || whose === "own") return { person: person[whose], device: phone.device };
    const by = whose === "foreign" ? foreigner : members.owner;
    return { person: person[whose], device: (await phoneOf(inside, by, person[whose])).device };
  }

  /** The session that somebody asks with. */
  async function sessionIdOf(who: Who): Promise<string> {
    const { account } = who === "phone" || who === "nobody" ? members.owner : members[who];
    const latest = await within({ inside }, (trx) =>
      trx
        .selectFrom("session")
        .select("id")
        .where("account", "=", account)
        .orderBy("begun", "desc")
        .executeTakeFirstOrThrow(),
    );
    return latest.id;
  }

  async function expectRefused(asking: () => ReturnType<typeof ask>, who: Who, route: Route, { phone }: World) {
    const before = await rowCounts(inside);
    const reply = await asking();
    const told = `${who}: ${reply.statusCode} ${reply.body}`;
    expect([401, 403, 404], told).toContain(reply.statusCode);
    expect(reply.headers["set-cookie"], told).toBeUndefined();
    const known = isKnown(who, route);
    expect(await rowCounts(inside), told).toEqual({ ...before, audit: before.audit + (known ? 1 : 0) });
    if (!known) return reply;
    const actor = who === "phone" ? phone.device : members[who as keyof World["members"]].account;
    expect(await lastEntry(), told).toMatchObject({ outcome: "refused", actor, resource: route.address });
    return reply;
  }

  const cases = lines.map((each) => ({ ...each, name: `${each.method} ${each.address}` }));

  test.each(cases)("$name: $cells", async ({ address, method, cells, body, allowed = /"statusCode":2\d\d/ }) => {
    const route = routeOf({ address, method }) as Route;
    const world = await newWorld();
    const cookies = await cookiesFor(world);
    for (const whose of address.includes(":person") ? people.toReversed() : (["own"] as const)) {
      const names = await namesFor(world, whose, address);
      // Who is refused comes first: what is allowed may leave nothing to refuse.
      for (const who of everybody.toReversed()) {
        const id = address.includes(":id") ? await sessionIdOf(who) : "";
        const request = {
          method,
          url: to(address, { ...names, id }),
          cookie: cookies.get(who),
          body: await body?.(world),
        };
        const may = isAllowed(cells[everybody.indexOf(who)] ?? "-", whose);
        const asking = () => ask(inside, request);
        const { statusCode, body: text } = may ? await asking() : await expectRefused(asking, who, route, world);
        const told = `${who} about ${whose}: "statusCode":${statusCode} ${text}`;
        if (may) expect(told).toMatch(allowed);
        else expect(told).not.toMatch(allowed);
      }
    }
  });
});
