/**
 * Prepares the browser tests: builds the web app when it changed, serves it on a free port as `npm start` does, and
 * provides what a test needs. It takes it with `inject("origin")`, `inject("chromium")` and `inject("postgres")`.
 */
import type { TestProject } from "vitest/node";
import { createServer } from "../apps/server/src/index.ts";
import { chromiumHint, findChromium } from "./chromium.ts";
import { findPostgres, postgresHint, startPostgres } from "./postgres.ts";
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
  const bin = findPostgres();
  const database = bin === undefined ? undefined : await startPostgres(bin);
  if (database === undefined)
    console.log(`No PostgreSQL was found: the clinic is used on SQLite alone. ${postgresHint}`);
  project.provide("postgres", database?.url("postgres") ?? "");
  return async () => {
    await server.close();
    database?.stop();
  };
}
