import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { choose, faults, openBrowser, openStudio, patience, sizes } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const still = { reducedMotion: "reduce" } as const;

/** The places of the steps, in their order. */
async function rows(page: Page): Promise<readonly string[]> {
  const texts = await page.getByRole("grid", { name: "Steps of the plan" }).getByRole("row").allInnerTexts();
  return texts.map((text) => text.split("\n").find((line) => /^[A-Z]/.test(line)) ?? "");
}

const first = ["Diaphragm (breathing)", "Side of the neck, both sides", "Hollow above the collarbone, both sides"];

function said(page: Page, text: string | RegExp): Promise<void> {
  return page.getByRole("status").filter({ hasText: text }).first().waitFor({ state: "attached", timeout: patience });
}

test("a plan is changed with the keyboard alone: moved, dosed, taken back, made again, and kept over a reload", async () => {
  const { page, complaints } = await openStudio(browser);
  await page.getByRole("button", { name: "Change the plan" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => rows(page), { timeout: patience }).toHaveLength(5);
  expect((await rows(page)).slice(0, 3)).toEqual(first);
  // While the plan is changed its steps lie on the body.
  const spots = page.locator('figure[data-view="front"] [data-layer="steps"]');
  await expect.poll(() => spots.textContent(), { timeout: patience }).toMatch(/1.*3/);

  await page.locator('[data-key="3"]').focus();
  await page.keyboard.press("Alt+ArrowUp");
  await said(page, "Step 3 is now step 2 of 5.");
  expect((await rows(page)).slice(0, 3)).toEqual([first[0], first[2], first[1]]);
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-key"))).toBe("2");
  expect(await faults(page)).toEqual([]);

  await page.keyboard.press("Enter");
  const form = page.getByTestId("step-form");
  await form.getByRole("textbox", { name: "Times" }).focus();
  const total = page.getByText(/^5 steps, /);
  const before = await total.innerText();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => total.innerText(), { timeout: patience }).not.toBe(before);
  expect(await faults(page)).toEqual([]);
  await form.getByRole("button", { name: "Back to the steps" }).last().focus();
  await page.keyboard.press("Enter");

  await page.locator('[data-key="1"]').focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => total.innerText(), { timeout: patience }).toBe(before);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await rows(page)).slice(0, 3), { timeout: patience }).toEqual(first);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(async () => (await rows(page))[1], { timeout: patience }).toBe(first[2]);

  await page.getByText("Saved in this browser.").waitFor();
  await page.reload();
  await page.waitForSelector('[data-testid="time"]', { timeout: patience });
  const steps = page.getByRole("list", { name: "Steps of the plan" }).locator("> li");
  await expect.poll(() => steps.nth(1).innerText(), { timeout: patience }).toContain("Hollow above the collarbone");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a step is carried by its handle with the keyboard, added, repeated and taken out; the check follows", async () => {
  const { page, complaints } = await openStudio(browser, { viewport: sizes.phone });
  await page.getByRole("button", { name: "Plan", exact: true }).click();
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect.poll(() => rows(page), { timeout: patience }).toHaveLength(5);
  await page.getByRole("button", { name: "Carry step 1" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await said(page, "Step 1 is now step 5 of 5.");
  expect((await rows(page)).at(-1)).toBe(first[0]);

  await page.getByRole("button", { name: "Add a step" }).click();
  expect(await faults(page)).toEqual([]);
  await choose(page, "Where", /^buttock$/);
  await page.getByRole("button", { name: "Add it at the end" }).click();
  await page.getByText(/there is more than one way/).waitFor({ timeout: patience });
  await choose(page, "Toward", /^groin$/);
  await page.getByRole("button", { name: "Add it at the end" }).click();
  await page.getByTestId("step-form").getByRole("heading", { name: "Step 6" }).waitFor({ timeout: patience });
  await page.getByRole("button", { name: "Back to the steps" }).last().click();

  await page.getByRole("button", { name: "More for step 6" }).click();
  await page.getByRole("menuitem", { name: "Repeat below" }).click();
  await expect.poll(() => rows(page), { timeout: patience }).toHaveLength(7);
  await page.getByRole("button", { name: "More for step 7" }).click();
  await page.getByRole("menuitem", { name: "Take out" }).click();
  await said(page, "Step 7 is taken out.");
  expect(await rows(page)).toHaveLength(6);

  // The warning of what was step 5 stands at step 4, where that step is now.
  const check = page.getByTestId("plan-check");
  await check.getByRole("button", { name: /^Plan check/ }).click();
  await expect.poll(() => check.innerText(), { timeout: patience }).toMatch(/Warning\s+Step 4/);
  await page.getByRole("button", { name: "Mirror to the other side" }).click();
  await expect.poll(() => check.innerText(), { timeout: patience }).toMatch(/right arm|right side|other side/i);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a link or a file opens the same history and plan elsewhere; a link that was cut says so and opens the first example", async () => {
  const { page } = await openStudio(browser, { permissions: ["clipboard-read", "clipboard-write"] });
  await choose(page, "Choose a history", /^Both legs/);
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect.poll(() => rows(page), { timeout: patience }).toHaveLength(5);
  await page.getByRole("button", { name: "More for step 5" }).click();
  await page.getByRole("menuitem", { name: "Take out" }).click();
  await expect.poll(() => rows(page), { timeout: patience }).toHaveLength(4);
  await page.getByRole("button", { name: "Hand the plan on" }).click();
  await page.getByRole("menuitem", { name: "Copy a link to this history and plan" }).click();
  await said(page, "Link copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Hand the plan on" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save history and plan as one file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("openlymph-rehearsal.json");
  const file = readFileSync(await download.path());
  await page.context().close();

  const other = await browser.newContext({ ...still, viewport: sizes.desktop });
  const opened = await other.newPage();
  await opened.goto(link);
  await opened.waitForSelector('[data-testid="time"]', { timeout: patience });
  const steps = opened.getByRole("list", { name: "Steps of the plan" }).locator("> li");
  await expect.poll(() => steps.count(), { timeout: patience }).toBe(4);
  await opened.getByRole("button", { name: /Both legs/ }).waitFor();
  expect(opened.url()).not.toContain("#");

  // The same as one file, dropped where a history would be, over other work.
  await choose(opened, "Choose a history", /^A healthy body$/);
  await choose(opened, "Choose a plan", /^Arm, one side/);
  await expect.poll(() => steps.count(), { timeout: patience }).toBe(21);
  const [chooser] = await Promise.all([
    opened.waitForEvent("filechooser"),
    opened.getByRole("button", { name: "Open a history file (YAML)" }).click(),
  ]);
  await chooser.setFiles({ name: "openlymph-rehearsal.json", mimeType: "application/json", buffer: file });
  await expect.poll(() => steps.count(), { timeout: patience }).toBe(4);
  await opened.getByRole("button", { name: /Both legs/ }).waitFor();

  const cut = await other.newPage();
  await cut.goto(`${inject("origin")}/${link.slice(link.indexOf("#"), -20)}`);
  await cut.waitForSelector('[data-testid="time"]', { timeout: patience });
  await cut.getByText(/The link was cut or changed on its way/).waitFor({ timeout: patience });
  await cut.waitForTimeout(500);
  expect(await cut.getByText(/The link was cut or changed on its way/).isVisible()).toBe(true);
  await other.close();
});

test("a worker that breaks is replaced without losing the plan", async () => {
  const { page } = await openStudio(browser);
  await page.getByRole("button", { name: "Change the plan" }).click();
  await expect.poll(() => rows(page), { timeout: patience }).toHaveLength(5);
  for (const worker of page.workers()) {
    if (!worker.url().includes("model.worker")) continue;
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error("broken on purpose");
      });
    });
  }
  await page.waitForTimeout(300);
  await page.getByRole("button", { name: "More for step 1" }).click();
  await page.getByRole("menuitem", { name: "Take out" }).click();
  await expect.poll(() => rows(page), { timeout: patience }).toHaveLength(4);
  expect((await rows(page))[0]).toBe(first[1]);
  await page.context().close();
});
