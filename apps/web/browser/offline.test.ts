import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { choose, faults, openBrowser, openStudio, patience, sizes } from "./open-studio.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("once visited, the studio opens without a network, computes, and says that it has none", async () => {
  const { page } = await openStudio(browser, { serviceWorkers: "allow" });
  const context = page.context();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await page.getByText("No network. Everything here goes on working.").waitFor();
  await page.reload();
  await page.waitForSelector('figure[data-ready="true"]', { timeout: patience });
  await choose(page, "Choose a history", /^Both legs/);
  await expect.poll(() => page.locator("main").innerText(), { timeout: patience }).toMatch(/Left leg[\s\S]*\+\d+\smL/);
  // Parts that are fetched when they are opened for the first time are there too.
  await page.getByRole("button", { name: "Microscope" }).click();
  await page.waitForSelector('[data-testid="microscope"][data-current="true"]', { timeout: patience });
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize(sizes.phone);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(sizes.phone.width);
  await context.setOffline(false);
  await expect.poll(() => page.getByText("No network.").count()).toBe(0);
  await context.close();
});

test("the app can be installed: a manifest with icons that are there", async () => {
  const origin = inject("origin");
  const page = await (await fetch(origin)).text();
  const [, link] = /rel="manifest" href="([^"]+)"/.exec(page)!;
  const manifest = await (await fetch(origin + link)).json();
  expect(manifest).toMatchObject({ name: "OpenLymph", display: "standalone", start_url: "/" });
  for (const { src, type } of manifest.icons) {
    const answer = await fetch(origin + src);
    expect(answer.status, src).toBe(200);
    expect(answer.headers.get("content-type")).toContain(type);
  }
  const worker = await fetch(`${origin}/service-worker.js`);
  expect(worker.headers.get("cache-control")).toBe("no-cache");
  expect(await worker.text()).not.toContain("__FILES__");
});
