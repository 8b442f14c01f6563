/**
 * Two clinics on one server, made through the functions of the server without its HTTP: a second clinic cannot be set up by
 * anybody. Requests are handed to the server in the same process.
 */
import type { Author, StaffRole } from "@openlymph/record";
import type { SessionStrength } from "@openlymph/record/clinic";
import type { FastifyInstance, InjectOptions } from "fastify";
import { sql } from "kysely";
import { v4 as uuidv4 } from "uuid";
import { hashPassword } from "../src/accounts/password.ts";
import { beginSession } from "../src/accounts/sessions.ts";
import { type Clinic, createServer, noPace, openClinic } from "../src/index.ts";
import { appendOperation } from "../src/people/operations.ts";
import { findPerson, newPerson } from "../src/people/person.ts";
import { type Tables, tableNames } from "../src/store/tables.ts";
import { joinDevice, makeJoinToken } from "../src/sync/join.ts";
import { emptyWeb, movedClock, newPlace, password, type StoreKind } from "./open-server.ts";

type TableName = keyof Tables;

export interface Inside {
  readonly clinic: Clinic;
  readonly app: FastifyInstance;
  readonly clock: ReturnType<typeof movedClock>;
  readonly close: () => Promise<void>;
}

/** A server that nobody has to reach over a network. */
export async function openInside(
  kind: StoreKind,
  options: { readonly origin?: string; readonly strangersPerMinute?: number } = {},
): Promise<Inside> {
  const clock = movedClock();
  const clinic = await openClinic({
    ...(await newPlace(kind)),
    now: clock,
    strangersPerMinute: 1_000_000,
    perMinute: noPace,
    ...options,
  });
  const app = createServer({ webRoot: emptyWeb(), clinic });
  await app.ready();
  const close = async (): Promise<void> => {
    await app.close();
    await clinic.close();
  };
  return { clinic, app, clock, close };
}

export interface Member {
  readonly account: string;
  readonly clinic: string;
  readonly role: StaffRole;
  readonly name: string;
  readonly email: string;
}

export const authorOf = ({ account, name, role }: Member): Author => ({ account, name, role });

let hashed: Promise<string> | undefined;

/** A clinic of that name; everything in it is named after it. */
export async function addClinic({ clinic: { store }, clock }: Inside, name: string): Promise<string> {
  const id = uuidv4();
  const row = { id, name: `Clinic ${name}`, contact: `Contact of ${name}`, created: clock() };
  await store.within({ for: "server" }, (trx) => trx.insertInto("clinic").values(row).execute());
  return id;
}

export async function addMember(
  { clinic: { store }, clock }: Inside,
  clinic: string,
  role: StaffRole,
  name: string,
): Promise<Member> {
  hashed ??= hashPassword(password);
  const account = uuidv4();
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  const row = { id: account, email, name, password: await hashed, created: clock() };
  await store.within({ for: "server" }, async (trx) => {
    await trx.insertInto("account").values(row).execute();
    await trx.insertInto("member").values({ clinic, account, role, created: clock() }).execute();
  });
  return { account, clinic, role, name, email };
}

/** The cookie of a session that begins now. */
export async function sessionOf(
  { clinic: { store }, clock }: Inside,
  { account, clinic }: Member,
  strength: SessionStrength = "passkey",
): Promise<string> {
  const given = { account, clinic, strength, device: "Firefox, Linux" };
  const token = await store.within({ for: "nobody" }, (trx) => beginSession(trx, given, clock()));
  return `openlymph-session=${token}`;
}

/** A person with a name, and with a team of exactly these. */
export async function personIn(
  { clinic: { store }, clock }: Inside,
  by: Member,
  name: string,
  team: readonly Member[] = [by],
): Promise<string> {
  return store.within({ for: "clinic", clinic: by.clinic }, async (trx) => {
    const id = await newPerson(trx, store.key, by.clinic, by.account, clock());
    const body = {
      by: authorOf(by),
      name,
      stage: `${name} stage`.slice(0, 20),
      limbs: ["arm-left" as const],
      synthetic: true,
      diagnosis: `What ${name} has`,
    };
    const person = await findPerson(trx, by.clinic, id);
    await appendOperation(trx, store.key, person, { kind: "person/described", body, now: clock() });
    await trx.deleteFrom("team").where("person", "=", id).execute();
    const rows = team.map(({ account }) => ({ clinic: by.clinic, person: id, account }));
    if (rows.length > 0) await trx.insertInto("team").values(rows).execute();
    return id;
  });
}

/** A one-time link's token for a phone of the person. */
export function joinTokenOf({ clinic: { store }, clock }: Inside, by: Member, person: string): Promise<string> {
  return store.within({ for: "clinic", clinic: by.clinic }, async (trx) =>
    makeJoinToken(trx, await findPerson(trx, by.clinic, person), authorOf(by), clock()),
  );
}

export interface JoinedPhone {
  readonly device: string;
  /** Whose record the phone says that it keeps. */
  readonly record: string;
  readonly cookie: string;
}

export async function phoneOf(inside: Inside, by: Member, person: string, name = "A phone"): Promise<JoinedPhone> {
  const { store } = inside.clinic;
  const token = await joinTokenOf(inside, by, person);
  const [device, record] = [uuidv4(), uuidv4()];
  const joined = await store.within({ for: "server" }, (trx) =>
    joinDevice(trx, store.key, { token, device, person: record, name }, inside.clock()),
  );
  return { device, record, cookie: `openlymph-phone=${joined.token}` };
}

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly cookie?: string | undefined;
  readonly body?: unknown;
}

/** A request as the page of this server sends it. */
export function ask({ app }: Pick<Inside, "app">, { method, url, cookie, body }: Request) {
  const headers = {
    ...(cookie === undefined ? {} : { cookie }),
    ...(method === "GET" ? {} : { origin: "http://localhost:80" }),
  };
  const given = { method, url, headers, ...(body === undefined ? {} : { payload: body }) };
  return app.inject(given as InjectOptions);
}

/** How many rows each table has. */
export async function rowCounts({ clinic: { store } }: Inside): Promise<Readonly<Record<TableName, number>>> {
  const each = tableNames.map((name) => sql`(select count(*) from ${sql.table(name)}) as ${sql.ref(name)}`);
  const { rows } = await store.within({ for: "server" }, (trx) =>
    sql<Record<TableName, number>>`select ${sql.join(each)}`.execute(trx),
  );
  return { ...rows[0] } as Record<TableName, number>;
}
