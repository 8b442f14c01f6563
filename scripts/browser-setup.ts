/**
 * Prepares the browser tests: builds the web app when it changed, serves it on a free port as `npm start` does, and
 * provides the two things a test needs. It takes them with `inject("origin")` and `inject("chromium")`.
 */
import type { TestProject } from "vitest/node";
import { createServer } from "../apps/server/src/index.ts";
import { chromiumHint, findChromium } from "./chromium.ts";
import { ensureWebBuilt, webRoot } from "./web-build.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the web app is served, e.g. `http://127.0.0.1:40123`. */
    origin: string;
    /** Path of the browser to start. */
    chromium: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium();
  if (chromium === undefined) throw new Error(`No Chromium was found. ${chromiumHint}`);
  const problem = await ensureWebBuilt();
  if (problem !== undefined) throw new Error(problem);
  const server = createServer({ webRoot });
  project.provide("chromium", chromium);
  project.provide("origin", await server.listen({ host: "127.0.0.1", port: 0 }));
  return () => server.close();
}
