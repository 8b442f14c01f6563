import { chmod, copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type RunOutcome, root, runNode } from "./process.ts";

const lock = (version: string) =>
  JSON.stringify({
    packages: {
      "": { name: "house" },
      "node_modules/left": { version, integrity: `sha512-${version}` },
      "node_modules/only-on-mars": { version: "1.0.0", optional: true },
    },
  });
const installedLock = "node_modules/.package-lock.json";
let house: string;

async function put(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(house, file)), { recursive: true });
  await writeFile(path.join(house, file), text);
}

/** Stands in for npm: notes how it was called, then does as told. */
async function npmThat(body: string): Promise<void> {
  await put("bin/npm", `#!/bin/sh\necho "npm was called: $*" >&2\n${body}\n`);
  await chmod(path.join(house, "bin/npm"), 0o755);
}

function bootstrap(...args: string[]): Promise<RunOutcome> {
  const env = { PATH: [path.join(house, "bin"), "/usr/bin", "/bin"].join(path.delimiter) };
  return runNode([path.join(house, "scripts/bootstrap.mjs"), ...args], { env, quiet: true });
}

/** A repository in which everything is installed and `check` says what it was given and on which Node. */
beforeEach(async () => {
  house = await mkdtemp(path.join(tmpdir(), "openlymph-bootstrap-"));
  await put("package.json", '{ "type": "module" }');
  await put("package-lock.json", lock("1.0.0"));
  await put(
    installedLock,
    JSON.stringify({ packages: { "node_modules/left": JSON.parse(lock("1.0.0")).packages["node_modules/left"] } }),
  );
  await put("scripts/check.ts", "console.log(process.execPath, process.argv.slice(2) as string[]); process.exit(7);\n");
  await copyFile(path.join(root, "scripts/bootstrap.mjs"), path.join(house, "scripts/bootstrap.mjs"));
  await mkdir(path.join(house, "node_modules/node/bin"), { recursive: true });
  await symlink(process.execPath, path.join(house, "node_modules/node/bin/node"));
  await npmThat("exit 1");
});

afterEach(() => rm(house, { recursive: true }));

describe.skipIf(process.platform === "win32")("bootstrap", () => {
  test("hands over arguments and exit code, and installs nothing that is installed", async () => {
    const { code, output } = await bootstrap("check", "--one", "two words");
    expect(code).toBe(7);
    expect(output).toContain("[ '--one', 'two words' ]");
    expect(output).not.toMatch(/npm was called|Installing/);
  });

  test("installs when the lock file changed, then goes on", async () => {
    await put("package-lock.json", lock("2.0.0"));
    await npmThat("exit 0");
    const { code, output } = await bootstrap("check");
    expect(code).toBe(7);
    expect(output).toMatch(/Installing dependencies[\s\S]*Dependencies are installed/);
    expect(output).not.toContain("npm was called");
  });

  test.each([
    ["nothing is installed", () => rm(path.join(house, installedLock))],
    ["a package is missing", () => put(installedLock, '{ "packages": {} }')],
    ["a package is left over", () => put("package-lock.json", '{ "packages": {} }')],
  ])("installs when %s; when that fails, npm's words are shown", async (_name, change) => {
    await change();
    await npmThat("echo 'npm warn EBADENGINE old'; echo 'npm error no network'; exit 3");
    const { code, output } = await bootstrap("check");
    expect(code).toBe(1);
    expect(output).toContain("npm was called: ci ");
    expect(output).toMatch(/npm error no network[\s\S]*npm ci failed \(exit code 3\)/);
    expect(output).not.toContain("EBADENGINE");
  });

  test("an unknown verb is answered with the known ones", async () => {
    const { code, output } = await bootstrap("fly");
    expect(code).toBe(1);
    expect(output).toContain("start|clinic|test|check|validate|bench");
  });
});
