/** Being rung by the clinic's server, from the press on Me to the notice on the phone and the page that it opens. */
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendReminders } from "../../server/src/reminders/send-reminders.ts";
import { openPushService, subscriber } from "../../server/src/testing/push-service.ts";
import { type HomeServer, joinBy, newPerson, openHomeServer, type Staff, setUp } from "./home-clinic-server.ts";
import { phone } from "./open-home.ts";
import { faults, openBrowser, patience } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;
let service: Awaited<ReturnType<typeof openPushService>>;
let server: HomeServer;
let owner: Staff;

beforeAll(async () => {
  browser = await openBrowser();
  service = await openPushService();
  server = await openHomeServer({ pushServices: [service.origin] });
  owner = await setUp(server, "Riverside Clinic");
});
afterAll(async () => {
  await server.close();
  await service.close();
  await browser.close();
});

/** The maker's service cannot be reached from here: the browser is given an address at the one of this test. */
async function subscribeAt({ endpoint, keys }: ReturnType<typeof subscriber>, context: BrowserContext): Promise<void> {
  await context.addInitScript(
    (given) => {
      let held: object | null = null;
      const unsubscribe = async (): Promise<boolean> => {
        held = null;
        return true;
      };
      const subscription = { toJSON: () => given, unsubscribe };
      Object.assign(PushManager.prototype, {
        subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
          (globalThis as { subscribedWith?: string }).subscribedWith = applicationServerKey;
          held = subscription;
          return held;
        },
        getSubscription: async () => held,
      });
    },
    { endpoint, keys },
  );
}

/** What the browser does with a message of its maker's service. */
async function deliver(session: CDPSession, origin: string, data: string): Promise<void> {
  const registered = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [found] = registrations;
      if (found !== undefined) resolve(found.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.deliverPushMessage", { origin, registrationId: await registered, data });
}

const notices = (page: Page) =>
  page.evaluate(async () => {
    const shown = await (await navigator.serviceWorker.ready).getNotifications();
    return shown.map(({ title, body }) => ({ title, body }));
  });

test("who does not allow notices is told so, and of a server that rings nobody nothing is seen", async () => {
  const person = await newPerson(owner, "Nora Example");
  const context = await browser.newContext({ ...phone, serviceWorkers: "allow" });
  await context.addInitScript(() => {
    Object.assign(Notification, { requestPermission: async () => "denied" });
  });
  const page = await joinBy(context, await person.link());
  await page.evaluate(() => {
    location.hash = "me";
  });
  await page.getByRole("button", { name: /^Ring this phone/ }).click();
  await page.getByText(/Notices are switched off/).waitFor();
  await context.close();

  const quiet = await openHomeServer();
  const other = await newPerson(await setUp(quiet, "Quiet Clinic"), "Ada Example");
  const elsewhere = await browser.newContext(phone);
  const there = await joinBy(elsewhere, await other.link());
  const offer = there.waitForResponse(/\/api\/home\/reminder$/);
  await there.evaluate(() => {
    location.hash = "me";
  });
  expect(await (await offer).json()).toEqual({ offered: false });
  expect(await there.getByRole("button", { name: /Ring this phone/ }).count()).toBe(0);
  expect(await there.getByRole("button", { name: "Save for my calendar" }).count()).toBe(1);
  await elsewhere.close();
  await quiet.close();
});

test("a phone asks to be rung, is rung at its time with words of its own language, and is left alone when it wants", async () => {
  const person = await newPerson(owner, "Maria Example");
  const context = await browser.newContext({ ...phone, serviceWorkers: "allow" });
  await context.grantPermissions(["notifications"], { origin: server.origin });
  const own = subscriber(service.origin, "maria");
  await subscribeAt(own, context);
  const page = await joinBy(context, await person.link());
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/service-worker.js");
    location.hash = "me";
  });
  await page.getByLabel("Every day at").fill("20:15");
  const ring = page.getByRole("button", { name: "Ring this phone at 20:15" });
  await expect.poll(() => page.getByText("Riverside Clinic sends the reminder").count()).toBe(1);
  await ring.click();
  await page.getByText("This phone rings every day at 20:15").waitFor();
  expect(await faults(page)).toEqual([]);
  expect(await page.evaluate(() => (globalThis as { subscribedWith?: string }).subscribedWith)).toMatch(/^[\w-]{87}$/);

  server.clock.pass(24 * 3_600_000);
  expect(await sendReminders(server.clinic)).toMatchObject({ sent: 0 });
  // By the phone's own clock: whatever its zone, one of the minutes of the next day is the one.
  let sent = 0;
  for (let n = 0; n < 96 && sent === 0; n++) {
    server.clock.pass(15 * 60_000);
    sent = (await sendReminders(server.clinic)).sent;
  }
  const [pushed] = service.received;
  if (pushed === undefined) throw new Error("nothing was sent");
  const words = own.read(pushed);
  expect(words).toEqual({ title: "Lymph drainage", text: "Time for your session. Tap to open it." });
  const session = await context.newCDPSession(page);
  await deliver(session, server.origin, JSON.stringify(words));
  await expect
    .poll(() => notices(page), { timeout: patience })
    .toEqual([{ title: "Lymph drainage", body: "Time for your session. Tap to open it." }]);
  await page.getByRole("button", { name: "No longer ring this phone" }).click();
  await ring.waitFor();
  server.clock.pass(24 * 3_600_000);
  for (let n = 0; n < 96; n++) {
    server.clock.pass(15 * 60_000);
    expect(await sendReminders(server.clinic)).toMatchObject({ sent: 0 });
  }
  await context.close();
});
