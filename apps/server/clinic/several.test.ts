/** Several server processes on one PostgreSQL: a sign-in of one counts in all, and what one takes the pages of the others hear of. */
import { homeAddresses } from "@openlymph/record";
import { clinicAddresses as at } from "@openlymph/record/clinic";
import { expect, test } from "vitest";
import { createServer, startJobs } from "../src/index.ts";
import { keepHouse } from "../src/jobs/housekeeping.ts";
import {
  addPerson,
  browserOf,
  emptyWeb,
  invited,
  joined,
  newPlace,
  openServer,
  setUp,
  type TestServer,
} from "./open-server.ts";

/** The people that a page hears of. */
async function hear(server: TestServer, cookies: ReadonlyMap<string, string>) {
  const ended = new AbortController();
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const response = await fetch(server.origin + at.changes, {
    headers: { accept: "text/event-stream", cookie },
    signal: ended.signal,
  });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const heard: string[] = [];
  const reading = (async () => {
    for await (const chunk of response.body ?? []) {
      const text = Buffer.from(chunk).toString();
      heard.push(...[...text.matchAll(/"person":"([^"]+)"/g)].map((found) => found[1] ?? ""));
    }
  })().catch(() => undefined);
  return {
    heard,
    end: async () => {
      ended.abort();
      await reading;
    },
  };
}

test("two servers on one database: one sign-in, one record, and both hear of what arrives", async () => {
  const place = await newPlace("postgres");
  const [first, second] = [await openServer(place), await openServer(place)];
  const owner = await setUp(first);
  const there = browserOf(second);
  for (const [name, value] of owner.browser.cookies) there.cookies.set(name, value);
  expect((await there.get(at.me)).body).toMatchObject({ state: "signed-in", account: owner.me.account });
  const person = await addPerson({ browser: there });
  const page = await hear(first, owner.browser.cookies);
  // Operations of one clinic get their numbers under its lock, whichever server takes them.
  // One after the other: a second link for a person takes the place of one that nobody has used.
  const phones = [await joined(first, { browser: there }, person), await joined(second, { browser: there }, person)];
  await expect.poll(() => page.heard, { timeout: 10_000 }).toContain(person);
  const audits = await Promise.all(
    Array.from({ length: 20 }, (_, n) => phones[n % 2]!.browser.get(`${homeAddresses.pull}?after=0`)),
  );
  expect(audits.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect((await there.post(at.auditVerify)).body.whole).toBe(true);
  await page.end();
  await Promise.all([first.close(), second.close()]);
});

test("a page hears of people whose record its account may read, and of what others did", async () => {
  const server = await openServer(await newPlace("sqlite"));
  const owner = await setUp(server);
  const therapist = await invited(server, owner, "therapist");
  const [chief, page] = await Promise.all([
    hear(server, owner.browser.cookies),
    hear(server, therapist.browser.cookies),
  ]);
  await addPerson(owner);
  const person = await addPerson(therapist);
  await joined(server, therapist, person);
  // What the therapist did the owner hears of, what the phone did both; what the owner did is nobody's to hear.
  await expect.poll(() => page.heard, { timeout: 10_000 }).toEqual([person]);
  await expect.poll(() => chief.heard, { timeout: 10_000 }).toEqual([person, person, person]);
  await Promise.all([page.end(), chief.end()]);
  await server.close();
});

test("once a day what has run out goes, and a trail that is not whole is told; jobs start and stop on both stores", async () => {
  for (const kind of ["sqlite", "postgres"] as const) {
    const place = await newPlace(kind);
    const server = await openServer(place);
    const owner = await setUp(server);
    await owner.browser.post(at.invitations, { name: "N", email: "n@example.org", role: "assistant" });
    expect(await keepHouse(server.clinic.store, server.clock())).toEqual({ tokens: 0, sessions: 0, broken: [] });
    const { store } = server.clinic;
    await store.within({ for: "server" }, (trx) =>
      trx.updateTable("audit").set({ action: "nothing" }).where("number", "=", 2).execute(),
    );
    const { tokens, broken } = await keepHouse(store, server.clock() + 10 * 86_400_000);
    expect([tokens > 0, broken.length, broken[0]]).toEqual([true, 1, expect.stringContaining("entry 2")]);
    const jobs = await startJobs(server.clinic, { databaseUrl: place.databaseUrl, warn: () => undefined });
    await jobs.stop();
    await server.close();
  }
});

test("the trails are followed beside what is written, on both stores", async () => {
  for (const kind of ["sqlite", "postgres"] as const) {
    const server = await openServer(await newPlace(kind));
    const owner = await setUp(server);
    const { store } = server.clinic;
    const written: string[] = [];
    const snapshot: typeof store.snapshot = (work) =>
      store.snapshot(async (trx) => {
        // Waits for good where the trails are followed in a transaction that writes.
        await store.within({ for: "server" }, async () => void written.push("beside"));
        return work(trx);
      });
    expect((await keepHouse({ ...store, snapshot }, server.clock())).broken).toEqual([]);
    expect(written).toEqual(["beside"]);
    // So does the check that an owner asks for.
    const app = createServer({ webRoot: emptyWeb(), clinic: { ...server.clinic, store: { ...store, snapshot } } });
    const cookie = [...owner.browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, host: "127.0.0.1" };
    const { statusCode, body } = await app.inject({ method: "POST", url: at.auditVerify, headers, payload: {} });
    expect([statusCode, JSON.parse(body).whole, written]).toEqual([200, true, ["beside", "beside"]]);
    await app.close();
    await server.close();
  }
});
