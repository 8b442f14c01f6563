import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openStudio, sizes } from "./open-studio.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

for (const [name, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${name}, ${colorScheme}: axe finds nothing serious`, async () => {
      const { page } = await openStudio(browser, { viewport, colorScheme });
      await page.getByRole("button", { name: "Pause" }).click();
      if (name === "phone") await page.getByRole("button", { name: "What happens" }).click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
      expect(grave).toEqual([]);
      await page.close();
    });
  }
}

test("the help panel and an open list are free of serious findings too", async () => {
  const { page } = await openStudio(browser);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Help" }).click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id }) => id)).toEqual(
    [],
  );
  await page.keyboard.press("Escape");
  expect(await page.getByRole("heading", { name: "What you see" }).count()).toBe(0);
  await page.close();
});
