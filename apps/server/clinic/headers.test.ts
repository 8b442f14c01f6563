/** What every answer tells the browser, whatever it answers. */
import { homeAddresses } from "@openlymph/record";
import { clinicAddresses as at } from "@openlymph/record/clinic";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { securityHeaders } from "../src/headers.ts";
import { password, to } from "./open-server.ts";
import {
  addClinic,
  addMember,
  type Inside,
  joinTokenOf,
  type Member,
  openInside,
  personIn,
  sessionOf,
} from "./two-clinics.ts";

const origin = "https://clinic.example";
const token = "t".repeat(43);

describe.each([
  { site: "https", given: { origin } },
  { site: "http", given: {} },
])("over $site", ({ site, given }) => {
  let here: Inside;
  let owner: Member;
  let person: string;
  let cookie: string;

  beforeAll(async () => {
    here = await openInside("sqlite", { ...given, strangersPerMinute: 3 });
    owner = await addMember(here, await addClinic(here, "A"), "owner", "Olga");
    person = await personIn(here, owner, "Ada");
    const session = await sessionOf(here, owner);
    cookie = site === "https" ? `__Host-${session}` : session;
  });
  afterAll(() => here.close());

  interface Asked {
    readonly method?: "GET" | "POST" | "PUT" | "HEAD";
    readonly headers?: Readonly<Record<string, string>>;
    readonly payload?: string | object;
    readonly times?: number;
  }

  async function send(url: string, { method = "GET", headers = {}, payload, times = 1 }: Asked) {
    const own = site === "https" ? origin : "http://localhost:80";
    const all = { cookie, ...(method === "POST" ? { origin: own } : {}), ...headers };
    const asked = { method, url, headers: all, ...(payload === undefined ? {} : { payload }) };
    for (let n = 1; n < times; n++) await here.app.inject(asked);
    return here.app.inject(asked);
  }

  const join = { token, device: "x", person: "x", name: "x" };
  const cases: readonly (readonly [what: string, url: () => string, asked: Asked, status: number])[] = [
    ["an answer", () => at.me, {}, 200],
    ["an answer without a body", () => at.people, { method: "HEAD" }, 200],
    ["a person's record", () => to(at.person, { person }), {}, 200],
    ["a file as JSON", () => `${to(at.export, { person })}?as=json`, {}, 200],
    ["a file as CSV", () => `${to(at.export, { person })}?as=csv`, {}, 200],
    ["what is not understood", () => homeAddresses.join, { method: "POST", payload: join }, 400],
    [
      "what is no JSON",
      () => at.people,
      { method: "POST", payload: "{", headers: { "content-type": "application/json" } },
      400,
    ],
    ["who is not known", () => at.people, { headers: { cookie: "" } }, 401],
    [
      "another site",
      () => at.people,
      { method: "POST", payload: {}, headers: { origin: "https://evil.example" } },
      403,
    ],
    ["nobody of that id", () => to(at.person, { person: owner.account }), {}, 404],
    ["no address", () => "/api/clinic/nothing", {}, 404],
    ["a method that is none of it", () => at.people, { method: "PUT", payload: {} }, 404],
    ["too much", () => at.people, { method: "POST", payload: { a: "x".repeat(2_100_000) } }, 413],
    [
      "another type",
      () => at.people,
      { method: "POST", payload: "<a/>", headers: { "content-type": "text/xml" } },
      415,
    ],
    ["too often", () => at.signIn, { method: "POST", payload: { email: "a@example.org", password }, times: 5 }, 429],
  ];

  test.each(cases)("%s has every header, and is not kept", async (_, url, asked, status) => {
    const { statusCode, headers } = await send(url(), asked);
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject(securityHeaders);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["strict-transport-security"]).toBe(
      site === "https" ? "max-age=63072000; includeSubDomains" : undefined,
    );
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    if (Number(headers["content-length"] ?? 0) > 0)
      expect(headers["content-type"]).toMatch(/json|text\/csv; charset=utf-8/);
  });

  test("files are taken along, never shown as a page, and named by nobody's words", async () => {
    const { headers } = await send(`${to(at.export, { person })}?as=csv`, {});
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="person-[0-9a-f]{8}\.csv"$/);
  });

  test("no script stands inside a page, and nothing comes from elsewhere", async () => {
    const { headers } = await send("/", {});
    const policy = String(headers["content-security-policy"]);
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
    expect(scripts).toBe("'self' 'wasm-unsafe-eval'");
    expect(policy).toMatch(/object-src 'none'.*base-uri 'none'.*form-action 'self'.*frame-ancestors 'none'/);
    expect(policy).not.toMatch(/https?:|\*/);
  });

  test("cookies are out of reach of scripts and other sites, and over TLS of other hosts too", async () => {
    const joinBody = {
      token: await joinTokenOf(here, owner, person),
      device: owner.account,
      person: owner.clinic,
      name: "P",
    };
    const joined = await send(homeAddresses.join, { method: "POST", payload: joinBody });
    const signedOut = await send(at.signOut, { method: "POST" });
    const [prefix, secure] = site === "https" ? ["__Host-", "; Secure"] : ["", ""];
    const form = (name: string, end: string) =>
      new RegExp(`^${prefix}openlymph-${name}=[\\w-]*; Path=/; HttpOnly; SameSite=Strict${secure}; Max-Age=${end}$`);
    expect(String(joined.headers["set-cookie"])).toMatch(form("phone", "34560000"));
    expect(String(signedOut.headers["set-cookie"])).toMatch(form("session", "0"));
  });
});
