import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faults, openBrowser, openStudio, sizes } from "./open-studio.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("axe finds nothing, at any size, light and dark, nor in the help and an open list", async () => {
  const { page } = await openStudio(browser, { viewport: sizes.desktop, colorScheme: "light" });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  for (const [name, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    if (name === "phone") await page.getByRole("button", { name: "What happens" }).click();
    for (const colorScheme of ["dark", "light"] as const) {
      const before = await paper();
      await page.emulateMedia({ colorScheme });
      await expect.poll(paper).not.toBe(before);
      expect([name, colorScheme, await faults(page, { bodyToo: true })]).toEqual([name, colorScheme, []]);
    }
    if (name === "phone") await page.keyboard.press("Escape");
  }
  await page.getByRole("button", { name: "Help" }).click();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await page.getByRole("heading", { name: "What you see" }).count()).toBe(0);
  await page.close();
});
