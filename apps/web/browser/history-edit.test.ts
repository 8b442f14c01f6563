import { afterAll, beforeAll, expect, test } from "vitest";
import { choose, faults, openBrowser, openStudio, patience, sizes } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("an operation is added and taken out with the keyboard; the body swells, heals, and every change can be taken back", async () => {
  const { page, complaints } = await openStudio(browser);
  await choose(page, "Choose a history", /^A healthy body$/);
  await page.getByRole("button", { name: "Change what happened" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Operation or radiotherapy" }).focus();
  await page.keyboard.press("Enter");
  const form = page.getByTestId("history-form");
  await choose(page, "Which", /^axillary dissection levels I-III$/);
  await form.getByRole("radio", { name: "right" }).focus();
  await page.keyboard.press("Space");
  await form.getByLabel("Date").fill("2024-05-01");
  expect(await faults(page)).toEqual([]);
  await form.getByRole("button", { name: "Add it" }).focus();
  await page.keyboard.press("Enter");

  const list = page.getByRole("list", { name: "What happened to this body" });
  await expect
    .poll(() => list.innerText(), { timeout: patience })
    .toMatch(/2024-05-01\s+Axillary dissection levels I-III, right/);

  await page.getByRole("button", { name: "Weaker vessels" }).click();
  await page.getByTestId("history-form").getByRole("radio", { name: "right" }).focus();
  await page.keyboard.press("Space");
  await page.getByTestId("history-form").getByRole("button", { name: "Add it" }).click();
  await expect.poll(() => list.innerText(), { timeout: patience }).toContain("Vessels pump at 60");
  await expect
    .poll(() => page.locator("main").innerText(), { timeout: patience })
    .toMatch(/Right arm\s[\s\S]*\+\d+\smL/);
  await page.getByRole("button", { name: /^Take out: Vessels pump/ }).click();
  await expect.poll(() => list.innerText(), { timeout: patience }).not.toContain("Vessels pump at 60");
  await page.getByRole("button", { name: "Take the last change back" }).first().click();
  await expect.poll(() => list.innerText(), { timeout: patience }).toContain("Vessels pump at 60");
  await page.getByRole("radio", { name: "Male", exact: true }).focus();
  await page.keyboard.press("Space");
  await expect
    .poll(() => page.getByRole("radio", { name: "Male", exact: true }).isChecked(), { timeout: patience })
    .toBe(true);
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("on a phone, a date after the history is refused with its reason, and an infection stops the session", async () => {
  const { page } = await openStudio(browser, { viewport: sizes.phone });
  await page.getByRole("button", { name: "History", exact: true }).click();
  await page.getByRole("button", { name: "Change what happened" }).click();
  await page.getByRole("button", { name: "Operation or radiotherapy" }).click();
  await choose(page, "Which", /^axillary sentinel node biopsy$/);
  await page.getByTestId("history-form").getByLabel("Date").fill("2031-01-01");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByText(/a date on or before asOf/).waitFor({ timeout: patience });
  await page.getByRole("button", { name: "Back to the history" }).click();
  await page.getByRole("button", { name: "Infection now" }).click();
  await page.getByRole("button", { name: "Add it" }).click();
  await page.locator('[data-sheet] button[aria-label="Close"]').click();
  await page
    .getByText(/infection/i)
    .first()
    .waitFor({ timeout: patience });
  await expect.poll(() => page.getByRole("alert").innerText(), { timeout: patience }).toMatch(/infection/i);
  await page.context().close();
});

test("leaky valves, too few vessels, veins, a sleeve and hours upright are added and stand in the list", async () => {
  const { page, complaints } = await openStudio(browser);
  await choose(page, "Choose a history", /^A healthy body$/);
  await page.getByRole("button", { name: "Change what happened" }).click();
  const list = page.getByRole("list", { name: "What happened to this body" });
  const form = page.getByTestId("history-form");
  const add = async (kind: string, told: RegExp, limb = "Leg"): Promise<void> => {
    await page.getByRole("button", { name: kind, exact: true }).click();
    if (limb !== "") await form.getByRole("radio", { name: limb }).check({ force: true });
    if (kind.startsWith("Sleeve")) expect(await faults(page)).toEqual([]);
    await form.getByRole("button", { name: "Add it" }).click();
    await expect.poll(() => list.innerText(), { timeout: patience }).toMatch(told);
  };
  await add("Hours upright", /Upright, every day/, "");
  await page.getByRole("button", { name: "Walking", exact: true }).click();
  await form.getByLabel("To", { exact: true }).fill("09:00");
  await form.getByRole("button", { name: "Add it" }).click();
  await page.getByText(/an end after the start/).waitFor({ timeout: patience });
  await page.getByRole("button", { name: "Back to the history" }).click();
  await add("Too few vessels", /50.% of the vessels were never there/);
  await add("Pressure in the veins", /Pressure in the veins raised by 12.mmHg/);
  await add("Sleeve or stocking", /Sleeve, 30.mmHg, every day/);
  await add("Leaky valves", /valves of 3.% of the vessels do not close/);
  await add("Injury now", /Injury, 10.days/, "Arm");
  expect(complaints).toEqual([]);
  await page.context().close();
});
