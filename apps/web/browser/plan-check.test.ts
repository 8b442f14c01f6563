import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choose, faults, openBrowser, openStudio, patience } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("the plan is checked on this history; a proposed change is made, kept as a file and taken back", async () => {
  const { page, complaints } = await openStudio(browser);
  await choose(page, "Choose a plan", /right breast/);
  const check = page.getByTestId("plan-check");
  await check.getByRole("button", { name: /^Plan check.*warnings/ }).click();
  const steps = page.getByRole("list", { name: "Steps of the plan" }).locator("> li");
  await expect.poll(() => steps.count(), { timeout: patience }).toBe(8);
  const first = check.getByRole("listitem").first();
  expect((await first.innerText()).replaceAll(/\s+/g, " ")).toMatch(/^Warning Step 3 Sends fluid to the right groin/);
  expect(await first.innerText()).toContain("Taught by the schools");

  await first.getByRole("button", { name: "Make this change" }).click();
  await expect.poll(() => steps.count(), { timeout: patience }).toBe(9);
  await expect.poll(() => check.innerText(), { timeout: patience }).not.toContain("right groin, which is never");
  await page.getByRole("button", { name: "Hand the plan on" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save the changed plan" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("sharecare-breast-changed.yaml");
  expect(readFileSync(await download.path(), "utf8")).toMatch(/region: inguinal[\s\S]*region: trunk_lateral/);

  expect(await faults(page)).toEqual([]);
  await page.getByRole("button", { name: "Take the last change back" }).click();
  await expect.poll(() => steps.count(), { timeout: patience }).toBe(8);
  expect(complaints).toEqual([]);
  await page.close();
});
