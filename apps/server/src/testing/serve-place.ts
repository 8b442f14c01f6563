/**
 * A server in a process of its own, for tests that kill it and benches that load it:
 *
 *   node serve-place.ts '{"folder": "...", "databaseUrl": "...", "port": 0}'
 *
 * Prints its address once it listens; ends with SIGTERM.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { flushCompileCache } from "node:module";
import path from "node:path";
import { noPace } from "../api/pace.ts";
import { openClinic } from "../clinic.ts";
import { createServer } from "../server.ts";

const { folder, databaseUrl, port } = JSON.parse(process.argv[2] ?? "{}") as {
  readonly folder: string;
  readonly databaseUrl?: string;
  readonly port: number;
};
try {
  const clinic = await openClinic({ folder, perMinute: noPace, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  const webRoot = path.join(folder, "web");
  mkdirSync(webRoot, { recursive: true });
  writeFileSync(path.join(webRoot, "index.html"), "<!doctype html><title>OpenLymph</title>");
  const app = createServer({ webRoot, clinic });
  process.once("SIGTERM", () => void app.close().then(() => clinic.close()));
  console.log(`at ${await app.listen({ host: "127.0.0.1", port })}`);
  flushCompileCache();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
