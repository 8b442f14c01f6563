/** Whatever goes wrong with the phone's store: what was shown as saved is there. Seeds make each run the same. */
import { contentHash, randomStream } from "@openlymph/base";
import { type AnyOperation, emptyHead, type Head, headOf, nextOperation } from "@openlymph/record";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { givePlan, openHome, phone, recordIn, shortPlan, storedIn } from "./open-home.ts";
import { openBrowser } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const toggle = (page: Page, name: string) => page.getByRole("checkbox", { name });
/** Presses a switch without waiting for what it does. */
const press = (page: Page, name: string): Promise<void> =>
  toggle(page, name).evaluate((element) => (element as HTMLElement).click());
/** Entries that the page says it has. */
const shownEntries = async (page: Page): Promise<number> =>
  Number(/^(\d+) entr/m.exec(await page.locator("main").innerText())?.[1] ?? 0);
/**
 * Lets the store refuse as it does without room. The browser's own switch for it has no effect on IndexedDB in this mode, so
 * its error is raised where it would come from.
 */
const fill = (page: Page, full: boolean): Promise<void> =>
  page.evaluate((now) => {
    const held = window as unknown as { add?: IDBObjectStore["add"] };
    held.add ??= IDBObjectStore.prototype.add;
    const { add } = held;
    IDBObjectStore.prototype.add = function (...put) {
      if (now) throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
      return add.apply(this, put);
    };
  }, full);

test("two tabs write at once: one chain, nothing lost, nothing twice, and each sees what the other wrote", async () => {
  const context = await browser.newContext(phone);
  const [one, two] = [await openHome(context, "#me"), await openHome(context, "#me")];
  for (let n = 0; n < 12; n++) await Promise.all([press(one, "Soft click"), press(two, "Vibration")]);
  await expect.poll(() => shownEntries(one)).toBe(24);
  await expect.poll(() => shownEntries(two)).toBe(24);
  // Once every message between the tabs has come through, both still show each entry once.
  await one.waitForTimeout(500);
  expect([await shownEntries(one), await shownEntries(two)]).toEqual([24, 24]);
  const record = await recordIn(one);
  expect(record).toHaveLength(24);
  expect(new Set(record.map(({ id }) => id)).size).toBe(24);
  expect(new Set(record.map(({ device }) => device)).size).toBe(1);
  await context.close();
});

test("a session that is open in one tab is not played in another, until the first is gone", async () => {
  const context = await browser.newContext(phone);
  const one = await openHome(context);
  await givePlan(one, shortPlan);
  await one.goto(`${one.url().split("#")[0]}#practice`);
  await one.getByRole("button", { name: "Begin" }).waitFor();
  const two = await context.newPage();
  await two.goto(one.url());
  await two.getByText(/open in another tab/).waitFor();
  await one.close();
  await two.getByRole("button", { name: "Begin" }).waitFor();
  await context.close();
});

test("without room it says that nothing was saved, tries again, and has it once when there is room", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context);
  await givePlan(page, shortPlan);
  await page.getByRole("button", { name: "Start" }).waitFor();
  const before = (await recordIn(page)).length;
  await fill(page, true);
  await page.getByText("Another plan").click();
  await givePlan(page, shortPlan.replace("Short arm", "Longer arm"));
  await page.getByText(/1 entry NOT saved yet/).waitFor();
  expect(await recordIn(page)).toHaveLength(before);
  await fill(page, false);
  await page.getByRole("heading", { name: "Longer arm" }).waitFor({ timeout: 15_000 });
  expect(await page.getByText(/NOT saved/).count()).toBe(0);
  expect(await recordIn(page)).toHaveLength(before + 1);
  await context.close();
});

test("killed at any moment, the page that opens next has all that was shown", async () => {
  const random = randomStream(11);
  const context = await browser.newContext(phone);
  let shown = 0;
  for (let round = 0; round < 6; round++) {
    const page = await openHome(context, "#me");
    await expect.poll(() => shownEntries(page)).toBeGreaterThanOrEqual(shown);
    const before = shown;
    const until = Date.now() + 80 + 300 * random();
    while (Date.now() < until || shown < before + 2) {
      await press(page, random() < 0.5 ? "Soft click" : "Screen pulse");
      shown = Math.max(shown, await shownEntries(page));
    }
    await page.goto("chrome://crash").catch(() => undefined);
    await page.close();
  }
  const page = await openHome(context, "#me");
  await expect.poll(() => shownEntries(page)).toBeGreaterThanOrEqual(shown);
  const record = await recordIn(page);
  expect(record).toHaveLength(await shownEntries(page));
  await context.close();
});

test("a store that the browser threw away is told, with how many entries were nowhere else; a saved copy brings them back", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context, "#me");
  for (let n = 0; n < 3; n++) await press(page, "Soft click");
  await expect.poll(() => shownEntries(page)).toBe(3);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save a copy as a file" }).click(),
  ]);
  const file = await download.path();
  await page.getByText(/A copy was saved today/).waitFor();
  const before = await recordIn(page);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const gone = indexedDB.deleteDatabase("openlymph-home");
        gone.onsuccess = resolve;
        gone.onblocked = resolve;
      }),
  );
  await page.reload();
  await page.getByText(/thrown away 3 entries of this phone; 3 of them were nowhere else/).waitFor();
  // Something is written before the copy is taken in: it is the same person's all the same.
  await press(page, "Vibration");
  await expect.poll(() => shownEntries(page)).toBe(1);
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Take in such a file" }).click(),
  ]);
  await chooser.setFiles(file);
  await page.getByText("3 entries were taken in.").waitFor();
  await page.getByRole("button", { name: "I understand" }).click();
  await press(page, "Screen pulse");
  await expect.poll(() => shownEntries(page)).toBe(5);
  await page.reload();
  await expect.poll(() => shownEntries(page)).toBe(5);
  expect(await page.getByText(/thrown away/).count()).toBe(0);
  const after = await recordIn(page);
  expect(after.filter(({ device }) => device === before[0]?.device)).toEqual(before);
  expect(new Set(after.map(({ person }) => person)).size).toBe(1);
  await context.close();
});

test("a store that the browser throws away while the page is open is filled again from what the page has", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context);
  await givePlan(page, shortPlan);
  await page.getByRole("button", { name: "Start" }).waitFor();
  await page.evaluate(() => {
    location.hash = "me";
  });
  for (const name of ["Soft click", "Vibration"]) await press(page, name);
  await expect.poll(() => shownEntries(page)).toBe(3);
  const before = await recordIn(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase("openlymph-home");
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  );
  await press(page, "Screen pulse");
  await expect.poll(() => shownEntries(page)).toBe(4);
  const after = await recordIn(page);
  expect(after.slice(0, 3)).toEqual(before);
  expect(after[3]).toMatchObject({ kind: "setting/changed", device: before[0]?.device, sequence: 4 });
  await page.reload();
  await expect.poll(() => shownEntries(page)).toBe(4);
  expect(await page.getByRole("alert").count()).toBe(0);
  await context.close();
});

test("a connection to the store that is lost is opened again, and what was written then is there once", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context, "#me");
  await press(page, "Soft click");
  await expect.poll(() => shownEntries(page)).toBe(1);
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    let left = 2;
    // As a browser does that has closed the connection by itself: the next work on it fails.
    IDBDatabase.prototype.transaction = function (...about) {
      if (left-- > 0) this.close();
      return transaction.apply(this, about);
    };
  });
  await press(page, "Vibration");
  await press(page, "Screen pulse");
  await expect.poll(() => shownEntries(page)).toBe(3);
  await page.reload();
  await expect.poll(() => shownEntries(page)).toBe(3);
  expect((await recordIn(page)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  await context.close();
});

test("a clock that is set a year forward and a year back changes the order of nothing", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context, "#me");
  for (const [n, year] of [2026, 2027, 2025].entries()) {
    await context.clock.setFixedTime(new Date(`${year}-11-26T10:00:00Z`));
    await press(page, "Soft click");
    await expect.poll(() => shownEntries(page)).toBe(n + 1);
  }
  const record = await recordIn(page);
  expect(record.map(({ at }) => at.slice(0, 4))).toEqual(["2026", "2027", "2025"]);
  expect(record.map(({ body }) => ("value" in body ? body.value : undefined))).toEqual([false, true, false]);
  await context.close();
});

/** Operations of thirty days without a network, as this device would have written them. */
function thirtyDays(person: string, device: string, count: number): readonly AnyOperation[] {
  let head: Head = emptyHead;
  return Array.from({ length: count }, (_, n): AnyOperation => {
    const id = `01940000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
    const stroke = (n % 330) + 1;
    const session = `01940000-0000-7000-9000-${Math.floor(n / 330)
      .toString(16)
      .padStart(12, "0")}`;
    const body = { session, stroke, step: 1, position: 1, repetition: 1, began: 3 * stroke, planned: 3, lasted: 3 };
    const begun = { session, plan: contentHash("plan"), check: id, strokes: 330 };
    const at = `2026-11-${String(1 + Math.floor(n / 335)).padStart(2, "0")}T10:00:00Z`;
    const happening = { id, person, device, at };
    const operation =
      stroke === 1
        ? nextOperation({ ...happening, kind: "session/begun", body: begun }, head)
        : nextOperation({ ...happening, kind: "session/stroke", body }, head);
    head = headOf(operation);
    return operation;
  });
}

/** Lays operations and the head of the chain into the store, past the app. */
async function lay(page: Page, operations: readonly AnyOperation[]): Promise<void> {
  await page.evaluate(
    (all) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("openlymph-home");
        opening.onsuccess = () => {
          const database = opening.result;
          const work = database.transaction(["operations", "self"], "readwrite");
          const store = work.objectStore("operations");
          for (const operation of all) {
            const { device, sequence, id } = operation;
            store.put({ device, sequence, id, state: "waiting", operation, standing: { state: "waiting" } });
          }
          const self = work.objectStore("self").get("self");
          self.onsuccess = () => {
            const { sequence, hash } = all.at(-1)!;
            work.objectStore("self").put({ ...self.result, head: { sequence, hash } });
          };
          work.oncomplete = () => {
            database.close();
            resolve(undefined);
          };
          work.onerror = () => reject(work.error);
        };
      }),
    operations as readonly { device: string; sequence: number; id: string; hash: string }[],
  );
}

async function selfOf(page: Page): Promise<{ readonly person: string; readonly device: string }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("openlymph-home");
        opening.onsuccess = () => {
          const self = opening.result.transaction("self").objectStore("self").get("self");
          self.onsuccess = () => {
            opening.result.close();
            resolve(self.result);
          };
        };
      }),
  );
}

test("thirty days without a network, 10 000 entries: it opens, writes on, and saves them all as a file", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context, "#me");
  const { person, device } = await selfOf(page);
  await lay(page, thirtyDays(person, device, 10_000));
  await page.reload();
  await expect.poll(() => shownEntries(page)).toBe(10_000);
  await press(page, "Soft click");
  await expect.poll(() => shownEntries(page)).toBe(10_001);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save a copy as a file" }).click(),
  ]);
  const { readFile } = await import("node:fs/promises");
  const { operations } = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(operations.map(({ sequence }: AnyOperation) => sequence)).toEqual(
    Array.from({ length: 10_001 }, (_, n) => n + 1),
  );
  expect(await recordIn(page)).toHaveLength(10_001);
  await context.close();
});

test("a store that a newer app has changed keeps its unsent entries, and this app still reads and writes it", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context, "#me");
  await press(page, "Soft click");
  await expect.poll(() => shownEntries(page)).toBe(1);
  const before = await storedIn(page);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("openlymph-home", 30);
        opening.onupgradeneeded = () => {
          opening.transaction?.objectStore("operations").createIndex("kind", "operation.kind");
          opening.result.createObjectStore("later", { keyPath: "key" });
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve(undefined);
        };
        opening.onerror = () => reject(opening.error);
      }),
  );
  await page.reload();
  await expect.poll(() => shownEntries(page)).toBe(1);
  await press(page, "Soft click");
  await expect.poll(() => shownEntries(page)).toBe(2);
  expect((await storedIn(page)).slice(0, 1)).toEqual(before);
  await context.close();
});

test("a store of the first version keeps its unsent entries and goes on, in its chain, with the app of today", async () => {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(`${inject("origin")}/icon.svg`);
  const [person, device] = ["019400aa-0000-4000-8000-000000000001", "019400aa-0000-4000-8000-000000000002"];
  const before = thirtyDays(person, device, 40);
  await page.evaluate(
    ([all, self]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("openlymph-home", 10);
        opening.onupgradeneeded = () => {
          const operations = opening.result.createObjectStore("operations", { keyPath: ["device", "sequence"] });
          operations.createIndex("id", "id", { unique: true });
          operations.createIndex("state", "state");
          opening.result.createObjectStore("self", { keyPath: "key" });
          for (const operation of all) {
            const { device, sequence, id } = operation;
            operations.add({ device, sequence, id, state: "waiting", operation, standing: { state: "waiting" } });
          }
          const { sequence, hash } = all.at(-1)!;
          opening.transaction?.objectStore("self").add({ key: "self", ...self, head: { sequence, hash } });
        };
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve(undefined);
        };
      }),
    [before, { person, device }] as unknown as readonly [
      readonly { device: string; sequence: number; id: string; hash: string }[],
      object,
    ],
  );
  await page.goto(`${inject("origin")}/home/#me`);
  await expect.poll(() => shownEntries(page)).toBe(40);
  await press(page, "Soft click");
  await expect.poll(() => shownEntries(page)).toBe(41);
  const record = await recordIn(page);
  expect(record.slice(0, 40)).toEqual(before);
  expect(record[40]).toMatchObject({ person, device, sequence: 41, previous: before.at(-1)?.hash });
  await page.reload();
  await expect.poll(() => shownEntries(page)).toBe(41);
  await context.close();
});
