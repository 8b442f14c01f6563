/** Fixed-step runs give the same bits in Node and in Chromium: exp and cosine are the project's own (base/elementary.ts). */
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./open-studio.ts";
import { runCases } from "./same-bits-run.ts";

/** The runs bundled as one script that leaves `sameBits` behind. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: true,
      target: "es2023",
      lib: {
        entry: fileURLToPath(new URL("./same-bits-run.ts", import.meta.url)),
        formats: ["iife"],
        name: "sameBits",
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !("output" in first)) throw new Error("nothing was built");
  return first.output[0].code;
}

describe("Node and Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("agree to the last bit of every volume, valve, passed volume and solute", async () => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundle() });
    const there = await page.evaluate(() =>
      (globalThis as unknown as { sameBits: { runCases: () => Record<string, string> } }).sameBits.runCases(),
    );
    const here = runCases();
    expect(Object.keys(there)).toHaveLength(7);
    for (const [name, bits] of Object.entries(here)) expect(there[name], name).toBe(bits);
  });
});
