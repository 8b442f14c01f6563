/** Home and a clinic, each as they run: joined by a link, cut off, killed, mistaken for another; nothing lost, nothing twice. */
import { contentHash, unwrap } from "@openlymph/base";
import { type AnyOperation, emptyHead, nextOperation } from "@openlymph/record";
import { clinicAddresses as at } from "@openlymph/record/clinic";
import { parsePlan, planHash } from "@openlymph/therapy";
import type { BrowserContext, Page } from "playwright-core";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ClinicPerson,
  type HomeServer,
  joinBy,
  newPerson,
  openHomeAt,
  openHomeServer,
  ownIds,
  phoneStore,
  type Staff,
  setUp,
} from "./home-clinic-server.ts";
import { answerAll, givePlan, phone, shortPlan, shortStrokes } from "./open-home.ts";
import { faults, openBrowser } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;
let server: HomeServer;
let owner: Staff;

beforeAll(async () => {
  browser = await openBrowser();
  server = await openHomeServer();
  owner = await setUp(server, "Riverside Clinic");
});
afterAll(async () => {
  await server.close();
  await browser.close();
});

const newContext = (options: object = {}): Promise<BrowserContext> => browser.newContext({ ...phone, ...options });
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("checkbox", { name }).evaluate((element) => (element as HTMLElement).click());
const goTo = (page: Page, screen: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, screen);

/** Waits until everything of the phone is at the clinic, and holds that it is there once. */
async function allThere(page: Page, person: ClinicPerson): Promise<void> {
  await expect
    .poll(async () => (await phoneStore(page)).rows.filter(({ state }) => state !== "taken").length, {
      timeout: 40_000,
    })
    .toBe(0);
  const own = await ownIds(page);
  const there = await person.everything();
  for (const id of own) expect([id, there.filter((each) => each === id).length]).toEqual([id, 1]);
}

/** Plays the short plan from Today to its end; the page's clock is the test's. */
async function play(page: Page, context: BrowserContext): Promise<void> {
  await page.getByRole("button", { name: "Start" }).click();
  await answerAll(page);
  await page.getByRole("button", { name: "Begin" }).click();
  for (let n = 0; n < 12 && (await page.getByText("How is it now?").count()) === 0; n++)
    await context.clock.runFor(10_000);
  for (const row of ["Heaviness", "Tightness", "Pain"]) {
    await page.getByRole("group", { name: row }).getByRole("radio", { name: "3", exact: true }).check();
  }
  await page.getByRole("button", { name: "Save" }).click();
}

const releaseOf = (text: string) => {
  const plan = unwrap(parsePlan(text, "plan.yaml"));
  return { plan: planHash(plan), title: plan.title, text };
};

test("a link says what it means and is gone from the address; joined, the name is asked for before anything is sent", async () => {
  const person = await newPerson(owner, "Maria Example");
  const context = await newContext();
  const before = await openHomeAt(context, `${server.origin}/home/`);
  await givePlan(before, shortPlan);
  await before.getByRole("button", { name: "Start" }).waitFor();
  await before.close();

  const link = await person.link();
  const page = await openHomeAt(context, link);
  const token = link.split("=")[1] ?? "";
  expect(page.url()).toBe(`${server.origin}/home/#join`);
  await page.getByText("from now on, and 1 entry that is on this phone already").waitFor();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage, name: window.name }));
  expect(kept).not.toContain(token);
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByRole("heading", { name: "You are connected with Riverside Clinic" }).waitFor();
  await page.getByText("It is meant for Maria Example. Is that you?").waitFor();
  expect(await faults(page)).toEqual([]);
  await page.reload();
  await page.getByText("Is that you?").waitFor();
  expect((await person.seen()).record.plan).toBeUndefined();
  expect((await phoneStore(page)).rows.map(({ state }) => state)).toEqual(["waiting"]);

  await page.getByRole("button", { name: "Yes, that is me" }).click();
  await page.getByText("Saved on this phone and at your clinic").waitFor();
  await allThere(page, person);
  expect((await person.seen()).kinds).toEqual(["person/described", "clinic/described", "plan/kept"]);

  // The link counts once; on this phone it is told that it is joined already, and on another that it was used.
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByRole("heading", { name: "This phone is connected with Riverside Clinic already." }).waitFor();
  const other = await newContext();
  const late = await openHomeAt(other, link);
  await late.getByRole("button", { name: "Join", exact: true }).click();
  await late.getByText("This link was used already").waitFor();
  await late
    .getByLabel("Link from your clinic")
    .fill("https://elsewhere.example/home/#join=abcdefghijklmnopqrstuvwxyz");
  await late.getByRole("button", { name: "Use this link" }).click();
  await late.getByText("This link belongs to elsewhere.example.").waitFor();
  await late.getByLabel("Link from your clinic").fill(await (await newPerson(owner, "Nora North")).link());
  await late.getByRole("button", { name: "Use this link" }).click();
  await late.getByRole("button", { name: "Join", exact: true }).click();
  await late.getByText("It is meant for Nora North.").waitFor();
  await other.close();
  await context.close();
});

test("a session without a network arrives once it is back, every stroke once; the plan is the clinic's, and says whose", async () => {
  const person = await newPerson(owner, "Paula Plan");
  const context = await newContext();
  await context.clock.install({ time: new Date() });
  const page = await joinBy(context, await person.link());
  await page.getByText("Your clinic has not released a plan yet.").waitFor();
  await person.write("plan/released", { ...releaseOf(shortPlan), note: "Slowly, please." });
  await context.clock.runFor(61_000);
  await page.getByRole("heading", { name: "Short arm" }).waitFor();
  await page.getByText(/Released by Olga Owner, head of the clinic, today at/).waitFor();
  await page.getByText("Slowly, please.").waitFor();
  expect(await page.getByText("Another plan").count()).toBe(0);
  expect(await faults(page)).toEqual([]);

  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await play(page, context);
  await page.getByText(/\d+ entries wait for the clinic since today at/).waitFor();
  expect((await person.seen()).record.sessions).toHaveLength(0);
  await context.setOffline(false);
  await context.clock.runFor(1000);
  await page.getByText("Saved on this phone and at your clinic").waitFor({ timeout: 40_000 });
  await allThere(page, person);
  const { record } = await person.seen();
  expect(record.sessions).toMatchObject([
    { ended: { how: "finished", strokes: shortStrokes }, rated: { pain: 3 }, plan: record.plan?.plan },
  ]);
  await context.close();
});

test("while strokes are guided nothing is sent or fetched; in a pause it is, and a plan released meanwhile waits for the next session", async () => {
  const person = await newPerson(owner, "Petra Plays");
  await person.write("plan/released", releaseOf(shortPlan));
  const context = await newContext();
  await context.clock.install({ time: new Date() });
  const page = await joinBy(context, await person.link());
  await page.getByRole("button", { name: "Start" }).click();
  await answerAll(page);
  await page.getByRole("button", { name: "Begin" }).waitFor();
  await context.clock.runFor(1000);
  await allThere(page, person);
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(...(request.url().includes("/api/") ? [request.url()] : [])));
  await page.getByRole("button", { name: "Begin" }).click();
  await context.clock.runFor(31_000);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await context.clock.runFor(2000);
  expect(asked).toEqual([]);
  await person.write("plan/released", releaseOf(shortPlan.replace("Short arm", "Newer arm")));
  const stroke = await page.locator("section[data-stroke]").getAttribute("data-stroke");
  await page.getByRole("button", { name: "Pause" }).click();
  await context.clock.runFor(1000);
  await expect
    .poll(
      async () => (await phoneStore(page)).rows.filter(({ operation }) => operation.kind === "plan/released").length,
    )
    .toBe(2);
  expect(await page.locator("section[data-stroke]").getAttribute("data-stroke")).toBe(stroke);
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Stop now" }).click();
  await page.getByRole("button", { name: "Not now" }).click();
  await page.getByRole("heading", { name: "Newer arm" }).waitFor();
  await context.clock.runFor(1000);
  await allThere(page, person);
  const { record } = await person.seen();
  expect(record.sessions).toMatchObject([{ plan: releaseOf(shortPlan).plan, ended: { how: "stopped" } }]);
  await context.close();
});

test("single strokes leave the phone thirty days after the clinic has them, and nothing else does", async () => {
  const person = await newPerson(owner, "Olivia Old");
  await person.write("plan/released", releaseOf(shortPlan));
  const context = await newContext();
  await context.clock.install({ time: new Date() });
  const page = await joinBy(context, await person.link());
  await play(page, context);
  await context.clock.runFor(1000);
  await allThere(page, person);
  const kindsOf = async (): Promise<readonly string[]> =>
    (await phoneStore(page)).rows.map(({ operation }) => operation.kind).toSorted();
  const before = await kindsOf();
  expect(before.filter((kind) => kind === "session/stroke")).toHaveLength(shortStrokes);
  await page.reload();
  await context.clock.runFor(25_000);
  expect(await kindsOf()).toEqual(before);
  await context.clock.fastForward(31 * 86_400_000);
  await page.reload();
  await page.getByRole("button", { name: "Start" }).waitFor();
  await context.clock.runFor(25_000);
  await expect.poll(kindsOf).toEqual(before.filter((kind) => kind !== "session/stroke"));
  await page.reload();
  await page.getByText(/Last done/).waitFor();
  await goTo(page, "me");
  await context.clock.runFor(1000);
  await press(page, "Soft click");
  await context.clock.runFor(1000);
  await expect.poll(async () => (await person.seen()).record.settings).toEqual({ click: false });
  expect((await person.seen()).reply.devices).toMatchObject([{ refused: 0 }]);
  await context.close();
});

test("an answer that is lost after the server has kept it, and a message that comes twice: everything is there once", async () => {
  const person = await newPerson(owner, "Lotte Lost");
  const context = await newContext();
  const page = await joinBy(context, await person.link());
  let lost = 0;
  await page.route("**/api/home/push", async (route) => {
    // The server gets it, twice even; the phone hears nothing.
    await route.fetch();
    await route.fetch();
    lost += 1;
    await (lost < 3 ? route.abort() : route.continue());
  });
  await goTo(page, "me");
  for (let n = 0; n < 3; n++) await press(page, "Soft click");
  await allThere(page, person);
  expect(lost).toBeGreaterThanOrEqual(3);
  await page.getByText("Everything on this phone is at the clinic").waitFor();
  await context.close();
});

test("a server that is killed and comes back has everything, and meanwhile the phone says what waits", async () => {
  const person = await newPerson(owner, "Kim Killed");
  const context = await newContext();
  const page = await joinBy(context, await person.link());
  await goTo(page, "me");
  await page.getByText("Everything on this phone is at the clinic").waitFor();
  await server.kill();
  try {
    await press(page, "Soft click");
    await page.getByText("1 entry waits for the clinic since today").waitFor();
    await page.getByText("The clinic cannot be reached just now.").waitFor();
    expect(await faults(page)).toEqual([]);
    const asked = page.waitForRequest((request) => request.url().includes("/api/home/"), { timeout: 2000 });
    await page.getByRole("button", { name: "Try now" }).click();
    await asked;
  } finally {
    await server.back();
  }
  // The phone tries by itself too: by now it may have found the clinic, and then there is nothing to press.
  const button = page.getByRole("button", { name: "Try now" });
  await button.or(page.getByText("Everything on this phone is at the clinic")).waitFor();
  await button.click({ timeout: 5000 }).catch(() => undefined);
  await page.getByText("Everything on this phone is at the clinic").waitFor();
  await allThere(page, person);
  await context.close();
});

test("a phone that was taken off keeps what it writes until its own person's next link; another person's changes nothing", async () => {
  const [person, stranger] = [await newPerson(owner, "Rita Revoked"), await newPerson(owner, "Somebody Else")];
  const context = await newContext();
  const page = await joinBy(context, await person.link());
  await goTo(page, "me");
  await press(page, "Soft click");
  await allThere(page, person);
  await person.revoke();
  await press(page, "Screen pulse");
  await page.getByText("Riverside Clinic no longer knows this phone").waitFor();
  await press(page, "Soft click");
  await page.getByText("2 entries wait for the clinic since today").waitFor();
  expect(await faults(page)).toEqual([]);

  await page.goto("about:blank");
  await page.goto(await stranger.link());
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByText("This phone already belongs to another person's record.").waitFor();
  expect((await stranger.seen()).reply.devices).toEqual([]);
  expect((await phoneStore(page)).clinic?.state).toBe("signed-off");

  await page.goto("about:blank");
  await page.goto(await person.link());
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByRole("button", { name: "Yes, that is me" }).click();
  await allThere(page, person);
  expect((await person.seen()).record.settings).toEqual({ click: true, pulse: false });
  expect((await stranger.seen()).kinds).toEqual(["person/described"]);
  await context.close();
});

test("a link that was somebody else's is left again with nothing sent, and the phone is free for its own", async () => {
  const [wrong, right] = [await newPerson(owner, "Wrong One"), await newPerson(owner, "Right One")];
  const context = await newContext();
  const page = await openHomeAt(context, `${server.origin}/home/#me`);
  await press(page, "Soft click");
  await page.goto("about:blank");
  await page.goto(await wrong.link());
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByText("It is meant for Wrong One.").waitFor();
  await context.setOffline(true);
  await page.getByRole("button", { name: "No, that is not me" }).click();
  await page.getByText("This needs a network.").waitFor();
  await context.setOffline(false);
  await page.getByRole("button", { name: "No, that is not me" }).click();
  await page.getByRole("heading", { name: "Connect with your clinic" }).waitFor();
  expect((await phoneStore(page)).clinic).toBeUndefined();
  await page.goto("about:blank");
  await page.goto(await right.link());
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByRole("button", { name: "Yes, that is me" }).click();
  await allThere(page, right);
  expect((await right.seen()).kinds).toContain("setting/changed");
  expect((await wrong.seen()).kinds).not.toContain("setting/changed");
  await context.close();
});

test("two tabs that write and send at once: everything is there once, and both show it", async () => {
  const person = await newPerson(owner, "Tara Tabs");
  const context = await newContext();
  const one = await joinBy(context, await person.link());
  const two = await openHomeAt(context, `${server.origin}/home/#me`);
  await goTo(one, "me");
  for (let n = 0; n < 8; n++) await Promise.all([press(one, "Soft click"), press(two, "Vibration")]);
  await allThere(one, person);
  for (const page of [one, two]) {
    await page.getByText("16 entries", { exact: true }).waitFor();
    await page.getByText("Everything on this phone is at the clinic").waitFor();
  }
  await context.close();
});

test("a stop shows how to reach the clinic; its clearance lets the person go on, and says who gave it", async () => {
  const person = await newPerson(owner, "Stella Stop");
  await person.write("plan/released", releaseOf(shortPlan));
  const described = { name: "Riverside Clinic", contact: "01 234 56", emergency: "At night: ward 3, 01 999" };
  expect((await owner.browser.post(at.clinic, described)).status).toBe(200);
  const context = await newContext();
  await context.clock.install({ time: new Date() });
  const page = await joinBy(context, await person.link());
  await page.getByRole("button", { name: "Start" }).click();
  await answerAll(page, "nnnynnn");
  await page.getByText("Riverside Clinic: 01 234 56").waitFor();
  await page.getByText("At night: ward 3, 01 999").waitFor();
  await context.clock.runFor(1000);
  await page.getByText("Your clinic has received this check.").waitFor();
  expect(await faults(page)).toEqual([]);
  const [check] = (await person.seen()).record.checks;
  await person.write("check/cleared", { check: check?.operation, who: "Dr. Example" });
  await context.clock.runFor(61_000);
  await page.getByText(/Dr. Example says that you may go on \(written down by Olga Owner, today at/).waitFor();
  await page.getByText("Question 1 of 7").waitFor();
  await context.close();
});

test("a plan that the clinic takes back is not played any more, and the reason is said", async () => {
  const person = await newPerson(owner, "Wanda Withdrawn");
  const released = releaseOf(shortPlan);
  await person.write("plan/released", released);
  const context = await newContext();
  const page = await joinBy(context, await person.link());
  await page.getByRole("button", { name: "Start" }).waitFor();
  await person.write("plan/withdrawn", { plan: released.plan, why: "an infection" });
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.getByText(/Olga Owner has taken your plan back, today at .*: an infection/).waitFor();
  expect(await page.getByRole("button", { name: "Start" }).count()).toBe(0);
  await context.close();
});

/** Lays an entry of this phone that no clinic accepts into its store, past the app. */
async function layWrong(page: Page): Promise<void> {
  const { self } = await phoneStore(page);
  const body = { session: uuidv7(), heaviness: 3, pain: 99, tightness: 0 };
  const happening = { id: uuidv7(), ...self, at: "2026-11-26T10:00:00Z", kind: "session/rated", body } as const;
  const { device, person } = self;
  const operation = nextOperation({ ...happening, device, person }, emptyHead) as AnyOperation;
  await page.evaluate(
    (laid) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("openlymph-home");
        opening.onsuccess = () => {
          const database = opening.result;
          const work = database.transaction(["operations", "self"], "readwrite");
          const { device, sequence, id, hash } = laid;
          const standing = { state: "waiting" };
          work.objectStore("operations").put({ device, sequence, id, state: "waiting", operation: laid, standing });
          const self = work.objectStore("self").get("self");
          self.onsuccess = () => work.objectStore("self").put({ ...self.result, head: { sequence, hash } });
          work.oncomplete = () => {
            database.close();
            resolve(undefined);
          };
          work.onerror = () => reject(work.error);
        };
      }),
    operation as unknown as { device: string; sequence: number; id: string; hash: string },
  );
}

test("an entry that the clinic does not accept stays, is shown with the reason, and holds nothing up", async () => {
  const person = await newPerson(owner, "Rosa Refused");
  const context = await newContext();
  const before = await openHomeAt(context, `${server.origin}/home/#me`);
  await layWrong(before);
  await before.close();
  const page = await joinBy(context, await person.link());
  await page.getByText("1 entry was not accepted by the clinic.").waitFor();
  await goTo(page, "me");
  await page.getByText(/Session, .*: a value is not allowed/).waitFor();
  await press(page, "Soft click");
  await expect.poll(async () => (await person.seen()).record.settings).toEqual({ click: false });
  const { reply } = await person.seen();
  expect(reply.refused).toMatchObject([{ refusal: "invalid" }]);
  expect(reply.devices).toMatchObject([{ whole: 2, refused: 1 }]);
  expect(await faults(page)).toEqual([]);
  await context.close();
});

test("leaving names what was not sent, and wants it saved or said yes to; the plan stays, and another may be chosen", async () => {
  const person = await newPerson(owner, "Lea Leaves");
  await person.write("plan/released", releaseOf(shortPlan));
  const context = await newContext();
  const page = await joinBy(context, await person.link());
  await page.getByRole("button", { name: "Start" }).waitFor();
  await goTo(page, "me");
  await page.route("**/api/home/push", (route) => route.abort());
  for (let n = 0; n < 2; n++) await press(page, "Soft click");
  await page.getByText("2 entries wait for the clinic").waitFor();
  await page.getByRole("button", { name: "Leave the clinic" }).click();
  await page.getByText("2 entries have not reached the clinic.").waitFor();
  expect(await page.getByRole("button", { name: "Leave now" }).count()).toBe(0);
  expect(await faults(page)).toEqual([]);
  await page.getByRole("checkbox", { name: "Leave although 2 entries have not been sent" }).check();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Leave now" }).click();
  await page.getByText("it cannot be left just now").waitFor();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Leave now" }).click();
  await page.getByText("You have left Riverside Clinic.").waitFor();
  await goTo(page, "today");
  await page.getByText("3 entries on this phone alone").waitFor();
  await page.getByText("Another plan").click();
  await givePlan(page, shortPlan.replace("Short arm", "My own arm"));
  await page.getByRole("heading", { name: "My own arm" }).waitFor();
  expect((await person.seen()).reply.devices[0]?.revoked).toBeDefined();
  await context.close();
});

test("a phone whose server was set back sends again what is missing there, and says so until it was read", async () => {
  const person = await newPerson(owner, "Bea Back");
  const context = await newContext();
  const page = await joinBy(context, await person.link());
  await goTo(page, "me");
  await press(page, "Soft click");
  await allThere(page, person);
  const { self } = await phoneStore(page);
  await server.clinic.store.within({ for: "server" }, async (trx) => {
    await trx.deleteFrom("operation").where("device", "=", self.device).execute();
    await trx
      .updateTable("device")
      .set({ sequence: 0, head: "0".repeat(64) })
      .where("id", "=", self.device)
      .execute();
  });
  await press(page, "Soft click");
  await page.getByText("The clinic's server had lost entries from number 1 on").waitFor();
  await allThere(page, person);
  await page.getByRole("button", { name: "I have read this" }).click();
  await page.getByText("The clinic's server had lost entries").waitFor({ state: "detached" });
  await context.close();
});

test("a copied phone is told, and goes on in a new list after its next link", async () => {
  const person = await newPerson(owner, "Cora Copied");
  const context = await newContext();
  const page = await joinBy(context, await person.link());
  await goTo(page, "me");
  await press(page, "Soft click");
  await allThere(page, person);
  // What another phone with the same store would have sent meanwhile.
  const { self } = await phoneStore(page);
  await server.clinic.store.within({ for: "server" }, (trx) =>
    trx
      .updateTable("device")
      .set({ sequence: 2, head: contentHash("another") })
      .where("id", "=", self.device)
      .execute(),
  );
  await press(page, "Soft click");
  await page.getByText(/set back to an earlier state\. New entries are not accepted/).waitFor();
  await page.getByText("this phone's list of entries is not the one the clinic has").waitFor();
  expect((await person.seen()).reply.devices[0]?.trouble).toBe("fork");
  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Begin a new list on this phone" }).click();
  await page.getByText("Riverside Clinic no longer knows this phone").waitFor();
  await page.goto("about:blank");
  await page.goto(await person.link());
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await page.getByRole("button", { name: "Yes, that is me" }).click();
  await page.getByText(/Saved on this phone/).waitFor();
  await goTo(page, "me");
  await press(page, "Vibration");
  await expect.poll(async () => (await person.seen()).record.settings["vibrate"]).toBe(false);
  expect((await phoneStore(page)).rows.filter(({ state }) => state === "refused")).toHaveLength(1);
  await context.close();
});
