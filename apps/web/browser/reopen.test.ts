import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { choose, openBrowser, openStudio, patience, place, sizes } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const week = "1 week";
const firstPlan = "SLD arm and trunk (LNNI leaflet, published part)";
const secondPlan = "Arm, one side, armpit nodes removed or irradiated (ALND)";

/** Everything a person set, as the page shows it. */
async function seen(page: Page): Promise<unknown> {
  const checked = (group: string) =>
    page
      .getByRole("radiogroup", { name: group })
      .getByRole("radio", { checked: true })
      .evaluate((radio) => radio.closest("label")?.textContent ?? "");
  return {
    place: await place(page),
    time: await page.getByTestId("time").innerText(),
    run: await checked("Which run is shown"),
    follow: await checked("How long the body is followed"),
    beside: await page.getByTestId("beside").getByRole("table").innerText(),
    bodies: await page.locator("figure figcaption").allInnerTexts(),
    many: await page.getByTestId("many-bodies").innerText(),
  };
}

async function ready(page: Page): Promise<void> {
  await page.waitForSelector('[data-testid="time"]', { timeout: patience });
  await page.getByTestId("beside").getByRole("table").waitFor({ timeout: patience });
}

const asking = (page: Page) => page.getByTestId("many-bodies").getByRole("button", { name: "Stop asking" });

test("a link, a file and a reload open a rehearsal exactly as it was left: moment, run, span, plan A and many bodies", async () => {
  const { page, complaints } = await openStudio(browser, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByRole("button", { name: /^Beside another plan/ }).click();
  await page.getByTestId("beside").getByRole("button", { name: "Keep this one as A" }).click();
  await choose(page, "Choose a plan", /^Arm, one side/);
  await page.getByTestId("beside").getByRole("table").waitFor({ timeout: patience });
  await page.getByRole("radio", { name: week }).check({ force: true });
  await page.waitForSelector('[data-testid="time"]', { timeout: patience });
  await ready(page);
  await page.getByRole("radio", { name: "Plan A and plan B side by side" }).check({ force: true });
  await page.getByRole("slider").fill("700");
  const before = await seen(page);
  expect(before).toMatchObject({ place: 700, follow: week, run: "A | B" });
  expect(JSON.stringify(before)).toContain(`A: ${firstPlan}`);
  expect(JSON.stringify(before)).toContain(`B: ${secondPlan}`);

  await page.getByRole("button", { name: "Hand the plan on" }).click();
  await page.getByRole("menuitem", { name: "Copy a link to this history and plan" }).click();
  await page.getByText("Link copied.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "Hand the plan on" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Save history and plan as one file" }).click(),
  ]);
  const file = JSON.parse(readFileSync(await download.path(), "utf8"));
  // The texts of examples go with it: an example may change.
  expect(file.history.text).toContain("format: openlymph/history@");
  expect([file.version, file.view.run, file.view.follow]).toEqual([2, "with", "week"]);

  await page.waitForTimeout(800);
  await page.reload();
  await ready(page);
  await expect.poll(() => seen(page), { timeout: patience }).toEqual(before);
  expect(complaints).toEqual([]);
  await page.context().close();

  const other = await browser.newContext({ viewport: sizes.desktop, reducedMotion: "reduce", serviceWorkers: "block" });
  const linked = await other.newPage();
  await linked.goto(link);
  await ready(linked);
  await expect.poll(() => seen(linked), { timeout: patience }).toEqual(before);
  expect(await linked.getByText(/numbers may differ/).count()).toBe(0);
  // An example stays one: it is listed as itself.
  expect(await linked.getByText(/^Your file/).count()).toBe(0);

  // The same as a file of another version, in which many bodies were asked without the session.
  const elsewhere = await other.newPage();
  await elsewhere.goto(inject("origin"));
  await elsewhere.waitForSelector('[data-testid="time"]', { timeout: patience });
  const [chooser] = await Promise.all([
    elsewhere.waitForEvent("filechooser"),
    elsewhere.getByRole("button", { name: "Open a history file (YAML)" }).click(),
  ]);
  const { pairing: _both, ...view } = file.view;
  const changed = { ...file, program: "0.0.9", view: { ...view, run: "without", bodies: { count: 4, seed: 7 } } };
  await chooser.setFiles({
    name: "openlymph-rehearsal.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(changed)),
  });
  await elsewhere
    .getByText(/Made with version 0\.0\.9 of OpenLymph.*numbers may differ/)
    .waitFor({ timeout: patience });
  await ready(elsewhere);
  await elsewhere
    .getByTestId("many-bodies")
    .getByText(/^Of 4 bodies|4 /)
    .first()
    .waitFor({ timeout: patience });
  await expect.poll(() => asking(elsewhere).count(), { timeout: patience }).toBe(0);
  expect(await seen(elsewhere)).toMatchObject({ place: 700, follow: week, run: "Without" });
  await other.close();
});
