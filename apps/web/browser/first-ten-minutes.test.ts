/**
 * The first ten minutes of a newcomer and of a therapist, as design says them. Pictures of every stop are kept in
 * `.cache/first-ten-minutes` for whoever wants to look at them.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choose, faults, moving, openBrowser, openStudio, patience, textOf } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;
const pictures = path.resolve(import.meta.dirname, "../../../.cache/first-ten-minutes");

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Keeps a picture, and lets nothing pass that axe finds. */
async function stop(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(pictures, `${name}.png`) });
  expect((await faults(page)).map((fault) => `${name}: ${fault}`)).toEqual([]);
}

const plain = (text: string): string => text.replaceAll(/[\s\u00a0\u202f]+/g, " ");
const happens = async (page: Page) => plain(await page.getByRole("region", { name: "What happens" }).innerText());

async function keep(page: Page, thing: string, view = "front"): Promise<void> {
  await page.locator(`figure[data-view="${view}"] [data-thing="${thing}"]`).focus();
  await page.keyboard.press("Enter");
}

test("a newcomer takes the nodes of an armpit out, sees a strong and a weak body, a session and how little it moves, and a vessel squeeze", async () => {
  const { page, complaints, elsewhere } = await openStudio(browser, moving);
  await stop(page, "newcomer-1-a-body-appears");
  await page.getByRole("button", { name: "Pause" }).click();

  await choose(page, "Choose a history", /^A healthy body$/);
  await expect.poll(() => happens(page), { timeout: patience }).toContain("No part of the body is swollen.");
  await keep(page, "AXCEN_L");
  await page.getByRole("button", { name: "Take these nodes out …" }).click();
  await page.getByRole("menuitem", { name: /^axillary dissection levels I-III/ }).click();
  await expect
    .poll(() => happens(page), { timeout: patience })
    .toMatch(/Left arm .*\+\d\d mL above health, 0\.\d % of its volume/);
  await stop(page, "newcomer-2-a-strong-body-compensates");

  await page.getByRole("button", { name: "Change what happened" }).click();
  await page.getByRole("button", { name: "Weaker vessels" }).click();
  const form = page.getByTestId("history-form");
  await form.getByRole("textbox", { name: "Strength of the vessels" }).fill("40");
  await page.keyboard.press("Tab");
  await form.getByRole("button", { name: "Add it" }).click();
  await expect
    .poll(
      async () => Number(/Left arm .*?\+([\d,]+) mL above health/.exec(await happens(page))?.[1]?.replace(",", "")),
      {
        timeout: patience,
      },
    )
    .toBeGreaterThan(150);
  await page.getByRole("button", { name: "Done with the history" }).click();
  await page.keyboard.press("Escape");
  await expect.poll(() => page.locator('[data-layer="detours"] > g').count(), { timeout: patience }).toBeGreaterThan(0);
  await stop(page, "newcomer-3-a-weak-one-swells");

  await choose(page, "Choose a plan", /^SLD arm and trunk/);
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => page.locator('[data-layer="hand"]').count(), { timeout: patience }).toBeGreaterThan(0);
  await stop(page, "newcomer-4-a-session-is-played");
  await page.getByRole("button", { name: "Pause" }).click();
  const found = await happens(page);
  expect(Number(/Highest flow under a hand: ([\d.]+) ×/.exec(found)?.[1])).toBeGreaterThan(2);
  expect(Number(/At most ([\d.]+) mL by the vessels/.exec(found)?.[1])).toBeLessThan(10);
  await page.getByRole("button", { name: "What nobody knows" }).scrollIntoViewIfNeeded();
  await stop(page, "newcomer-5-what-nobody-knows");

  await page.getByRole("button", { name: "Microscope" }).click();
  await page.waitForSelector('[data-testid="microscope"][data-current="true"]', { timeout: patience });
  const wall = page.getByTestId("microscope").locator('svg[role="img"] path').first();
  const first = await wall.getAttribute("d");
  await expect.poll(() => wall.getAttribute("d"), { timeout: patience }).not.toBe(first);
  await stop(page, "newcomer-6-a-vessel-squeezes");
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
  await page.context().close();
});

test("a therapist takes a template, moves two steps, is warned of removed nodes, rehearses both versions and hands the plan on", async () => {
  const { page, complaints } = await openStudio(browser);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await choose(page, "Choose a plan", /^Arm, one side/);
  await expect.poll(() => page.getByText(/^21 steps/).count(), { timeout: patience }).toBe(1);
  await page.getByRole("button", { name: /^Beside another plan/ }).click();
  await page.getByRole("button", { name: "Keep this one as A" }).click();
  await stop(page, "therapist-1-a-template");

  await page.getByRole("button", { name: "Change the plan" }).click();
  await page.locator('[data-key="3"]').focus();
  await page.keyboard.press("Alt+ArrowDown");
  await page
    .getByRole("status")
    .filter({ hasText: "Step 3 is now step 4 of 21." })
    .first()
    .waitFor({ state: "attached" });
  await page.locator('[data-key="6"]').focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page
    .getByRole("status")
    .filter({ hasText: "Step 6 is now step 5 of 21." })
    .first()
    .waitFor({ state: "attached" });

  // A stroke of the chest is sent toward the armpit whose nodes were removed.
  await page.locator('[data-key="8"]').focus();
  await page.keyboard.press("Enter");
  const form = page.getByTestId("step-form");
  await form.waitFor();
  await choose(page, "Toward", /^armpit$/);
  await choose(page, "Side it runs to", /^affected side$/);
  await stop(page, "therapist-2-a-step-is-changed");
  await form.getByRole("button", { name: "Back to the steps" }).last().click();
  await page.getByRole("button", { name: "Done with the plan" }).click();
  const check = page.getByTestId("plan-check");
  await check.getByRole("button", { name: /^Plan check/ }).click();
  await expect
    .poll(async () => plain(await check.innerText()), { timeout: patience })
    .toMatch(
      /Warning\s+Step 8\s+Points to nodes that were removed or irradiated: about 4 % of the nodes of the left armpit/,
    );
  await stop(page, "therapist-3-the-check-warns");

  const beside = page.getByTestId("beside");
  await beside.getByRole("table").waitFor({ timeout: patience });
  await page.getByRole("radio", { name: "Plan A and plan B side by side" }).focus();
  await page.keyboard.press("Space");
  await expect.poll(() => page.locator('figure[data-ready="true"]').count(), { timeout: patience }).toBe(2);
  await stop(page, "therapist-4-both-versions");
  expect(plain(await textOf(page, "beside"))).toMatch(/24 h after it began [+−]?[\d.]+ mL [+−]?[\d.]+ mL/);

  await page.getByRole("button", { name: "Hand the plan on" }).click();
  await page.getByRole("menuitem", { name: /^Copy a link/ }).click();
  await page.getByText("Link copied.", { exact: false }).waitFor({ timeout: patience });
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const patient = await page.context().newPage();
  await patient.goto(link);
  await patient.waitForSelector('[data-testid="time"]', { timeout: patience });
  await expect.poll(() => patient.getByText(/^21 steps/).count(), { timeout: patience }).toBe(1);
  await patient.close();
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.getByRole("button", { name: "Hand the plan on" }).click();
  await page.getByRole("menuitem", { name: "Print the plan" }).click();
  await page.waitForSelector("body[data-printed]", { timeout: patience });
  await page.emulateMedia({ media: "print" });
  await page.getByTestId("print-sheet").screenshot({ path: path.join(pictures, "therapist-5-the-sheet.png") });
  expect(complaints).toEqual([]);
  await page.context().close();
});
