import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faults, openBrowser, openStudio, patience, sizes } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What has the focus: its name, or its words. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
  });

/** Presses Tab until the focus is on something. */
async function tabTo(page: Page, wanted: RegExp): Promise<string> {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press("Tab");
    const found = await focused(page);
    if (wanted.test(found)) return found;
  }
  throw new Error(`Tab does not come to ${wanted}`);
}

test("with keys alone a node group is kept in sight, taken out from its card, and let go", async () => {
  const { page } = await openStudio(browser);
  const node = await tabTo(page, /^Node group: /);
  await page.keyboard.press("Enter");
  const card = page.getByTestId("facts");
  await expect.poll(() => card.evaluate((element) => element === document.activeElement)).toBe(true);
  const said = (await card.locator("p").nth(1).innerText()).trim();
  expect(node).toContain(said);
  // All it offers is reached one after the other, and it goes on speaking of the same place.
  const offered: string[] = [];
  while (offered.at(-1) !== "Let go" && offered.length < 6) {
    await page.keyboard.press("Tab");
    offered.push(await focused(page));
    expect(await card.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    expect(await card.locator("p").nth(1).innerText()).toBe(said);
  }
  expect(offered.at(-1)).toBe("Let go");
  expect(offered.join()).toContain("Take these nodes out");
  await page.keyboard.press("Escape");
  expect(await focused(page)).toBe(node);
  await page.context().close();
});

test("Space plays and Ctrl+Z takes back wherever the focus is, on nothing too, but not in a field", async () => {
  const { page } = await openStudio(browser);
  const playing = () => page.getByRole("button", { name: "Pause", exact: true }).count();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await page.keyboard.press("Space");
  await expect.poll(playing).toBe(1);
  await page.keyboard.press("Space");
  await expect.poll(playing).toBe(0);
  await page.getByRole("heading", { name: "What happens" }).click();
  await page.keyboard.press("Space");
  await expect.poll(playing).toBe(1);
  await page.keyboard.press("Space");
  await expect.poll(playing).toBe(0);

  const plan = page.getByRole("button", { name: "Choose a plan" });
  const before = await plan.innerText();
  await plan.click();
  await page.getByRole("option", { name: /^Arm, one side/ }).click();
  await expect.poll(() => plan.innerText(), { timeout: patience }).not.toBe(before);
  await page.getByRole("heading", { name: "What happens" }).click();
  await page.keyboard.press("Control+z");
  await expect.poll(() => plan.innerText(), { timeout: patience }).toBe(before);

  await page.getByRole("button", { name: "Change the plan" }).click();
  const title = page.getByRole("textbox", { name: "Title" });
  await title.click();
  await page.keyboard.press("End");
  await page.keyboard.type(" mine");
  await page.keyboard.press("Space");
  expect(await title.inputValue()).toMatch(/ mine $/);
  expect(await playing()).toBe(0);
  await page.context().close();
});

test("a file let go anywhere on the page is opened as what it says it is, and the app stays", async () => {
  const { page, complaints } = await openStudio(browser);
  const drop = (selector: string, name: string, text: string): Promise<readonly boolean[]> =>
    page
      .locator(selector)
      .first()
      .evaluate(
        (element, [file, words]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([words!], file!));
          // `false`: the page takes it, and the browser does not open it in its place.
          return ["dragover", "drop"].map((kind) =>
            element.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true })),
          );
        },
        [name, text],
      );
  const written = readFileSync("examples/plans/lnni-arm.yaml", "utf8");
  const mine = (title: string): string => written.replace(/^title: .*$/m, `title: ${title}`);
  const plan = page.getByRole("button", { name: "Choose a plan" });
  for (const [n, part] of ["#body figure", 'section[aria-label="What happens"]', "header"].entries()) {
    expect(await drop(part, `mine-${n}.yaml`, mine(`Mine ${n}`)), part).toEqual([false, false]);
    await expect.poll(() => plan.innerText(), { timeout: patience }).toContain(`Mine ${n}`);
  }
  expect(await drop("#body figure", "torn.yaml", "format: openlymph/plan@1\ntitle: [")).toEqual([false, false]);
  const problem = page.locator('section[aria-label^="Plan:"] [role="alert"]');
  await problem.waitFor({ timeout: patience });
  expect(await problem.innerText()).toContain("torn.yaml");
  expect(await plan.innerText()).toContain("Mine 2");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("what happens comes back unfolded and scrolled as it was left when it is computed anew", async () => {
  const { page } = await openStudio(browser);
  const nodes = page.getByRole("button", { name: /^Node groups under load/ });
  const detours = page.getByRole("button", { name: /^Detours/ });
  await nodes.click();
  await detours.click();
  const panel = page.locator('section[aria-label="What happens"] [data-scroll]');
  await panel.locator("summary").first().click();
  await panel.evaluate((element) => element.scrollTo({ top: 150 }));
  await page.getByRole("radio", { name: "1 week" }).locator("xpath=ancestor-or-self::label").click();
  await page.getByText("days after").first().waitFor({ timeout: patience });
  expect(await nodes.getAttribute("aria-expanded")).toBe("true");
  expect(await detours.getAttribute("aria-expanded")).toBe("false");
  expect(await panel.locator("details[open]").count()).toBe(1);
  expect(await panel.evaluate((element) => element.scrollTop)).toBe(150);
  await page.context().close();
});

test("on a phone axe finds nothing with a place drawn out", async () => {
  const { page } = await openStudio(browser, { viewport: sizes.phone });
  await page.getByRole("button", { name: "Look closer" }).click();
  await page.getByRole("menuitem", { name: "Left armpit" }).click();
  await page.getByRole("heading", { name: "Left armpit" }).waitFor({ timeout: patience });
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});
