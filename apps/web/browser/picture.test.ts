import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openStudio, sizes } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function saved(page: Page, kind: RegExp): Promise<Buffer> {
  await page.getByRole("button", { name: "Save the picture" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: kind }).click(),
  ]);
  return readFileSync(await download.path());
}

test("the body is saved as a drawing and as a picture, both sides with what they are", async () => {
  const { page, complaints } = await openStudio(browser);
  const svg = (await saved(page, /SVG/)).toString();
  expect(svg).toMatch(/^<svg xmlns/);
  expect(svg.match(/data-layer="ground"/g)).toHaveLength(2);
  expect(svg).toContain("Teaching model: a typical body with this history, not you");
  expect(svg).toContain("Arm after axillary clearance and radiotherapy");
  for (const part of [">R<", ">L<", ">Front<", ">Back<", "With the session, "]) expect(svg).toContain(part);
  expect(svg).toContain('data-layer="detours"');
  expect(svg).not.toContain('data-layer="steps"');
  expect(svg).not.toMatch(/href="http|url\(http/);
  const png = await saved(page, /PNG/);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(20)).toBeGreaterThan(2000);
  expect(png.length).toBeGreaterThan(100_000);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("what lies on the body is in the picture, and a phone offers it too", async () => {
  const { page } = await openStudio(browser, { viewport: sizes.phone });
  await page.getByRole("button", { name: "Layers" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Steps of the plan" }).click();
  await page.keyboard.press("Escape");
  await page.locator('figure [data-layer="steps"]').first().waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Look closer" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /SVG/ }).click(),
  ]);
  const svg = readFileSync(await download.path()).toString();
  expect(svg.match(/data-layer="ground"/g)).toHaveLength(1);
  const steps = svg.slice(svg.indexOf('data-layer="steps"'));
  expect(steps).toMatch(/<text[^>]+font-size="26px"[^>]*>\d/);
  expect(steps).toMatch(/stroke="rgb\(14, 110, 120\)"/);
  await page.context().close();
});
