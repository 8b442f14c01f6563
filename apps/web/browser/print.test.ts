import { afterAll, beforeAll, expect, test } from "vitest";
import { choose, openBrowser, openStudio, patience, sizes } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a plan is printed in large type with a numbered body, a box for each step and every stroke in pictures", async () => {
  const { page, complaints } = await openStudio(browser);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await choose(page, "Choose a plan", /^Arm, one side/);
  await expect.poll(() => page.getByText(/^21 steps/).count(), { timeout: patience }).toBe(1);
  await page.waitForSelector('[data-testid="time"]', { timeout: patience });
  await page.getByRole("button", { name: "Hand the plan on" }).click();
  await page.getByRole("menuitem", { name: "Print the plan" }).click();
  await page.waitForSelector("body[data-printed]", { timeout: patience });

  await page.emulateMedia({ media: "print" });
  const sheet = page.getByTestId("print-sheet");
  expect(await sheet.isVisible()).toBe(true);
  expect(await page.locator("main").isVisible()).toBe(false);
  const text = await sheet.innerText();
  for (const part of [
    "DRAFT: no named professional has approved this plan.",
    "not when unwell or infected; stop with pain, redness or breathlessness",
    "Left arm affected",
    "Forearm, affected side (left)",
    "opposite armpit (right)",
    "it promises no effect",
  ]) {
    expect(text).toContain(part);
  }
  // A word like "affected side" never stands without the side of the body it means.
  const rows = await sheet.locator("ol > li").allInnerTexts();
  for (const row of rows.filter((each) => /affected|opposite/.test(each))) expect(row).toMatch(/\((left|right)\)/);
  const bodies = (await sheet.locator("figure").allInnerTexts()).map((each) => each.replace(/\s+/g, " "));
  expect(bodies[0]).toContain("R right L left");
  expect(bodies[1]).toContain("L left R right");
  expect(await sheet.getByRole("listitem").filter({ hasText: "mmHg" }).count()).toBeGreaterThan(15);
  expect(await sheet.locator("svg text").allInnerTexts()).not.toHaveLength(0);
  const pictures = await sheet
    .locator("img")
    .evaluateAll((all) => all.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(pictures.length).toBeGreaterThan(2);
  expect(Math.min(...pictures)).toBeGreaterThan(0);
  const size = await sheet.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThanOrEqual(18);
  for (const format of ["A4", "Letter"]) {
    const pdf = await page.pdf({ format });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  }
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect.poll(() => sheet.count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the page itself prints its panels and the body whole, without what is there to be pressed, from a wide screen and a phone", async () => {
  for (const size of ["desktop", "phone"] as const) {
    const { page } = await openStudio(browser, { viewport: sizes[size] });
    await page.waitForSelector('[data-testid="time"]', { timeout: patience });
    await page.emulateMedia({ media: "print" });
    for (const heading of ["History", "Plan", "What happens"]) {
      await page.getByRole("heading", { name: heading, exact: true }).waitFor();
    }
    expect(await page.getByRole("radiogroup", { name: "Which run is shown" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: /virtual bodies/ }).isVisible()).toBe(false);
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(2);
    await page.context().close();
  }
});
