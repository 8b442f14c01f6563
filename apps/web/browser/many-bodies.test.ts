import { afterAll, beforeAll, expect, test } from "vitest";
import { choose, faults, openBrowser, openStudio, patience, textOf } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("many bodies tell how far the numbers reach and what matters most; another history forgets them, and asking can be stopped", async () => {
  const { page, complaints } = await openStudio(browser);
  await choose(page, "Choose a plan", /^Arm, one side/);
  await expect.poll(() => page.getByText(/^21 steps/).count(), { timeout: patience }).toBe(1);
  const many = page.getByTestId("many-bodies");
  await many.getByRole("button", { name: /^Ask \d+ virtual bodies/ }).click();
  await many.getByRole("table").waitFor({ timeout: 110_000 });
  const told = await textOf(page, "many-bodies");
  expect(told).toMatch(/Left arm, above health when the session begins\s+[\d.]+ mL\s+\([\d.]+ mL … [\d,.]+ mL\)/);
  expect(told).toMatch(/Moved by the end of the session, vessels alone\s+[−\d.]+ mL/);
  expect(told).toContain("What matters most for what the vessels move");
  const curve = page.locator('figure[data-band="true"]');
  expect(await curve.count()).toBe(1);
  await curve.getByText("As a table").click();
  expect((await curve.getByRole("table").innerText()).replaceAll("\u00a0", " ")).toMatch(
    /between[\s\S]*-[\d.]+ … -?[\d.]+/,
  );
  expect(await faults(page)).toEqual([]);

  await choose(page, "Choose a history", /^A healthy body$/);
  await many.getByRole("button", { name: /^Ask \d+ virtual bodies/ }).waitFor({ timeout: patience });
  expect(await many.getByRole("table").count()).toBe(0);
  expect(await curve.count()).toBe(0);
  await many.getByRole("button", { name: /^Ask \d+ virtual bodies/ }).click();
  await many.getByRole("button", { name: "Stop asking" }).click();
  await many.getByRole("button", { name: /^Ask \d+ virtual bodies/ }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
