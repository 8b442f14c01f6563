/** Whoever is signed in, and every phone, may ask often, and not without end; a phone that comes back is not hurt by it. */
import { clinicAddresses as at } from "@openlymph/record/clinic";
import { expect, test } from "vitest";
import { noPace, usualPace } from "../src/index.ts";
import { phoneOf } from "../src/testing/phone.ts";
import { makeWorld } from "../src/testing/world.ts";
import { addPerson, browserOf, movedClock, newPlace, openServer, setUp, storeKinds, to } from "./open-server.ts";

const timeout = 300_000;

test.for(storeKinds)(
  "on %s, a sign-in asks so often a minute and is told to wait, and others are not held up",
  async (kind) => {
    const perMinute = { ...noPace, account: 20, heavy: 3 };
    const server = await openServer(await newPlace(kind), { perMinute, clock: movedClock({ still: true }) });
    const owner = await setUp(server);
    const person = await addPerson(owner);
    const entries = () =>
      server.clinic.store.within({ for: "server" }, (trx) => trx.selectFrom("audit").select("number").execute());
    server.clock.pass(60_000);
    const before = (await entries()).length;
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) {
      statuses.push((await owner.browser.get(`${to(at.export, { person })}?as=json`)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    for (let n = 0; n < 15; n++) expect((await owner.browser.get(at.me)).status).toBe(200);
    const refused = await owner.browser.get(at.people);
    expect([refused.status, refused.body.code]).toEqual([429, "too-often"]);
    // 20 a minute are one each 3 s.
    expect(refused.headers.get("retry-after")).toBe("3");
    // The trail tells of the exports that were made; it does not grow by what was held back.
    expect((await entries()).length - before).toBe(3);
    expect((await browserOf(server).get(at.me)).status).toBe(200);
    server.clock.pass(3000);
    expect((await owner.browser.get(at.people)).status).toBe(200);
    expect((await owner.browser.get(at.people)).status).toBe(429);
    await server.close();
  },
);

test("a phone that comes back after a month with 10 000 operations is never told to wait", { timeout }, async () => {
  const server = await openServer(await newPlace("sqlite"), { perMinute: usualPace });
  const { joinings } = await makeWorld(server.clinic, 1);
  for (const phone of joinings.map(phoneOf)) {
    for (let n = 0; n < 30; n++) phone.writeSession(332);
    expect(phone.own.length).toBeGreaterThan(10_000);
    const took = await phone.settle(server.origin);
    expect(took.length).toBeLessThan(usualPace.phone / 2);
    expect(phone.acknowledged.size).toBe(phone.own.length);
  }
  await server.close();
});

test("a phone that is told to wait goes on after it, and nothing is lost or doubled", { timeout }, async () => {
  const server = await openServer(await newPlace("sqlite"), {
    perMinute: { ...noPace, phone: 4 },
    clock: movedClock({ still: true }),
  });
  const { joinings } = await makeWorld(server.clinic, 1);
  for (const phone of joinings.map(phoneOf)) {
    for (let n = 0; n < 10; n++) phone.writeSession(200);
    let held = 0;
    for (let push = phone.next(); push !== undefined; push = phone.next()) {
      const { status, reply } = await phone.send(server.origin, push);
      expect([200, 429]).toContain(status);
      if (reply !== undefined) phone.take(reply);
      else {
        held += 1;
        server.clock.pass(5000);
      }
    }
    expect(held).toBeGreaterThan(5);
    const rows = await server.clinic.store.within({ for: "server" }, (trx) =>
      trx.selectFrom("operation").select("id").where("device", "=", phone.joining.device).orderBy("sequence").execute(),
    );
    expect(rows.map(({ id }) => id)).toEqual(phone.own.map(({ operation }) => operation.id));
  }
  await server.close();
});
