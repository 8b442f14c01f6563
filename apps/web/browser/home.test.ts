import type { AnyOperation, Body } from "@openlymph/record";
import { foldRecord } from "@openlymph/record";
import type { Page } from "playwright-core";
import { encode } from "uqr";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answerAll, givePlan, openHome, phone, recordIn, shortPlan, shortStrokes } from "./open-home.ts";
import { faults, openBrowser } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const player = (page: Page) => page.locator("section[data-stroke]");
const strokeNow = async (page: Page): Promise<number> => Number(await player(page).getAttribute("data-stroke"));
const strokesOf = (record: readonly AnyOperation[]): readonly Body<"session/stroke">[] =>
  record.flatMap((operation) => (operation.kind === "session/stroke" ? [operation.body] : []));

test("a session is played, cut off from the network, killed, slept through and set back a year, and loses no stroke", async () => {
  const context = await browser.newContext(phone);
  await context.clock.install({ time: new Date("2026-11-26T10:00:00Z") });
  const first = await openHome(context);
  await givePlan(first, shortPlan);
  await first.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await first.getByRole("button", { name: "Start" }).click();
  await answerAll(first);
  await first.getByRole("button", { name: "Begin" }).click();
  await context.clock.runFor(31_000);
  const before = await strokeNow(first);
  expect(before).toBeGreaterThan(3);
  await expect.poll(async () => strokesOf(await recordIn(first)).length).toBe(before - 1);

  await context.setOffline(true);
  await first.goto("chrome://crash").catch(() => undefined);
  await first.close();
  await context.clock.setSystemTime(new Date("2025-11-26T10:00:00Z"));
  const page = await openHome(context);
  await page.getByText(/A session was interrupted at step 2 of 3/).waitFor();
  await page.getByRole("button", { name: "Go on" }).click();
  // The clock is a year behind: the earlier answers do not hold.
  await answerAll(page);
  await page.getByRole("button", { name: "Begin" }).click();
  expect(await strokeNow(page)).toBe(before);
  await context.clock.runFor(8_000);
  const awake = await strokeNow(page);
  await context.clock.fastForward(600_000);
  await context.clock.runFor(200);
  await page.getByText(/The phone slept/).waitFor();
  expect(await strokeNow(page)).toBe(awake);
  await page.getByRole("button", { name: "Go on" }).click();
  await context.clock.runFor(60_000);
  await page.getByText("How is it now?").waitFor();
  for (const [row, value] of [
    ["Heaviness", "4"],
    ["Tightness", "3"],
    ["Pain", "0"],
  ] as const) {
    await page.getByRole("group", { name: row }).getByRole("radio", { name: value, exact: true }).check();
  }
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText(/Last done 26 November 2026/).waitFor();

  const record = await recordIn(page);
  const strokes = strokesOf(record);
  expect(strokes.map(({ stroke }) => stroke)).toEqual(Array.from({ length: shortStrokes }, (_, n) => n + 1));
  for (const { planned, lasted } of strokes) expect(Math.abs(lasted - planned)).toBeLessThanOrEqual(0.05);
  expect(new Set(record.map(({ device }) => device)).size).toBe(1);
  const [session] = foldRecord(record.map((operation) => ({ operation }))).sessions;
  expect(session).toMatchObject({
    ended: { how: "finished", strokes: shortStrokes },
    rated: { heaviness: 4, tightness: 3, pain: 0 },
  });
  expect(session?.pauses.map(({ why }) => why)).toEqual(["asleep"]);
  await context.close();
});

test("pausing, going back and leaving out a step are done by thumb and written down; stopping ends it", async () => {
  const context = await browser.newContext(phone);
  await context.clock.install({ time: new Date("2026-11-26T10:00:00Z") });
  const page = await openHome(context);
  await givePlan(page, shortPlan);
  await page.getByRole("button", { name: "Start" }).click();
  await answerAll(page);
  await page.getByRole("button", { name: "Begin" }).click();
  await context.clock.runFor(14_000);
  await page.getByRole("button", { name: "Pause" }).click();
  const stood = await strokeNow(page);
  await context.clock.runFor(60_000);
  expect(await strokeNow(page)).toBe(stood);
  await page.getByRole("button", { name: "Back" }).click();
  expect(await strokeNow(page)).toBe(1);
  await page.getByRole("button", { name: "Skip" }).click();
  await page.getByRole("button", { name: "I cannot reach" }).click();
  expect(await strokeNow(page)).toBe(4);
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "I feel unwell" }).click();
  await page.getByRole("heading", { name: "Stop for now" }).waitFor();
  const kinds = (await recordIn(page)).map(({ kind }) => kind);
  expect(kinds).toContain("session/back");
  expect((await recordIn(page)).at(-1)).toMatchObject({ kind: "session/ended", body: { how: "unwell" } });
  await context.close();
});

const everywhere = ["today", "check", "session", "practice"];

/** Whatever address is opened, nothing is played. */
async function isStopped(page: Page, action: string): Promise<void> {
  for (const way of everywhere) {
    await page.goto(`${page.url().split("#")[0]}#${way}`);
    await page.locator(`[data-action="${action}"]`).waitFor();
    expect(await page.locator("section[data-stroke]").count()).toBe(0);
    expect(await page.getByRole("button", { name: /Start|Begin|Go on/ }).count()).toBe(0);
  }
}

test("a red flag stops, is written down, and leaves no way to the player until somebody has cleared it", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context);
  await context.clock.install({ time: new Date("2026-11-26T10:00:00Z") });
  await page.reload();
  await givePlan(page, shortPlan);
  await page.getByRole("button", { name: "Start" }).click();
  await answerAll(page, "nnny");
  await page.getByRole("link", { name: "Call 999" }).waitFor();
  await isStopped(page, "EMERGENCY");
  expect(await faults(page)).toEqual([]);
  // Alone, nobody clears an emergency while it may still go on.
  await page.getByText("I have been told that I may go on").click();
  await page.getByText(/can be written down from today at/).waitFor();
  expect(await page.getByLabel("Who said so?").count()).toBe(0);
  await context.clock.fastForward(61 * 60_000);
  await page.getByLabel("Who said so?").fill("Dr Example, today");
  await page.getByRole("button", { name: /Keep this/ }).click();
  await isStopped(page, "EMERGENCY");
  await page.getByText("I have been told that I may go on").click();
  await page.getByLabel("Who said so?").fill("Dr Example, today");
  await page.getByRole("checkbox", { name: /I have been seen/ }).check();
  await page.getByRole("button", { name: /Keep this/ }).click();
  await answerAll(page, "nynnnnn");
  await page.locator("[data-action]").waitFor();
  // Cleared on the very screen that asked: the questions begin again.
  await page.getByText("I have been told that I may go on").click();
  await page.getByLabel("Who said so?").fill("Dr Example, again");
  await page.getByRole("button", { name: /Keep this/ }).click();
  await answerAll(page);
  await page.getByRole("button", { name: "Begin" }).waitFor();
  expect((await recordIn(page)).map(({ kind }) => kind)).toEqual([
    "plan/kept",
    "check/answered",
    "check/cleared",
    "check/answered",
    "check/cleared",
    "check/answered",
  ]);
  await context.close();
});

test("a yes stands at once: neither a reload nor a way back takes it away, and a correction before the end does", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context);
  await givePlan(page, shortPlan);
  const begin = async (answers: string): Promise<void> => {
    await page.getByRole("button", { name: "Start" }).click();
    await answerAll(page, answers);
  };
  await begin("ny");
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByText("Question 2 of 7").waitFor();
  await page.getByRole("button", { name: "No", exact: true }).click();
  await page.getByText("Question 3 of 7").waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "Start" }).waitFor();
  expect((await recordIn(page)).map(({ kind }) => kind)).toEqual(["plan/kept"]);

  await begin("nny");
  await page.getByText("Question 4 of 7").waitFor();
  await page.reload();
  await isStopped(page, "STOP_SAME_DAY");
  const last = (await recordIn(page)).at(-1);
  expect(last).toMatchObject({ kind: "check/answered", body: { answers: { d3: "yes" }, locks: true } });
  await page.getByText("I have been told that I may go on").click();
  await page.getByLabel("Who said so?").fill("Dr Example");
  await page.getByRole("button", { name: /Keep this/ }).click();

  await answerAll(page, "y");
  await page.getByText("Question 2 of 7").waitFor();
  await page.goto(`${page.url().split("#")[0]}#today`);
  await isStopped(page, "STOP_SAME_DAY");
  await context.close();
});

test("a second tap and a key that is held answer nothing", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context);
  await givePlan(page, shortPlan);
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByText("Question 1 of 7").waitFor();
  const no = page.getByRole("button", { name: "No", exact: true });
  await no.dblclick();
  await page.getByText("Question 2 of 7").waitFor();
  await page.waitForTimeout(700);
  await no.focus();
  await page.keyboard.down("Enter");
  for (let n = 0; n < 30; n++) {
    await page.waitForTimeout(40);
    await page.keyboard.down("Enter");
  }
  await page.keyboard.up("Enter");
  expect(await page.getByText("Question 3 of 7").count()).toBe(1);
  await context.close();
});

test("with no room to save, an emergency stops and says whom to call, and holds over a reload", async () => {
  const context = await browser.newContext({ ...phone, locale: "de" });
  const page = await openHome(context);
  await page.evaluate(() => {
    location.hash = "me";
  });
  await page.getByRole("combobox").first().selectOption("en");
  await page.evaluate(() => {
    location.hash = "today";
  });
  await givePlan(page, shortPlan);
  await page.getByRole("button", { name: "Start" }).waitFor();
  const full = (): void => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  };
  await page.evaluate(full);
  await page.getByRole("button", { name: "Start" }).click();
  await answerAll(page, "nnny");
  // Of which country this phone is, nobody has said.
  await page
    .getByRole("list", { name: "Emergency numbers" })
    .getByRole("link", { name: /^Call 112/ })
    .first()
    .waitFor();
  await page.getByText("This stop is not in your record yet").waitFor();
  expect(await faults(page)).toEqual([]);
  await isStopped(page, "EMERGENCY");
  await page.reload();
  await isStopped(page, "EMERGENCY");
  await expect.poll(async () => (await recordIn(page)).at(-1)?.kind).toBe("check/answered");
  await context.close();
});

test("after a session that ended unwell, or over red skin, the questions come before the next one", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context);
  await givePlan(page, shortPlan);
  const play = async (): Promise<void> => {
    await answerAll(page);
    await page.getByRole("button", { name: "Begin" }).click();
    await page.locator("section[data-stroke]").waitFor();
  };
  await page.getByRole("button", { name: "Start" }).click();
  await play();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByRole("button", { name: "I feel unwell" }).click();
  await page.getByRole("link", { name: "Call 999" }).waitFor();
  await page.goBack();
  await play();
  await page.getByRole("button", { name: "Skip", exact: true }).click();
  await page.getByRole("button", { name: "The skin is red or sore" }).click();
  await page.getByRole("heading", { name: "Stop for now" }).waitFor();
  await page.getByRole("button", { name: "Back to Today" }).click();
  await page.getByRole("button", { name: /Start|Go on/ }).click();
  await page.getByText("Question 1 of 7").waitFor();
  expect((await recordIn(page)).at(-1)).toMatchObject({
    kind: "session/ended",
    body: { how: "unwell", why: "The skin is red or sore" },
  });
  await context.close();
});

test.each([
  { name: "light", options: {} },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "forced colours", options: { forcedColors: "active" } },
  { name: "reduced motion, German", options: { reducedMotion: "reduce", locale: "de-DE" } },
] as const)("$name: axe finds nothing on any screen, and nothing is wider than the phone", async ({ options }) => {
  const context = await browser.newContext({ ...phone, ...options });
  const page = await openHome(context);
  const german = "locale" in options;
  const fine = async (what: string): Promise<void> => {
    expect([what, await faults(page)]).toEqual([what, []]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect([what, wide]).toEqual([what, phone.viewport.width]);
  };
  await fine("no plan");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: german ? "Eine Plandatei öffnen" : "Open a plan file" }).click(),
  ]);
  await chooser.setFiles({ name: "plan.yaml", mimeType: "text/yaml", buffer: Buffer.from(shortPlan) });
  await page.getByRole("button", { name: "Start" }).waitFor();
  await fine("today");
  for (const screen of ["me", "plan", "measure", "card", "check"]) {
    await page.goto(`${page.url().split("#")[0]}#${screen}`);
    await page.locator("h1").waitFor();
    await fine(screen);
  }
  for (let n = 0; n < 7; n++) await page.getByRole("button", { name: german ? "Nein" : "No", exact: true }).click();
  await page.getByRole("button", { name: german ? "Beginnen" : "Begin" }).click();
  await player(page).waitFor();
  await fine("player");
  await page.getByRole("button", { name: german ? "Auslassen" : "Skip" }).click();
  await fine("skip");
  await page.getByRole("button", { name: german ? "Nicht auslassen" : "Do not skip" }).click();
  await page.getByRole("button", { name: german ? "Aufhören" : "Stop" }).click();
  await fine("stop");
  await page.getByRole("button", { name: german ? "Jetzt aufhören" : "Stop now" }).click();
  await page.getByText(german ? "Wie ist es jetzt?" : "How is it now?").waitFor();
  await fine("after");
  await page.goto(`${page.url().split("#")[0]}#report`);
  await page.getByRole("cell", { name: /^\d+\/16$/ }).waitFor();
  await fine("report");
  await context.close();
});

test("with the keyboard alone, and with text twice as large, a session can be begun and stopped", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context);
  await givePlan(page, shortPlan);
  await page.addStyleTag({ content: "html { font-size: 200% }" });
  const press = async (name: string): Promise<void> => {
    const wanted = page.getByRole("button", { name, exact: true });
    await wanted.waitFor();
    // A question takes no answer in its first half second.
    await expect.poll(() => wanted.getAttribute("aria-disabled")).toBeNull();
    for (let n = 0; n < 40; n++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("Tab");
    }
    expect(await wanted.evaluate((element) => element === document.activeElement), name).toBe(true);
    await page.keyboard.press("Enter");
  };
  await press("Start");
  for (let n = 0; n < 7; n++) await press("No");
  await press("Begin");
  await press("Pause");
  await press("Stop");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.viewport.width);
  await press("Stop now");
  await page.getByText("How is it now?").waitFor();
  await context.close();
});

test("a limb is measured twice: volumes with their error, and a change only where it is larger than that", async () => {
  const context = await browser.newContext(phone);
  const day = (n: number) => context.clock.setFixedTime(new Date(`2026-11-${String(n).padStart(2, "0")}T10:00:00Z`));
  await day(1);
  const page = await openHome(context, "#measure");
  const type = async (left: readonly string[], right: readonly string[]): Promise<void> => {
    for (const [side, values] of [
      ["Left", left],
      ["Right", right],
    ] as const) {
      for (const [n, value] of values.entries()) await page.getByLabel(`${2 + 8 * n} cm, ${side}, cm`).fill(value);
    }
    await page.getByRole("button", { name: "Save" }).click();
  };
  await type(["17.2", "", "26.1"], []);
  await page.getByText("Every mark up to the last one needs a number").waitFor();
  await type(["1.2", "22,4", "26.1"], []);
  await page.getByText("Left, at 2 cm: 1.2 cm cannot be right.").waitFor();
  await type(["17.2", "22,4", "26.1"], ["16.4", "20.8"]);
  await page.getByText("Both sides need the same marks.").waitFor();
  await type(["17.2", "22,4", "26.1", "29.0", "31.5"], ["16.4", "20.8", "24.0", "27.1", "29.9"]);
  await page.getByText(/Left minus right: \d+ ± \d+ mL/).waitFor();
  await day(8);
  await type(["17.3", "22.4", "26.0", "29.1", "31.5"], ["16.4", "20.9", "24.0", "27.0", "29.9"]);
  await page.getByText(/Left: .* No change can be told from measuring error/).waitFor();
  await day(15);
  await type(["19.3", "25.4", "29.0", "32.1", "34.5"], ["16.4", "20.9", "24.0", "27.0", "29.9"]);
  await page.getByText(/Left: \d+ mL more.* It has changed by more than measuring error/).waitFor();
  const taken = (await recordIn(page)).filter(({ kind }) => kind === "measurement/taken");
  expect(taken).toHaveLength(3);
  expect(taken[0]?.body).toMatchObject({ limb: "arm", protocol: "arm_8cm" });
  await page.evaluate(() => {
    location.hash = "report";
  });
  await page.getByRole("heading", { name: "Measured" }).waitFor();
  expect(await page.getByText(/Arm: Left: \d+ ± \d+ mL; Right: \d+ ± \d+ mL/).count()).toBe(3);
  await context.close();
});

test("the emergency card shows what was chosen and nothing else, and its code can be read", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context, "#card");
  await page.getByLabel("Name", { exact: true }).fill("Ada Example");
  await page.getByLabel("Medicines and allergies", { exact: true }).fill("penicillin");
  await page.getByLabel("Show on the card: Name").click();
  const card = page.locator("dl");
  await card.getByText("Ada Example").waitFor();
  expect(await card.innerText()).not.toContain("penicillin");
  const modules = await page
    .getByRole("img", { name: /Code with the same words/ })
    .locator("path")
    .last()
    .getAttribute("d");
  const { data } = encode("Ada Example", { ecc: "M", border: 3 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  expect(modules).toBe(dark.join(""));
  await page.reload();
  await page.locator("dl").getByText("Ada Example").waitFor();
  await context.close();
});

test("a broken plan gives one line with file and line, and nothing is kept", async () => {
  const context = await browser.newContext(phone);
  const page = await openHome(context);
  await givePlan(page, shortPlan.replace("6 s", "6 parsecs"));
  expect(await page.getByRole("alert").innerText()).toMatch(/plan\.yaml:\d+: steps\[0\]\.pace/);
  expect(await recordIn(page)).toEqual([]);
  await givePlan(page, `${shortPlan}${"# far too long\n".repeat(40_000)}`);
  await page.getByText(/plan\.yaml: body\.text/).waitFor();
  expect(await recordIn(page)).toEqual([]);
  await context.close();
});

test("a screen that cannot be fetched says so, and is there once it can be", async () => {
  const context = await browser.newContext({ ...phone, serviceWorkers: "block" });
  const page = await openHome(context);
  await givePlan(page, shortPlan);
  await page.route(/assets\/Check-/, (route) => route.abort());
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("alert").getByText("That did not work.").waitFor();
  await page.unroute(/assets\/Check-/);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Question 1 of 7").waitFor();
  await context.close();
});
