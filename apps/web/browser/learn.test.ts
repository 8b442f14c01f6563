import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choose, faults, openBrowser, openStudio, patience, sizes } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const titles = [
  "How lymph gets home",
  "What a removed node does, and why many arms never swell",
  "Why light and slow",
  "What is taught about order, and what is known",
  "What one session moves",
];

async function begin(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Learn: five short stories" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: title }).press("Enter");
}

test("a story drives the model by keyboard, and leaves the person's own work as it was", async () => {
  const { page, complaints } = await openStudio(browser);
  await choose(page, "Choose a plan", /right breast/);
  await expect.poll(() => page.getByText(/^8 steps, /).count(), { timeout: patience }).toBe(1);
  await begin(page, titles[0]!);
  const story = page.getByTestId("story");
  await expect.poll(() => story.innerText(), { timeout: patience }).toContain("1 of 4");
  await page.getByRole("button", { name: /A healthy body/ }).waitFor({ timeout: patience });
  await story.getByRole("button", { name: "Sources" }).press("Enter");
  await page
    .getByTestId("story-sources")
    .getByText(/textbook/)
    .waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  const next = story.getByRole("button", { name: "Next" });
  await next.press("Enter");
  await page.waitForSelector('[data-testid="microscope"][data-current="true"]', { timeout: patience });
  expect(await page.getByTestId("collector-numbers").innerText()).toMatch(/Moves 1\.8/);
  await next.press("Enter");
  await expect
    .poll(() => page.getByTestId("collector-numbers").innerText(), { timeout: patience })
    .toContain("Lymph runs back");
  expect(await faults(page)).toEqual([]);
  await next.press("Enter");
  await expect.poll(() => page.getByTestId("microscope").count()).toBe(0);
  await story.getByRole("button", { name: "End" }).press("Enter");
  await expect.poll(() => page.getByText(/^8 steps, /).count(), { timeout: patience }).toBe(1);
  await page.reload();
  await expect.poll(() => page.getByText(/^8 steps, /).count(), { timeout: patience }).toBe(1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("all five stories can be read to their end on a phone, nothing wider than the screen", async () => {
  const { page, complaints } = await openStudio(browser, { viewport: sizes.phone });
  for (const title of titles) {
    await begin(page, title);
    const story = page.getByTestId("story");
    await story.waitFor();
    for (let part = 1; (await story.count()) > 0; part++) {
      expect(await story.innerText()).toContain(`${part} of `);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sizes.phone.width);
      await page.locator('[data-testid="time"], [data-testid="microscope"]').first().waitFor({ timeout: patience });
      await story.getByRole("button", { name: /^(Next|End)$/ }).click();
    }
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});
