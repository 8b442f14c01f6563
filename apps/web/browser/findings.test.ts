import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choose, faults, openBrowser, openHistory, openStudio, patience, place, sizes, textOf } from "./open-studio.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function top(page: Page, selector: string): Promise<number> {
  return (await page.locator(selector).first().boundingBox())?.y ?? Number.NaN;
}

const ownHistory = (lines: readonly string[]): string =>
  ["format: openlymph/history@1", "title: Mine", "asOf: 2026-11-22", "provenance: { tag: assumed, source: me }"]
    .concat(lines)
    .join("\n");

test("a session that must not be done: Stop stands before all else, stays, and nothing of the session is played", async () => {
  const { page, complaints } = await openStudio(browser);
  await choose(page, "Choose a history", /^Infection of a healthy/);
  const alert = page.getByRole("alert");
  await alert.waitFor({ timeout: patience });
  expect(await alert.innerText()).toMatch(/^Stop\s+An infection runs at the time of this session/);
  expect(await alert.locator("svg").count()).toBe(1);
  expect(await page.getByTestId("stop").locator("button").count()).toBe(0);
  expect(await top(page, '[role="alert"]')).toBeLessThan(await top(page, "#body"));
  const happens = page.getByRole("region", { name: "What happens" });
  expect((await happens.innerText()).replaceAll(/\s+/g, " ")).toMatch(/^What happens Stop An infection runs/);

  const play = page.getByRole("button", { name: "Play" });
  expect(await play.isDisabled()).toBe(true);
  expect(await page.getByText("Not played: this session must not be done.").isVisible()).toBe(true);
  expect(await page.getByRole("radio", { name: /^With the session/ }).isDisabled()).toBe(true);
  expect(await page.getByRole("radio", { name: "Without the session" }).isChecked()).toBe(true);
  expect(await page.getByRole("list", { name: "Steps of the plan" }).getByRole("button").first().isDisabled()).toBe(
    true,
  );
  await page.getByRole("slider").fill("300");
  expect(await play.isDisabled()).toBe(true);
  expect(await page.locator('[data-layer="hand"]').count()).toBe(0);
  await page.keyboard.press("Escape");
  expect(await alert.isVisible()).toBe(true);

  expect(await faults(page)).toEqual([]);
  await choose(page, "Choose a history", /clearance and radiotherapy$/);
  await expect.poll(() => page.getByTestId("stop").count(), { timeout: patience }).toBe(0);
  expect(await page.getByRole("radio", { name: "With the session" }).isChecked()).toBe(true);
  expect(complaints).toEqual([]);
  await page.close();
});

test("where an infection runs after an operation the weeks before are played, and playing ends where the session begins", async () => {
  const { page } = await openStudio(browser);
  await openHistory(
    page,
    ownHistory([
      "procedures:",
      "  - { procedure: ALND_I_III, side: left, date: 2025-11-22 }",
      "events:",
      "  - { infection: { limb: arm, segments: [forearm, hand], side: left }, at: 0 h, for: 5 d }",
    ]),
  );
  await page.getByRole("alert").getByText("Stop").waitFor({ timeout: patience });
  await page.getByRole("slider").fill("200");
  const play = page.getByRole("button", { name: "Play" });
  expect(await play.isDisabled()).toBe(false);
  await play.click();
  await expect.poll(() => play.isDisabled(), { timeout: patience }).toBe(true);
  expect(await place(page)).toBe(260);
  await page.close();
});

test("head and neck are shown where no limb is swollen, and that the bound is only known for limbs", async () => {
  const { page, complaints } = await openStudio(browser);
  await choose(page, "Choose a history", /^Head and neck/);
  await choose(page, "Choose a plan", /^Head and neck/);
  await page.locator('[data-part="headNeck"]').waitFor({ timeout: patience });
  const happens = page.getByRole("region", { name: "What happens" });
  expect(await textOf(page, "excess")).toMatch(/^\+3\d\d mL$/);
  const told = (await happens.innerText()).replaceAll("\u00a0", " ");
  expect(told).toContain("Fluid above health in head and neck, without the brain");
  expect(told).toMatch(/at its end\s+32\d\.\d mL\s+32\d\.\d mL\s+[\u2212+]?0\.\d{3} mL/);
  expect(told).toContain("How much the vessels could do at most is only known for limbs.");
  expect(told).not.toContain("Left arm");
  expect(await page.locator("[data-bound]").count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});

test("where the body left the range of the model this is said above the numbers", async () => {
  const { page } = await openStudio(browser, { viewport: sizes.desktop });
  expect(await page.getByTestId("warnings").count()).toBe(0);
  await page.getByRole("slider").fill("0");
  const palm = page.locator('figure[data-view="front"] [data-thing="handPalm_L"]');
  const widthOf = async () => (await palm.boundingBox())?.width ?? Number.NaN;
  await page.waitForTimeout(1000);
  const healthy = await widthOf();
  await openHistory(
    page,
    ownHistory([
      "procedures:",
      "  - { procedure: ALND_I_III, side: left, date: 2020-01-01 }",
      "assume:",
      "  - { pumpStrength: 0.1, limb: arm, side: left, from: procedures }",
      "  - { capillaryPressure: 12 mmHg, limb: arm, side: left, from: procedures }",
    ]),
  );
  await page.getByTestId("warnings").waitFor({ timeout: patience });
  expect(await textOf(page, "warnings")).toMatch(/model is meant for: left palm .*Its numbers there mean nothing/);
  expect(await top(page, '[data-testid="warnings"]')).toBeLessThan(await top(page, '[data-testid="excess"]'));
  // The body follows, as far as it can be drawn.
  await expect.poll(widthOf, { timeout: patience }).toBeGreaterThan(1.4 * healthy);
  await page.close();
});
