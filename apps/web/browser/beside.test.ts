import { afterAll, beforeAll, expect, test } from "vitest";
import { choose, openBrowser, openStudio, patience, textOf } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a rehearsal is kept and the next plan told beside it; on another history it is not compared", async () => {
  const { page, complaints } = await openStudio(browser, { reducedMotion: "reduce" });
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
  await choose(page, "Choose a history", /^Both legs/);
  await expect.poll(() => beside.getByRole("table").count(), { timeout: patience }).toBe(0);
  await beside.getByRole("button", { name: "Forget A" }).click();
  expect(complaints).toEqual([]);
  await page.context().close();
});
