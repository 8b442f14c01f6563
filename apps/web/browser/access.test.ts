import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faults, openBrowser, openStudio, sizes } from "./open-studio.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

for (const [name, viewport] of Object.entries(sizes)) {
  test(`${name}, light and dark: axe finds nothing`, async () => {
    const { page } = await openStudio(browser, { viewport, colorScheme: "light" });
    if (name === "phone") await page.getByRole("button", { name: "What happens" }).click();
    expect(await faults(page, { bodyToo: true })).toEqual([]);
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(paper).not.toBe(light);
    expect(await faults(page, { bodyToo: true })).toEqual([]);
    await page.close();
  });
}

test("the help panel and an open list are free of findings too", async () => {
  const { page } = await openStudio(browser);
  await page.getByRole("button", { name: "Help" }).click();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await page.getByRole("heading", { name: "What you see" }).count()).toBe(0);
  await page.close();
});
