import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "./web-build.ts";

let base: string;

async function put(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(base, file)), { recursive: true });
  await writeFile(path.join(base, file), text);
}

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), "openlymph-build-"));
  await put("web/src/main.ts", "one");
});

afterEach(() => rm(base, { recursive: true }));

test("the web app is built again when a source changes, appears, moves or goes", async () => {
  const seen = new Set([fingerprint(base, ["web"])]);
  await put("web/src/main.ts", "two");
  seen.add(fingerprint(base, ["web"]));
  await put("web/src/other.ts", "");
  seen.add(fingerprint(base, ["web"]));
  await rm(path.join(base, "web/src/main.ts"));
  await put("web/src/renamed.ts", "two");
  seen.add(fingerprint(base, ["web"]));
  await rm(path.join(base, "web/src/other.ts"));
  seen.add(fingerprint(base, ["web"]));
  expect(seen.size).toBe(5);
});

test("it is not built again for tests, outputs, a fresh time stamp or a missing folder", async () => {
  const before = fingerprint(base, ["web"]);
  await put("web/src/main.test.ts", "test");
  await put("web/dist/index.html", "built");
  await put("web/browser/smoke.test.ts", "test");
  await put("web/src/main.ts", "one");
  expect(fingerprint(base, ["web", "nowhere"])).toBe(before);
});
