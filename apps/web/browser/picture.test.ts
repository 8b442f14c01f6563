import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openStudio } from "./open-studio.ts";

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
  expect(svg).not.toMatch(/href="http|url\(http/);
  const png = await saved(page, /PNG/);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(20)).toBeGreaterThan(2000);
  expect(png.length).toBeGreaterThan(100_000);
  expect(complaints).toEqual([]);
  await page.context().close();
});
