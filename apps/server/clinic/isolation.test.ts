/**
 * Nobody is told anything of another clinic, of a person they do not look after, or of whom a phone does not belong to:
 * random requests of everybody, with ids taken from everywhere. And on PostgreSQL the database itself holds it.
 */
import {
  type AnyOperation,
  emptyHead,
  homeAddresses,
  nextOperation,
  pushFormat,
  unsentFormat,
} from "@openlymph/record";
import { clinicAddresses as at } from "@openlymph/record/clinic";
import fc from "fast-check";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { routes } from "../src/api/routes.ts";
import { storeKinds, to } from "./open-server.ts";
import {
  addClinic,
  addMember,
  ask,
  type Inside,
  type JoinedPhone,
  type Member,
  openInside,
  personIn,
  phoneOf,
  sessionOf,
} from "./two-clinics.ts";

type Side = "Alpha" | "Beta";
const other = (side: Side): Side => (side === "Alpha" ? "Beta" : "Alpha");

/** Everything a side says carries its mark, so that it is known again wherever it turns up. */
interface Principal {
  readonly side: Side;
  readonly who: "owner" | "therapist" | "stranger" | "assistant" | "phone";
  readonly cookie: string;
}

interface World {
  readonly principals: readonly Principal[];
  /** Ids of both sides. */
  readonly ids: readonly string[];
  /** Per side the person whom nobody but the owner looks after. */
  readonly hidden: Readonly<Record<Side, string>>;
  readonly operations: readonly AnyOperation[];
}

function written({ device, record }: JoinedPhone, note: string): AnyOperation {
  const body = { session: uuidv7(), heaviness: 1, pain: 1, tightness: 1, note };
  const given = {
    id: uuidv7(),
    person: record,
    device,
    at: new Date().toISOString(),
    kind: "session/rated" as const,
    body,
  };
  return nextOperation(given, emptyHead) as AnyOperation;
}

async function addSide(inside: Inside, side: Side) {
  const clinic = await addClinic(inside, side);
  const member = (role: Member["role"], name: string) => addMember(inside, clinic, role, `${name} ${side}`);
  const owner = await member("owner", "Olga");
  const [therapist, stranger] = [await member("therapist", "Theo"), await member("therapist", "Stan")];
  const assistant = await member("assistant", "Anna");
  const people = {
    first: await personIn(inside, owner, `First ${side}`, [therapist, assistant]),
    second: await personIn(inside, owner, `Second ${side}`, [stranger]),
    hidden: await personIn(inside, owner, `Hidden ${side}`, []),
  };
  const phones = {
    first: await phoneOf(inside, owner, people.first, `First ${side} phone`),
    hidden: await phoneOf(inside, owner, people.hidden, `Hidden ${side} phone`),
  };
  const operations = [written(phones.first, `First ${side} says`), written(phones.hidden, `Hidden ${side} says`)];
  for (const operation of operations) {
    const { cookie } = operation.device === phones.first.device ? phones.first : phones.hidden;
    const body = { format: pushFormat, device: operation.device, operations: [operation] };
    const reply = await ask(inside, { method: "POST", url: homeAddresses.push, cookie, body });
    expect(reply.json().answers).toMatchObject([{ taken: true }]);
  }
  const staff = { owner, therapist, stranger, assistant };
  const principals: Principal[] = [{ side, who: "phone", cookie: phones.first.cookie }];
  for (const [who, each] of Object.entries(staff) as [Exclude<Principal["who"], "phone">, Member][]) {
    principals.push({ side, who, cookie: await sessionOf(inside, each) });
  }
  const accounts = Object.values(staff).map(({ account }) => account);
  const devices = Object.values(phones).flatMap(({ device, record }) => [device, record]);
  const ids = [clinic, ...accounts, ...Object.values(people), ...devices, ...operations.map(({ id }) => id)];
  return { principals, ids, operations, hidden: people.hidden };
}

const drawn = fc.record({
  principal: fc.nat(),
  route: fc.nat(),
  ids: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
  write: fc.nat(),
});
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;

/** What ends the world that the others are asked in: these are tried by the matrix. */
const left = new Set<string>([
  at.signOut,
  at.erase,
  at.glass,
  at.staffMember,
  at.staffSessions,
  at.password,
  at.session,
  homeAddresses.leave,
  at.setup,
]);
const tried = routes.filter(({ address }) => !left.has(address));

function bodyOf(address: string, { side }: Principal, world: World, ids: readonly string[], n: number): unknown {
  const [first = "", second = ""] = ids;
  const text = `words of ${side} ${n}`;
  const foreign = world.principals.find((each) => each.side !== side);
  const writes = [
    { kind: "note/written", body: { text } },
    { kind: "record/corrected", body: { operation: first, body: { text } } },
    { kind: "check/cleared", body: { check: second, who: text } },
    { kind: "person/described", body: { name: `${text} name`, limbs: [], synthetic: true } },
  ];
  const operations = [pick(world.operations, n)];
  const bodies: Readonly<Record<string, unknown>> = {
    [at.operations]: pick(writes, n),
    // Into the team comes nobody new, and two become one nowhere: who looks after whom stays as it was.
    [at.team]: { account: first, of: false },
    [at.merge]: {
      other: pick(
        world.ids.filter((id) => foreign && isOf(world, id, foreign.side)),
        n,
      ),
      reason: text,
    },
    [at.clinic]: { name: `Clinic ${side}`, contact: text },
    [at.people]: { body: { name: text, limbs: [], synthetic: true } },
    [at.invitations]: { name: text, email: `${side}${n}@example.org`, role: "assistant" },
    [at.phoneFile]: { format: unsentFormat, device: operations[0]?.device, operations },
    [homeAddresses.push]: { format: pushFormat, device: operations[0]?.device, operations },
    [homeAddresses.reminder]: {
      ...{ time: "19:30", zone: "Europe/Berlin", endpoint: "https://push.example/a", title: text, text },
      keys: { p256dh: "p".repeat(87), auth: "a".repeat(22) },
    },
    [homeAddresses.join]: { token: "t".repeat(43), device: first, person: second, name: "A phone" },
  };
  return bodies[address];
}

const owners = new WeakMap<World, ReadonlyMap<string, Side>>();
const isOf = (world: World, id: string, side: Side): boolean => owners.get(world)?.get(id) === side;

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

describe.each(storeKinds)("on %s", (kind) => {
  let inside: Inside;
  let world: World;

  beforeAll(async () => {
    inside = await openInside(kind);
    const [a, b] = [await addSide(inside, "Alpha"), await addSide(inside, "Beta")];
    world = {
      principals: [...a.principals, ...b.principals],
      ids: [...a.ids, ...b.ids],
      hidden: { Alpha: a.hidden, Beta: b.hidden },
      operations: [...a.operations, ...b.operations],
    };
    const sides = [...a.ids.map((id) => [id, "Alpha"] as const), ...b.ids.map((id) => [id, "Beta"] as const)];
    owners.set(world, new Map(sides));
  });
  afterAll(() => inside.close());

  /** Ids of rows that came in the meantime, too. */
  async function sideOfIds(): Promise<ReadonlyMap<string, Side>> {
    const found = new Map<string, Side>(owners.get(world));
    const clinics = await inside.clinic.store.within({ for: "server" }, async (trx) => ({
      names: await trx.selectFrom("clinic").select(["id", "name"]).execute(),
      rows: [
        ...(await trx.selectFrom("person").select(["id", "clinic"]).execute()),
        ...(await trx.selectFrom("operation").select(["id", "clinic"]).execute()),
        ...(await trx.selectFrom("session").select(["id", "clinic"]).execute()),
      ],
    }));
    const sides = new Map(
      clinics.names.map(({ id, name }) => [id, name.endsWith("Alpha") ? "Alpha" : "Beta"] as const),
    );
    for (const { id, clinic } of clinics.rows) found.set(id, sides.get(clinic) as Side);
    return found;
  }

  test("no answer tells anything of another clinic, nor of a person one does not look after", async () => {
    const told = new Set<string>();
    let answered = 0;
    const property = fc.asyncProperty(fc.array(drawn, { minLength: 30, maxLength: 30 }), async (sequence) => {
      const answers: { readonly by: Principal; readonly text: string; readonly asked: string }[] = [];
      for (const { principal, route, ids, write } of sequence) {
        const by = pick(world.principals, principal);
        const { address, method } = pick(tried, route);
        const [person = "", account = "", device = "", id = ""] = ids.map((n) => pick(world.ids, n));
        const query = `?person=${account}&after=0&before=${1 + (write % 50)}&as=${pick(["csv", "json"], write)}`;
        const body = method === "POST" ? bodyOf(address, by, world, [account, device], write) : undefined;
        // What somebody wrote themselves, they may read.
        for (const each of JSON.stringify(body ?? {}).match(uuids) ?? []) told.add(`${by.side} ${each}`);
        const url = to(address, { person, account, device, id }) + (method === "GET" ? query : "");
        const reply = await ask(inside, { method, url, cookie: by.cookie, body });
        if (reply.statusCode < 300) answered += 1;
        answers.push({ by, text: JSON.stringify(reply.headers) + reply.body, asked: `${method} ${url}` });
      }
      const sides = await sideOfIds();
      for (const { by, text, asked } of answers) {
        const where = `${by.who} of ${by.side}: ${asked}: ${text}`;
        expect(text, where).not.toContain(other(by.side));
        const foreign = (text.match(uuids) ?? []).filter((id) => sides.get(id) === other(by.side));
        expect(
          foreign.filter((id) => !told.has(`${by.side} ${id}`)),
          where,
        ).toEqual([]);
        if (by.who === "owner") continue;
        expect(text, where).not.toMatch(/What Hidden \w+ has|Hidden \w+ (says|phone|stage)/);
        if (by.who === "assistant" || by.who === "phone") expect(text, where).not.toMatch(/Hidden|Second/);
      }
    });
    await fc.assert(property, { seed: 20261127, numRuns: 12, endOnFailure: true });
    // Enough was answered for the property to say something.
    expect(answered).toBeGreaterThan(60);
  });

  test("the list names others to a therapist, by id and name alone, and to nobody else", async () => {
    const list = async (who: Principal["who"]) => {
      const by = world.principals.find((each) => each.who === who && each.side === "Alpha");
      return (await ask(inside, { method: "GET", url: at.people, cookie: by?.cookie })).json();
    };
    const { others } = await list("stranger");
    expect(others).toContainEqual({ person: world.hidden.Alpha, name: "Hidden Alpha" });
    expect(new Set(others.flatMap(Object.keys))).toEqual(new Set(["person", "name"]));
    expect((await list("assistant")).others).toEqual([]);
    expect((await list("owner")).others).toEqual([]);
  });
});

describe("PostgreSQL itself", () => {
  let inside: Inside;
  let sides: Readonly<Record<Side, { readonly clinic: string; readonly people: readonly string[] }>>;

  beforeAll(async () => {
    inside = await openInside("postgres");
    const addOf = async (side: Side) => {
      const { ids, principals } = await addSide(inside, side);
      const [clinic = ""] = ids;
      const owner = principals.find(({ who }) => who === "owner");
      const { people } = (await ask(inside, { method: "GET", url: at.people, cookie: owner?.cookie })).json();
      return { clinic, people: people.map(({ person }: { person: string }) => person) };
    };
    sides = { Alpha: await addOf("Alpha"), Beta: await addOf("Beta") };
  });
  afterAll(() => inside.close());

  const ofClinic = ["person", "team", "device", "operation", "audit"] as const;

  test("the program's role cannot go round its rules, and no table of a clinic is without one", async () => {
    const { db } = inside.clinic.store;
    const role = await sql`select rolsuper, rolbypassrls from pg_roles where rolname = current_user`.execute(db);
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
    const { rows } = await sql<{ table_name: string; held: boolean }>`
      select table_name, relrowsecurity and relforcerowsecurity as held from information_schema.columns
      join pg_class on relname = table_name where table_schema = 'public' and column_name = 'clinic'`.execute(db);
    // Read before anybody knows whose they are: by hash of a token, or by an account.
    const before = ["member", "session", "token"];
    expect(
      rows
        .filter(({ held }) => !held)
        .map(({ table_name }) => table_name)
        .sort(),
    ).toEqual(before);
    expect(rows.length).toBeGreaterThan(before.length + 5);
  });

  test("without a clinic there are no rows, with one its own alone", async () => {
    const { db, within } = inside.clinic.store;
    for (const table of ofClinic) {
      expect(await db.selectFrom(table).select("clinic").execute(), table).toEqual([]);
      for (const { clinic } of Object.values(sides)) {
        const seen = await within({ for: "clinic", clinic }, (trx) => trx.selectFrom(table).select("clinic").execute());
        expect(new Set(seen.map((row) => row.clinic)), table).toEqual(new Set([clinic]));
      }
    }
  });

  test("nothing is written into another clinic, nor changed or taken away there", async () => {
    const { within } = inside.clinic.store;
    const { Alpha, Beta } = sides;
    const [person = ""] = Beta.people;
    const inAlpha = { for: "clinic", clinic: Alpha.clinic } as const;
    const team = { clinic: Beta.clinic, person, account: "x" };
    await expect(within(inAlpha, (trx) => trx.insertInto("team").values(team).execute())).rejects.toThrow(/row-level/);
    const change = await within(inAlpha, (trx) =>
      trx.updateTable("person").set({ erased: 1 }).where("id", "=", person).executeTakeFirst(),
    );
    expect(change.numUpdatedRows).toBe(0n);
    const gone = await within(inAlpha, (trx) =>
      trx.deleteFrom("audit").where("clinic", "=", Beta.clinic).executeTakeFirst(),
    );
    expect(gone.numDeletedRows).toBe(0n);
  });

  test("a transaction for a person sees and writes the operations of that person alone", async () => {
    const { within } = inside.clinic.store;
    const { clinic, people } = sides.Alpha;
    for (const person of people) {
      const scope = { for: "person", clinic, people: [person] } as const;
      const seen = await within(scope, (trx) => trx.selectFrom("operation").select("person").execute());
      expect(new Set(seen.map((row) => row.person))).toEqual(new Set([person]));
      const others = people.filter((each) => each !== person);
      const gone = await within(scope, (trx) =>
        trx.deleteFrom("operation").where("person", "in", others).executeTakeFirst(),
      );
      expect(gone.numDeletedRows).toBe(0n);
    }
  });
});
