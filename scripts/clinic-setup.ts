/** Prepares the tests of the clinic: a PostgreSQL of their own, whose address they take with `inject("postgres")`. */
import type { TestProject } from "vitest/node";
import { findPostgres, postgresHint, startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the administration database, each test makes its own beside it; empty where a browser test has none. */
    postgres: string;
  }
}

export async function setup(project: TestProject): Promise<() => void> {
  const bin = findPostgres();
  if (bin === undefined) throw new Error(`No PostgreSQL was found. ${postgresHint}`);
  const { url, stop } = await startPostgres(bin);
  project.provide("postgres", url("postgres"));
  return stop;
}
