import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faults, moving, openBrowser, openStudio, patience, sizes } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function settled(page: Page): Promise<void> {
  await page.waitForSelector('[data-testid="microscope"][data-current="true"]', { timeout: patience });
}

/** What the collector moves, mL/h. */
async function moved(page: Page): Promise<number> {
  return Number(/Moves ([\d.]+) mL/.exec(await page.getByTestId("collector-numbers").innerText())?.[1]);
}

test("the microscope squeezes a collector by keyboard: a higher afterload moves less, and all comes back as usual", async () => {
  const { page, complaints } = await openStudio(browser);
  await page.getByRole("button", { name: "Microscope" }).focus();
  await page.keyboard.press("Enter");
  await settled(page);
  const before = await moved(page);
  expect(before).toBeGreaterThan(0.5);
  await page.getByRole("slider", { name: "Afterload" }).focus();
  await page.keyboard.press("End");
  await expect.poll(() => moved(page), { timeout: patience }).toBeLessThan(0.5 * before);
  await settled(page);

  // Under reduced motion nothing moves by itself; the moment is chosen by hand, and the wall with it.
  const wall = page.getByTestId("microscope").locator('svg[role="img"] path').first();
  const still = await wall.getAttribute("d");
  await page.waitForTimeout(400);
  expect(await wall.getAttribute("d")).toBe(still);
  await page.getByRole("slider", { name: "Moment in the cycle" }).focus();
  for (let n = 0; n < 12; n++) await page.keyboard.press("ArrowRight");
  expect(await wall.getAttribute("d")).not.toBe(still);
  expect(await faults(page)).toEqual([]);

  await page.getByRole("button", { name: "All as usual" }).click();
  await expect.poll(() => moved(page), { timeout: patience }).toBe(before);
  await page.getByRole("button", { name: "Close the microscope" }).click();
  await page.getByRole("button", { name: "Play" }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("with motion the collector squeezes by itself, on a phone too", async () => {
  const { page } = await openStudio(browser, { ...moving, viewport: sizes.phone });
  await page.getByRole("button", { name: "Microscope" }).click();
  await settled(page);
  const wall = page.getByTestId("microscope").locator('svg[role="img"] path').first();
  const shapes = new Set<string | null>();
  await expect
    .poll(
      async () => {
        shapes.add(await wall.getAttribute("d"));
        return shapes.size;
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(4);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sizes.phone.width);
  await page.context().close();
});
