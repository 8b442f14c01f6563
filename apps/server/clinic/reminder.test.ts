/** Reminders by push: asked for by a phone, sent by the server, read by that phone alone, given up when it wants. */
import { homeAddresses, type PushReminder } from "@openlymph/record";
import { clinicAddresses as at } from "@openlymph/record/clinic";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nextTime } from "../src/reminders/next-time.ts";
import { sendReminders } from "../src/reminders/send-reminders.ts";
import { phoneOf } from "../src/testing/phone.ts";
import { isSignedBy, openPushService, subscriber } from "../src/testing/push-service.ts";
import {
  addPerson,
  joined,
  newPlace,
  openServer,
  type Phone,
  type Staff,
  setUp,
  storeKinds,
  type TestServer,
  to,
} from "./open-server.ts";

const zone = "Europe/Berlin";
const none = { sent: 0, gone: 0, failed: [] };
const day = 86_400_000;

describe.each(storeKinds)("on %s", (kind) => {
  let service: Awaited<ReturnType<typeof openPushService>>;
  let server: TestServer;
  let owner: Staff;
  let names = 0;

  // Days pass in every test, and sign-ins end with the day.
  beforeEach(async () => {
    service = await openPushService();
    server = await openServer(await newPlace(kind), { pushServices: [service.origin] });
    owner = await setUp(server);
  });
  afterEach(async () => {
    await server.close();
    await service.close();
  });

  const wish = (of: ReturnType<typeof subscriber>, time = "19:30"): PushReminder => {
    const { endpoint, keys } = of;
    return { time, zone, endpoint, keys, title: "Lymphdrainage", text: "Zeit für Ihre Sitzung." };
  };
  const passTo = (time: string): void => server.clock.pass(nextTime(time, zone, server.clock()) - server.clock());
  /** A phone of somebody new, reminded at 19:30. */
  async function reminded() {
    const person = await addPerson(owner, "Maria Example");
    const phone = await joined(server, owner, person);
    const own = subscriber(service.origin, `phone-${names++}`);
    const answer = await phone.browser.post(homeAddresses.reminder, wish(own));
    expect(answer.status).toBe(200);
    return { person, phone, own };
  }
  const end = async ({ browser }: Phone): Promise<void> => {
    expect((await browser.delete(homeAddresses.reminder)).status).toBe(200);
  };

  test("the phone is rung at its time, once a day, with words that it alone can read", async () => {
    const { phone, own } = await reminded();
    const { body: offer } = await phone.browser.get(homeAddresses.reminder);
    expect(offer).toEqual({ offered: true, time: "19:30", key: expect.stringMatching(/^[\w-]{87}$/) });
    expect(await sendReminders(server.clinic)).toEqual(none);
    for (let n = 1; n <= 2; n++) {
      passTo("19:30");
      expect(await sendReminders(server.clinic)).toEqual({ ...none, sent: 1 });
      expect(await sendReminders(server.clinic)).toEqual(none);
    }
    expect(service.received).toHaveLength(2);
    const [first] = service.received;
    if (first === undefined) throw new Error("nothing came");
    expect(own.read(first)).toEqual({ title: "Lymphdrainage", text: "Zeit für Ihre Sitzung." });
    expect(() => subscriber(service.origin, "another").read(first)).toThrow();
    expect(first.body.includes("Sitzung")).toBe(false);
    expect(first.headers).toMatchObject({ ttl: "3600", topic: "reminder", "content-encoding": "aes128gcm" });
    expect(isSignedBy(offer.key, first, service.origin)).toBe(true);
    await end(phone);
    expect((await phone.browser.get(homeAddresses.reminder)).body).toEqual({ offered: true, key: offer.key });
    server.clock.pass(day);
    expect(await sendReminders(server.clinic)).toEqual(none);
  });

  test("of several servers at the same moment one sends it", async () => {
    await reminded();
    const pushServices = [service.origin];
    const other = kind === "postgres" ? await openServer(server.place, { clock: server.clock, pushServices }) : server;
    passTo("19:30");
    const both = await Promise.all([other, server, other].map(({ clinic }) => sendReminders(clinic)));
    expect(both.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect(service.received).toHaveLength(1);
    if (other !== server) await other.close();
  });

  test("another time takes the place of the first", async () => {
    const { phone, own } = await reminded();
    await phone.browser.post(homeAddresses.reminder, wish(own, "08:15"));
    expect((await phone.browser.get(homeAddresses.reminder)).body.time).toBe("08:15");
    passTo("08:15");
    expect((await sendReminders(server.clinic)).sent).toBe(1);
    passTo("19:30");
    expect(await sendReminders(server.clinic)).toEqual(none);
    await end(phone);
  });

  test("not on a day on which a session was ended, and not late; the next day again", async () => {
    const { person, phone } = await reminded();
    passTo("19:30");
    server.clock.pass(-2 * 3_600_000);
    const token = phone.browser.cookies.get("openlymph-phone") ?? "";
    const played = phoneOf({ device: phone.device, person: phone.person, token, known: person });
    played.writeSession(3);
    await played.settle(server.origin);
    passTo("19:30");
    expect(await sendReminders(server.clinic)).toEqual(none);
    passTo("19:30");
    server.clock.pass(45 * 60_000);
    expect(await sendReminders(server.clinic)).toEqual(none);
    passTo("19:30");
    expect((await sendReminders(server.clinic)).sent).toBe(1);
    await end(phone);
  });

  test("a subscription that the service no longer knows is given up; a service that fails is named, and asked again the next day", async () => {
    const { phone } = await reminded();
    service.answerWith(503);
    passTo("19:30");
    expect(await sendReminders(server.clinic)).toEqual({ ...none, failed: [`${service.origin} answered 503`] });
    service.answerWith(301);
    passTo("19:30");
    expect((await sendReminders(server.clinic)).failed).toHaveLength(1);
    expect(service.received.map(({ path }) => path)).not.toContain("/elsewhere");
    service.answerWith(410);
    passTo("19:30");
    expect(await sendReminders(server.clinic)).toEqual({ ...none, gone: 1 });
    expect((await phone.browser.get(homeAddresses.reminder)).body.time).toBeUndefined();
    passTo("19:30");
    expect(await sendReminders(server.clinic)).toEqual(none);
  });

  test("a phone that left, was taken off, or whose person was erased is not rung again", async () => {
    const [left, off, erased] = [await reminded(), await reminded(), await reminded()];
    await left.phone.browser.post(homeAddresses.leave);
    await owner.browser.delete(to(at.device, { person: off.person, device: off.phone.device }));
    await owner.browser.post(to(at.erase, { person: erased.person }), {
      name: "Maria Example",
      reason: "She asked us to.",
    });
    const rows = await server.clinic.store.within({ for: "server" }, (trx) =>
      trx.selectFrom("reminder").selectAll().execute(),
    );
    expect(rows).toEqual([]);
    passTo("19:30");
    expect(await sendReminders(server.clinic)).toEqual(none);
  });

  test("an address that is not of a known service is refused, as are a time, a zone and keys that are none", async () => {
    const phone = await joined(server, owner, await addPerson(owner));
    const good = wish(subscriber(service.origin, "x"));
    const wrong: readonly (readonly [string, object])[] = [
      ["endpoint", { endpoint: "http://127.0.0.1:1/steal" }],
      ["endpoint", { endpoint: `${service.origin}.example/x` }],
      ["zone", { zone: "Middle/Earth" }],
      ["time", { time: "24:00" }],
      ["keys.auth", { keys: { ...good.keys, auth: "short" } }],
      ["title", { title: "" }],
    ];
    for (const [path, change] of wrong) {
      const { status, body } = await phone.browser.post(homeAddresses.reminder, { ...good, ...change });
      expect([status, body.detail]).toEqual([400, expect.stringContaining(path)]);
    }
  });

  test("where the operator has not switched it on, nothing is offered, taken or sent", async () => {
    const quiet = await openServer(await newPlace(kind));
    const staff = await setUp(quiet);
    const { browser } = await joined(quiet, staff, await addPerson(staff));
    expect((await browser.get(homeAddresses.reminder)).body).toEqual({ offered: false });
    const own = subscriber(service.origin, "quiet");
    expect((await browser.post(homeAddresses.reminder, wish(own))).status).toBe(404);
    quiet.clock.pass(day);
    expect(await sendReminders(quiet.clinic)).toEqual(none);
    expect(service.received).toEqual([]);
    await quiet.close();
  });
});
