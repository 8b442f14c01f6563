/** A whole server for a test, in SQLite or in PostgreSQL, and people and phones that talk to it over HTTP. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { homeAddresses } from "@openlymph/record";
import { clinicAddresses as at, type Me } from "@openlymph/record/clinic";
import { Secret, TOTP } from "otpauth";
import { v4 as uuidv4 } from "uuid";
import { inject } from "vitest";
import { type Clinic, createServer, makeSetupToken, noPace, openClinic } from "../src/index.ts";
import { newDatabaseAt } from "../src/testing/database.ts";

export const storeKinds = ["sqlite", "postgres"] as const;
export type StoreKind = (typeof storeKinds)[number];

/** A clock that a test moves. Starts now; `still` goes on by nothing else, however slow the machine is. */
export function movedClock({ still = false } = {}) {
  let moved = 0;
  const begun = Date.now();
  const clock = () => (still ? begun : Date.now()) + moved;
  return Object.assign(clock, {
    pass: (ms: number) => {
      moved += ms;
    },
  });
}

/** An empty database of its own, owned by a role that row-level security holds for. */
export const newDatabase = (): Promise<string> => newDatabaseAt(inject("postgres"));

export interface Place {
  readonly folder: string;
  readonly databaseUrl?: string;
}

export async function newPlace(kind: StoreKind): Promise<Place> {
  const folder = mkdtempSync(path.join(tmpdir(), "openlymph-clinic-"));
  return kind === "sqlite" ? { folder } : { folder, databaseUrl: await newDatabase() };
}

/** A folder that stands in for the built web app. */
export function emptyWeb(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "openlymph-web-"));
  writeFileSync(path.join(folder, "index.html"), "<!doctype html><title>OpenLymph</title>");
  return folder;
}

export interface TestServer {
  readonly origin: string;
  readonly clinic: Clinic;
  readonly place: Place;
  readonly clock: ReturnType<typeof movedClock>;
  readonly close: () => Promise<void>;
}

export async function openServer(
  place: Place,
  {
    clock = movedClock(),
    strangersPerMinute = 10_000,
    perMinute = noPace,
    pushServices = [] as readonly string[],
  } = {},
): Promise<TestServer> {
  const clinic = await openClinic({ ...place, now: clock, strangersPerMinute, perMinute, pushServices });
  const webRoot = emptyWeb();
  const app = createServer({ webRoot, clinic });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    origin: address,
    clinic,
    place,
    clock,
    close: async () => {
      await app.close();
      await clinic.close();
      rmSync(webRoot, { recursive: true });
    },
  };
}

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a server answers is looked at by each test.
  readonly body: any;
  readonly headers: Headers;
}

/** A browser's side of HTTP: keeps cookies, names its origin. */
export function browserOf({ origin }: Pick<TestServer, "origin">) {
  const cookies = new Map<string, string>();
  const ask = async (
    method: string,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const response = await fetch(origin + url, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(method === "GET" ? {} : { origin, "sec-fetch-site": "same-origin" }),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await response.text();
    const json = (response.headers.get("content-type") ?? "").includes("json") && text !== "";
    return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers };
  };
  return {
    cookies,
    get: (url: string, headers?: Record<string, string>) => ask("GET", url, undefined, headers),
    post: (url: string, body: unknown = {}, headers?: Record<string, string>) => ask("POST", url, body, headers),
    delete: (url: string) => ask("DELETE", url),
    ask,
  };
}
export type Browser = ReturnType<typeof browserOf>;

/** An address with its names put in. */
export function to(address: string, names: Readonly<Record<string, string>> = {}): string {
  return address.replace(/:(\w+)/g, (_, name: string) => names[name] ?? `:${name}`);
}

export const password = "a long walk by the river";

/** The code of an app with this secret. */
export const codeOf = (secret: string, now: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: now });

/** Sets up the second half with an app. @returns its secret. */
export async function addApp(browser: Browser, clock: () => number): Promise<string> {
  const { body } = await browser.post(at.appFactor);
  const confirmed = await browser.post(at.appFactorConfirm, { code: codeOf(body.secret, clock()) });
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body));
  return body.secret;
}

export interface Staff {
  readonly browser: Browser;
  readonly secret: string;
  readonly email: string;
  readonly me: Extract<Me, { state: "signed-in" }>;
}

async function signedIn(browser: Browser, clock: () => number, email: string): Promise<Staff> {
  const secret = await addApp(browser, clock);
  const { body: me } = await browser.get(at.me);
  return { browser, secret, email, me };
}

/** The first account, by the link that the terminal prints. */
export async function setUp(server: TestServer, clinic = "Clinic"): Promise<Staff> {
  const token = await makeSetupToken(server.clinic.store, server.clock());
  const browser = browserOf(server);
  const email = "owner@example.org";
  const about = { token, clinic, contact: "01 234 56", name: "Olga Owner", email, password };
  const answer = await browser.post(at.setup, about);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return signedIn(browser, server.clock, email);
}

/** Somebody who is invited by the owner and signs in whole. */
export async function invited(
  server: TestServer,
  owner: Staff,
  role: "owner" | "therapist" | "assistant",
  email = `${role}${Math.random().toString(36).slice(2)}@example.org`,
): Promise<Staff> {
  const { body } = await owner.browser.post(at.invitations, { name: role, email, role });
  const token = body.link.split("=")[1];
  const browser = browserOf(server);
  await browser.post(at.accept, { token, name: `Some ${role}`, password });
  return signedIn(browser, server.clock, email);
}

export async function addPerson({ browser }: Pick<Staff, "browser">, name = "Maria Example"): Promise<string> {
  const { body } = await browser.post(at.people, { body: { name, limbs: ["arm-left"], synthetic: true } });
  return body.person;
}

export interface Phone {
  readonly browser: Browser;
  readonly device: string;
  readonly person: string;
}

/** A phone that joins the record of a person by a link of the clinic. */
export async function joined(
  server: TestServer,
  { browser: clinic }: Pick<Staff, "browser">,
  person: string,
): Promise<Phone> {
  const { body } = await clinic.post(to(at.join, { person }));
  const token = body.link.split("=")[1];
  const phone = { browser: browserOf(server), device: uuidv4(), person: uuidv4() };
  const about = { token, device: phone.device, person: phone.person, name: "A phone" };
  const answer = await phone.browser.post(homeAddresses.join, about);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return phone;
}
