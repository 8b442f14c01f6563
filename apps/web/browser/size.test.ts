import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { givePlan, openHome, phone, shortPlan } from "./open-home.ts";
import { openBrowser } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const assets = readdirSync(`${dist}assets`).filter((name) => name.endsWith(".js"));
const textOf = (name: string): string => readFileSync(`${dist}assets/${name}`, "utf8");
const gzipped = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + gzipSync(textOf(name), { level: 9 }).length, 0);

/** Every script that a page names, and that those name in turn, to be loaded now or later. */
function reachedFrom(page: string): readonly string[] {
  const reached = new Set<string>();
  const visit = (text: string): void => {
    for (const name of assets.filter((each) => !reached.has(each) && text.includes(each))) {
      reached.add(name);
      visit(textOf(name));
    }
  };
  visit(readFileSync(dist + page, "utf8"));
  return [...reached];
}

test("the scripts of the studio, those loaded later too, stay below 350 kB gzipped; the model's workers apart", () => {
  const scripts = reachedFrom("index.html").filter((name) => !name.includes(".worker-"));
  expect(scripts.length).toBeGreaterThan(8);
  expect(gzipped(scripts)).toBeLessThan(350_000);
});

/** The scripts that a page has loaded by now, whatever asked for them. */
const loadedBy = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname.replace("/assets/", ""))
      .filter((name) => name.endsWith(".js")),
  );

/**
 * What counts for opening is all that the browser loads until the first screen can be used, not only what the page names:
 * without a plan its offer of plans with their titles, and with one the reader of plans that the screen waits for. Screens that
 * somebody goes to from there are fetched then, and have a limit of their own together with the rest.
 */
test("Home opens with less than 200 kB of script gzipped, without a plan and with one; all its screens have less than 335", async () => {
  const context = await browser.newContext({ ...phone, serviceWorkers: "block" });
  const empty = await openHome(context);
  await empty.getByRole("button", { name: "SLD arm and trunk" }).waitFor();
  const first = await loadedBy(empty);
  await givePlan(empty, shortPlan);
  await empty.getByRole("button", { name: "Start" }).waitFor();
  const page = await openHome(context);
  await page.getByRole("button", { name: "Start" }).waitFor();
  const withPlan = await loadedBy(page);
  await context.close();
  const all = reachedFrom("home/index.html");
  for (const some of [first, withPlan]) {
    expect(some).toContainEqual(expect.stringMatching(/^home-/));
    expect(some.filter((name) => !all.includes(name))).toEqual([]);
  }
  const sizes = { first: gzipped(first), withPlan: gzipped(withPlan), all: gzipped(all) };
  console.info("Home, bytes of script gzipped:", sizes);
  expect(withPlan).toContainEqual(expect.stringMatching(/^read-home-plan-/));
  expect(sizes.first).toBeLessThan(200_000);
  expect(sizes.withPlan).toBeLessThan(200_000);
  expect(sizes.all).toBeLessThan(335_000);
});

test("Home loads no worker, no drawing and no model, now or later", () => {
  const scripts = reachedFrom("home/index.html");
  expect(scripts.some((name) => name.startsWith("home-"))).toBe(true);
  expect(scripts.filter((name) => /worker|Studio|model|PlanEditor|uPlot|comlink/.test(name))).toEqual([]);
});

test("what keeps the app for use without a network keeps every script of Home", () => {
  const kept = readFileSync(`${dist}service-worker.js`, "utf8");
  expect(reachedFrom("home/index.html").filter((name) => !kept.includes(`/assets/${name}`))).toEqual([]);
});
