import { afterAll, beforeAll, expect, test } from "vitest";
import { faults, moving, openBrowser, openStudio, painted, patience, sizes, textOf } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const examination = '[data-testid="examination"][data-current="true"]';

test("a tracer under the skin of the foot is followed by keyboard, and stands beside what was measured in people", async () => {
  const { page, complaints } = await openStudio(browser);
  await page.getByRole("button", { name: "Examine with a tracer" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector(examination, { timeout: patience });
  await page.getByRole("radio", { name: "Foot", exact: true }).focus();
  await page.keyboard.press("Space");
  await expect.poll(() => textOf(page, "beside-published"), { timeout: patience }).toContain("at least 8 %");
  const slider = page.getByRole("slider", { name: "Time after the injection, minutes" });
  await slider.focus();
  await page.keyboard.press("End");
  expect(await slider.getAttribute("aria-valuetext")).toMatch(/^3\sh after the injection$/);
  const beside = await textOf(page, "beside-published");
  expect(beside).toContain("Keramida et al., Nucl Med Commun 2017;38:209 (abstract)");
  const held = Number(/at least 8 %\s+([\d.]+) %/.exec(beside)?.[1]);
  expect(held).toBeGreaterThan(4);
  expect(held).toBeLessThan(12);
  expect(await textOf(page, "seen")).toMatch(/inguinal nodes[\s\S]*[\d.]+ min\s+[\d.]+ %/);
  expect(await faults(page)).toEqual([]);

  // Nothing moves on the body meanwhile: neither arrows nor hands nor detours.
  for (const layer of ["chevrons", "hand"]) expect(await page.locator(`[data-layer="${layer}"]`).count()).toBe(0);
  expect(await page.getByRole("radio", { name: "With the session" }).count()).toBe(0);
  await page.getByRole("button", { name: "Close the examination" }).click();
  await page.getByRole("radio", { name: "With the session" }).waitFor();
  expect(await page.locator('[data-layer="chevrons"]').count()).toBe(2);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("with motion the tracer spreads by itself, on a phone too", async () => {
  const { page } = await openStudio(browser, { ...moving, viewport: sizes.phone });
  await page.getByRole("button", { name: "Examine with a tracer" }).click();
  await page.waitForSelector(examination, { timeout: patience });
  await expect.poll(() => textOf(page, "examination"), { timeout: patience }).toMatch(/[\d.]+ h after the injection/);
  expect(await painted(page, "body")).toBeGreaterThan(0.1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sizes.phone.width);
  await page.context().close();
});
