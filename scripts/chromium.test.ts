import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findChromium } from "./chromium.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "openlymph-chromium-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function program(name: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, "");
  await chmod(file, 0o755);
  return file;
}

test("the PATH is searched, Chromium before Chrome", async () => {
  const chrome = await program("b/google-chrome");
  const environment = { PATH: [path.join(folder, "a"), path.join(folder, "b")].join(path.delimiter) };
  expect([chrome, "/usr/bin/chromium", "/usr/bin/chromium-browser"]).toContain(findChromium(environment, "linux"));
  const chromium = await program("a/chromium");
  expect(findChromium(environment, "linux")).toBe(chromium);
});

test("CHROMIUM_PATH comes first, and is not replaced by a guess when it is wrong", async () => {
  await program("chromium");
  const wished = await program("mine");
  expect(findChromium({ PATH: folder, CHROMIUM_PATH: wished }, "linux")).toBe(wished);
  expect(findChromium({ PATH: folder, CHROMIUM_PATH: path.join(folder, "gone") }, "linux")).toBeUndefined();
});

test("macOS keeps browsers in the Applications folder", async () => {
  const chrome = await program("Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  const found = findChromium({ HOME: folder }, "darwin");
  expect(found === chrome || found?.startsWith("/usr/bin/") || found?.startsWith("/Applications/")).toBe(true);
});
