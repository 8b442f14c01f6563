import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  choose,
  moving,
  openBrowser,
  openHistory,
  openStudio,
  painted,
  patience,
  place,
  sizes,
  textOf,
} from "./open-studio.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("the first screen shows the body, plays by itself, complains of nothing and asks nobody else", async () => {
  const { page, complaints, elsewhere } = await openStudio(browser, moving);
  expect(await page.locator("figure[data-view]").count()).toBe(2);
  await expect.poll(() => painted(page, "body"), { timeout: patience }).toBeGreaterThan(0.1);
  const before = await place(page);
  await expect.poll(() => place(page), { timeout: patience }).toBeGreaterThan(before + 20);
  const label = page.getByText("Teaching model: a typical body with this history, not you").filter({ visible: true });
  expect(await label.count()).toBe(1);
  for (const said of ["Nobody has measured what order does in people", "No study has measured how long it lasts"]) {
    expect(await page.getByText(said).isVisible()).toBe(true);
  }
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
  await page.close();
});

test("lymph moves: the dots of two pictures differ while the clock stands", async () => {
  const { page } = await openStudio(browser, moving);
  await page.getByRole("button", { name: "Pause" }).click();
  expect(await painted(page, "lymph")).toBeGreaterThan(0.005);
  const picture = () =>
    page
      .locator('figure [data-layer="lymph"]')
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const first = await picture();
  await expect.poll(picture, { timeout: 10_000 }).not.toBe(first);
  await page.close();
});

test("pausing stops the clock, a step card leads to its step, and a hand lies on the body", async () => {
  const { page } = await openStudio(browser, moving);
  await page.getByRole("button", { name: "Pause" }).click();
  const stood = await place(page);
  await page.waitForTimeout(400);
  expect(await place(page)).toBe(stood);
  await page.getByRole("list", { name: "Steps of the plan" }).locator("li > button").nth(3).click();
  expect(await textOf(page, "step")).toBe("4 of 5 · armpit → opposite armpit");
  expect(await page.locator('[data-layer="hand"]').count()).toBeGreaterThan(0);
  const hand = page.locator('figure[data-view="front"] [data-layer="hand"] g[transform]').first();
  const lying = await hand.getAttribute("transform");
  await page.getByRole("list", { name: "Steps of the plan" }).locator("li > button").nth(1).click();
  expect(await hand.getAttribute("transform")).not.toBe(lying);
  await page.close();
});

test("another history and plan are computed, and play moves clock and hand", async () => {
  const { page, complaints } = await openStudio(browser);
  await choose(page, "Choose a history", /^Leg after superficial inguinal/);
  await choose(page, "Choose a plan", /^SLD left leg/);
  await page.getByText("Left leg", { exact: true }).first().waitFor({ timeout: patience });
  await page.getByRole("button", { name: "Play" }).click();
  const before = await place(page);
  await expect.poll(() => place(page), { timeout: patience }).toBeGreaterThan(before + 5);
  await page.locator('[data-layer="hand"] g[transform]').first().waitFor({ timeout: patience });
  expect(complaints).toEqual([]);
  await page.close();
});

/** One page for the tests that follow one another on it: opening it takes longer than most of them. */
let shown: Page | undefined;

async function shared(): Promise<Page> {
  shown ??= (await openStudio(browser)).page;
  return shown;
}

test("where motion is not wanted nothing plays by itself, and arrows stand for the moving lymph", async () => {
  const page = await shared();
  expect(await page.locator('[data-layer="lymph"]').count()).toBe(0);
  expect((await page.locator('[data-layer="chevrons"]').first().getAttribute("d"))?.length).toBeGreaterThan(1000);
  expect(await page.getByRole("button", { name: "Play" }).isVisible()).toBe(true);
  const stood = await place(page);
  await page.waitForTimeout(500);
  expect(await place(page)).toBe(stood);
});

test("with the keyboard alone: play, scrub, and numbers of a node group", async () => {
  const page = await shared();
  await page.getByRole("button", { name: "Play" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Pause" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Play" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("range");
  await page.keyboard.press("Home");
  expect(await place(page)).toBe(0);
  await page.keyboard.press("ArrowRight");
  expect(await place(page)).toBe(1);
  expect(await page.getByRole("slider").getAttribute("aria-valuetext")).toContain("before the session");
  const area = page.locator('figure[data-view="front"] [data-thing][tabindex="0"]');
  await area.focus();
  const first = await page.getByTestId("facts").innerText();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => page.getByTestId("facts").innerText()).not.toBe(first);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.getByTestId("facts").isVisible()).toBe(true);
});

test("with and without the session give different numbers, and the change stays within the bound", async () => {
  const page = await shared();
  await page.getByRole("slider").fill("900");
  const withSession = await textOf(page, "so-far");
  expect(withSession).toMatch(/changed it by [+\u2212]0\.\d{3} mL so far/);
  await page.getByRole("radio", { name: "Without the session" }).check({ force: true });
  expect(await textOf(page, "so-far")).not.toBe(withSession);
  expect(await page.locator('[data-layer="hand"]').count()).toBe(0);
  const bar = page.locator("[data-bound]");
  const [change, bound] = [await bar.getAttribute("data-change"), await bar.getAttribute("data-bound")].map(Number);
  expect(Math.abs(change ?? Number.NaN)).toBeGreaterThan(0);
  expect(Math.abs(change ?? Number.NaN)).toBeLessThan(bound ?? 0);
});

test("a broken file gives one line with file and line, and the history before it stays", async () => {
  const page = await shared();
  const text =
    "format: openlymph/history@1\ntitle: mine\nasOf: 2026-11-22\nprocedures:\n  - { procedure: ALND_I_II, side: middle, date: 2024-01-01 }\n";
  await openHistory(page, text);
  const alert = page.getByRole("alert");
  await alert.waitFor({ timeout: 10_000 });
  const message = await alert.locator("p").first().innerText();
  expect(message).toMatch(/^mine\.yaml:5: procedures\[0\]/);
  expect(message).not.toContain("\n");
  expect(await page.getByText("Left arm", { exact: true }).first().isVisible()).toBe(true);
});

test("a person's own history is read and rehearsed", async () => {
  const page = await shared();
  const text =
    "format: openlymph/history@1\ntitle: My own arm\nasOf: 2026-11-22\nprovenance: { tag: assumed, source: me }\nprocedures:\n  - { procedure: ALND_I_III, side: right, date: 2024-01-01 }\nassume:\n  - { pumpStrength: 0.5, limb: arm, side: right, from: procedures }\n  - { bypass: 0.01 }\n";
  await openHistory(page, text);
  await page.getByText("Right arm", { exact: true }).first().waitFor({ timeout: patience });
  expect(await page.getByText("Your file: My own arm").first().isVisible()).toBe(true);
});

test("on a phone one side of the body is shown, and the panels are sheets", async () => {
  const { page } = await openStudio(browser, { viewport: sizes.phone, hasTouch: true });
  expect(await page.locator("figure[data-view]").count()).toBe(1);
  await page.getByRole("radio", { name: "Back" }).check({ force: true });
  expect(await page.locator('figure[data-view="back"]').count()).toBe(1);
  await page.getByRole("button", { name: "What happens" }).click();
  expect(await page.getByTestId("excess").first().isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await page.getByTestId("excess").count()).toBe(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(sizes.phone.width);
  await page.close();
});

test("a closed hint stays closed, and the colours that were chosen stay chosen", async () => {
  const { page } = await openStudio(browser, { colorScheme: "light" });
  await page.getByRole("button", { name: "Close the hint" }).click();
  await page.getByRole("button", { name: /^Colours/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await page.reload();
  await page.getByRole("button", { name: /^Colours: Dark/ }).waitFor();
  expect(await page.getByRole("button", { name: "Close the hint" }).count()).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(20, 24, 27)");
  await page.close();
});

test("a step opens the picture of its stroke with the keyboard; it stands still where motion is not wanted", async () => {
  const { page, complaints } = await openStudio(browser, moving);
  await page.getByRole("button", { name: "Pause" }).click();
  const sign = page.getByRole("button", { name: "How it is done: Simple skin stretch" }).first();
  await sign.focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("region", { name: "Simple skin stretch" });
  await sheet.waitFor({ timeout: patience });
  expect(await sign.getAttribute("aria-expanded")).toBe("true");
  const picture = sheet.getByRole("img");
  const tall = () => picture.evaluate((image) => (image as HTMLImageElement).naturalHeight);
  await expect.poll(tall, { timeout: patience }).toBe(344);
  expect(await sheet.innerText()).toContain("One hand is enough");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect.poll(tall, { timeout: patience }).toBeGreaterThan(1000);
  await page.keyboard.press("Enter");
  expect(await sheet.count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});
