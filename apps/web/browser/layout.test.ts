import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choose, moving, openBrowser, openStudio, patience, screens, sizes } from "./open-studio.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What of the body lies under a part of the page, looked at every few pixels. */
function bodyUnder(page: Page, selector: string, pace = 4): Promise<readonly string[]> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, step) => {
      const found = new Set<string>();
      const { left, right, top, bottom } = element.getBoundingClientRect();
      for (let x = left; x <= right; x += step) {
        for (let y = top; y <= bottom; y += step) {
          for (const under of document.elementsFromPoint(x, y)) {
            if (under.hasAttribute("data-thing")) found.add(under.getAttribute("data-thing") ?? "");
          }
        }
      }
      return [...found];
    }, pace);
}

/** One page in every size: opening it anew for each would take longer than all that is looked at. */
let resized: Page | undefined;

async function resizedTo(viewport: (typeof screens)[keyof typeof screens]): Promise<Page> {
  if (resized !== undefined) {
    await resized.setViewportSize(viewport);
    return resized;
  }
  // The words about moving dots are longer than those about arrows.
  const { page } = await openStudio(browser, { ...moving, viewport });
  await page.getByRole("button", { name: "Pause" }).click();
  resized = page;
  return page;
}

for (const [name, viewport] of Object.entries(screens)) {
  test(`${name}: neither words nor switches lie on the body, and what matters is in sight`, async () => {
    const page = await resizedTo(viewport);
    await page.getByRole("slider").fill("999");
    await page.mouse.move(2, 2);
    const said = await page.getByTestId("legend").innerText();
    expect(said).toContain("at most 6 times");
    expect(await bodyUnder(page, '[data-testid="legend"]')).toEqual([]);
    expect(await bodyUnder(page, '#body [role="radiogroup"]')).toEqual([]);
    for (const button of ["Layers", "Microscope", "Examine with a tracer", "Look closer"]) {
      expect(await bodyUnder(page, `#body button[aria-label="${button}"]`), button).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    const labels = page
      .getByText("Teaching model: a typical body with this history, not you")
      .filter({ visible: true });
    const tops = (await labels.all()).map(async (label) => (await label.boundingBox())?.y ?? Number.NaN);
    expect(Math.min(...(await Promise.all(tops)))).toBeLessThan(viewport.height);
    const inSight = ["#body", '[role="slider"], input[type="range"]', 'button[aria-label="Play"]'];
    if (viewport.width > 1180) inSight.push('[data-testid="excess"]', '[aria-label="Steps of the plan"] button');
    for (const part of inSight) {
      const box = await page.locator(part).first().boundingBox();
      expect(box === null ? Number.NaN : box.y + box.height, part).toBeLessThanOrEqual(viewport.height);
    }
  });
}

const drawers = [
  { opens: "Microscope", id: "microscope", closes: "Close the microscope" },
  { opens: "Examine with a tracer", id: "examination", closes: "Close the examination" },
] as const;

for (const [name, viewport] of Object.entries(screens)) {
  test(`${name}: with a drawer open the switches stand beside the body, whole and apart`, async () => {
    const page = await resizedTo(viewport);
    for (const { opens, id, closes } of drawers) {
      await page.getByRole("button", { name: opens, exact: true }).click();
      await page.getByTestId(id).waitFor({ timeout: patience });
      await page.mouse.move(2, 2);
      await page.waitForTimeout(400);
      const wrong = await page.locator("#body").evaluate((stage) => {
        const room = stage.getBoundingClientRect();
        const bodies = [...stage.querySelectorAll("figure")].map((each) => ["body", each] as const);
        const switches = [...stage.querySelectorAll('button[aria-label], [role="radiogroup"]')];
        const all = switches.map((each) => [each.getAttribute("aria-label") ?? each.className, each] as const);
        const found: string[] = [];
        for (const [at, [said, one]] of all.entries()) {
          const a = one.getBoundingClientRect();
          const inside = a.left >= room.left && a.right <= room.right && a.top >= room.top && a.bottom <= room.bottom;
          if (!inside) found.push(`${said} is cut off`);
          for (const [other, two] of [...all.slice(at + 1), ...bodies]) {
            const b = two.getBoundingClientRect();
            const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            if (!apart) found.push(`${said} lies on ${other}`);
          }
        }
        return found;
      });
      expect(wrong, id).toEqual([]);
      expect(await page.getByTestId("legend").count(), id).toBe(0);
      await page.getByRole("button", { name: closes }).click();
    }
  });

  test(`${name}: the names of the lymphosomes do not lie on the body`, async () => {
    const page = await resizedTo(viewport);
    const layer = async (): Promise<void> => {
      await page.getByRole("button", { name: "Layers" }).click();
      await page.getByRole("menuitemcheckbox", { name: "Lymphosomes" }).click();
      await page.keyboard.press("Escape");
    };
    await layer();
    await page.mouse.move(2, 2);
    await page.getByTestId("areas").waitFor();
    expect(await bodyUnder(page, '[data-testid="areas"]')).toEqual([]);
    await layer();
  });
}

test("swollen legs leave the words between them free", async () => {
  await resized?.close();
  const { page } = await openStudio(browser, { viewport: screens.laptop });
  await choose(page, "Choose a history", /legs/i);
  await page.getByText("Left leg", { exact: true }).first().waitFor({ timeout: patience });
  await page.mouse.move(2, 2);
  await page.waitForTimeout(1500);
  expect(await bodyUnder(page, "figure[data-view]", 6)).toContain("footDorsumMedial_L");
  expect(await bodyUnder(page, '[data-testid="legend"]')).toEqual([]);
  await page.close();
});

test("the larger the screen, the larger the body", async () => {
  const { page } = await openStudio(browser, { viewport: screens.laptop });
  const heights: number[] = [];
  for (const viewport of [screens.laptop, sizes.desktop, screens.large]) {
    await page.setViewportSize(viewport);
    heights.push((await page.locator("figure[data-view]").first().boundingBox())?.height ?? 0);
  }
  await page.close();
  const [laptop = 0, desktop = 0, large = 0] = heights;
  expect(laptop).toBeGreaterThan(0.63 * screens.laptop.height);
  expect(desktop).toBeGreaterThan(laptop);
  expect(large).toBeGreaterThan(0.8 * screens.large.height);
});

test("the step under way is whole in sight, its neighbours too where there is room", async () => {
  const { page } = await openStudio(browser, { viewport: screens.large });
  await choose(page, "Choose a plan", /^Arm, one side/);
  await page.getByTestId("time").waitFor({ timeout: patience });
  const steps = page.getByRole("list", { name: "Steps of the plan" });
  await expect.poll(() => steps.locator("li > button").nth(9).isEnabled(), { timeout: patience }).toBe(true);
  await steps.locator("li > button").nth(9).click();
  const inSight = () =>
    steps.evaluate((list) => {
      const view = list.closest("[data-scroll]")!.getBoundingClientRect();
      const current = list.querySelector('[aria-current="step"]');
      const near = [current?.previousElementSibling, current, current?.nextElementSibling];
      return near.every((card) => {
        const box = card?.getBoundingClientRect();
        return box !== undefined && box.top >= view.top && box.bottom <= view.bottom;
      });
    });
  await expect.poll(inSight, { timeout: 10_000 }).toBe(true);
  await page.close();
});
