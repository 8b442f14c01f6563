import { afterAll, beforeAll, expect, test } from "vitest";
import { choose, openBrowser, openStudio, patience, textOf } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a rehearsal is kept and the next plan told beside it, in numbers and as two bodies; on another history it is not compared", async () => {
  const { page, complaints } = await openStudio(browser);
  await page.getByRole("button", { name: /^Beside another plan/ }).click();
  const beside = page.getByTestId("beside");
  await beside.getByRole("button", { name: "Keep this one as A" }).click();
  await beside.getByText("Kept as A.").waitFor();
  await choose(page, "Choose a plan", /^Arm, one side/);
  await beside.getByRole("table").waitFor({ timeout: patience });
  const told = await textOf(page, "beside");
  expect(told).toContain("A: SLD arm and trunk (LNNI leaflet, published part)");
  expect(told).toContain("B: Arm, one side, armpit nodes removed or irradiated (ALND)");
  // The draft works the arm and takes some out of it; the leaflet's excerpt stays on the trunk and hardly changes it.
  const day = /24 h after it began\s+([+−][\d.]+) mL\s+([+−][\d.]+) mL/.exec(told)!;
  const value = (text: string | undefined) => Number(text?.replace("−", "-"));
  expect(Math.abs(value(day[1]))).toBeLessThan(0.02);
  expect(value(day[2])).toBeLessThan(-0.05);

  await page.getByRole("radio", { name: "Plan A and plan B side by side" }).focus();
  await page.keyboard.press("Space");
  const bodies = page.locator('figure[data-ready="true"]');
  const names = async () =>
    (await bodies.locator("figcaption").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
  await expect
    .poll(names, { timeout: patience })
    .toEqual([
      "R A: SLD arm and trunk (LNNI leaflet, published part) L",
      "R B: Arm, one side, armpit nodes removed or irradiated (ALND) L",
    ]);
  await page.getByRole("radio", { name: "Back" }).focus();
  await page.keyboard.press("Space");
  await expect.poll(async () => (await names())[0], { timeout: patience }).toMatch(/^L A: .* R$/);
  await page.getByRole("radio", { name: "With and without side by side" }).focus();
  await page.keyboard.press("Space");
  await expect.poll(names, { timeout: patience }).toEqual(["L With the session R", "L Without the session R"]);
  // The hands lie on the body with the session only.
  await expect.poll(() => page.locator('figure[data-run="with"] [data-layer="hand"]').count()).toBe(1);
  expect(await page.locator('figure[data-run="without"] [data-layer="hand"]').count()).toBe(0);

  await choose(page, "Choose a history", /^Both legs/);
  await expect.poll(() => beside.getByRole("table").count(), { timeout: patience }).toBe(0);
  await beside.getByRole("button", { name: "Forget A" }).click();
  expect(complaints).toEqual([]);
  await page.context().close();
});
