import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findLayerViolations, importsIn } from "./layers.ts";
import { programs, root, runNode } from "./process.ts";

let house: string;

async function put(file: string, content: string | object): Promise<void> {
  const target = path.join(house, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, typeof content === "string" ? content : JSON.stringify(content));
}

function workspace(folder: string, name: string, ...dependencies: string[]): Promise<void> {
  const versions = Object.fromEntries(dependencies.map((dependency) => [dependency, "0.1.0"]));
  return put(`${folder}/package.json`, { name, type: "module", exports: "./src/index.ts", dependencies: versions });
}

function found(): string[] {
  return findLayerViolations(house).map(({ file, specifier, message }) => `${file}: ${specifier} ${message}`);
}

/** A small house without a fault. */
beforeEach(async () => {
  house = await mkdtemp(path.join(tmpdir(), "openlymph-house-"));
  await put("package.json", { name: "house", devDependencies: { vitest: "5.0.0" } });
  await workspace("packages/base", "@openlymph/base", "zod");
  await workspace("packages/physiology", "@openlymph/physiology", "@openlymph/base");
  await workspace("packages/anatomy", "@openlymph/anatomy", "@openlymph/base", "@openlymph/physiology");
  await workspace("packages/rehearsal", "@openlymph/rehearsal", "@openlymph/base", "@openlymph/physiology");
  await workspace("apps/cli", "openlymph", "@openlymph/rehearsal", "@openlymph/web");
  await workspace("apps/web", "@openlymph/web", "@openlymph/rehearsal");
  await put("packages/base/src/index.ts", 'import { z } from "zod";\nexport const text = z.string();\n');
  await put("packages/physiology/src/index.ts", 'export { text } from "@openlymph/base";\n');
  await put("packages/rehearsal/src/index.ts", 'import * as p from "@openlymph/physiology";\nexport const q = p;\n');
  await put("packages/rehearsal/src/index.test.ts", 'import "node:fs";\nimport { test } from "vitest";\n');
  await put("apps/cli/src/index.ts", 'import "node:fs";\nimport "@openlymph/rehearsal";\n');
  await put("packages/base/src/testing/told.ts", 'export { expect } from "vitest";\n');
  await put("apps/web/browser/journey.test.ts", 'import "../../cli/src/index.ts";\n');
  await put("validation/published.test.ts", 'import "@openlymph/rehearsal";\nimport { test } from "vitest";\n');
});

afterEach(() => rm(house, { recursive: true }));

describe("imports point down", () => {
  test("a house without a fault passes", () => {
    expect(found()).toEqual([]);
  });

  test.each([
    [
      "upward",
      "packages/physiology/src/a.ts",
      'import { q } from "@openlymph/rehearsal";',
      "above @openlymph/physiology",
    ],
    ["to a neighbour", "packages/anatomy/src/a.ts", 'export * from "@openlymph/physiology";', "neighbours"],
    ["app to app", "apps/cli/src/a.ts", 'import "@openlymph/web";', "neighbours"],
    ["upward in a test", "packages/base/src/a.test.ts", 'import "@openlymph/anatomy";', "above @openlymph/base"],
    ["upward in a type", "packages/base/src/a.ts", 'type A = import("@openlymph/anatomy").A;', "above @openlymph/base"],
    ["upward at run time", "packages/base/src/a.ts", 'await import("@openlymph/anatomy");', "above @openlymph/base"],
    ["upward over lines", "packages/base/src/a.ts", 'import {\n  a,\n  b,\n} from "@openlymph/anatomy";', "above"],
    ["by a path", "packages/rehearsal/src/a.ts", 'import "../../base/src/index.ts";', "leaves its package"],
    ["to a stranger", "packages/base/src/a.ts", 'import "@openlymph/surgery";', "has no floor yet"],
    ["to itself", "packages/base/src/a.ts", 'import "@openlymph/base";', "the package itself"],
    ["of Node", "packages/base/src/a.ts", 'import { readFileSync } from "node:fs";', "is a Node module"],
    ["of Node, old style", "packages/base/src/a.ts", 'import { join } from "path";', "is a Node module"],
    ["undeclared", "packages/physiology/src/a.ts", 'import { z } from "zod";', "not declared in packages/physiology"],
    ["of a test tool", "packages/base/src/a.ts", 'import { test } from "vitest";', "not declared in packages/base"],
    ["undeclared sibling", "packages/rehearsal/src/a.ts", 'import "@openlymph/anatomy";', "not declared"],
    ["undeclared, outside", "bench/a.ts", 'import "lodash";', "not declared in package.json"],
  ])("an import %s is found", async (_name, file, text, message) => {
    await put(file, text);
    expect(found()).toEqual([expect.stringMatching(`${file}: .*${message}`)]);
  });

  test("a package without a floor is found", async () => {
    await workspace("packages/surgery", "@openlymph/surgery");
    expect(found()).toEqual([
      expect.stringContaining("packages/surgery/package.json: @openlymph/surgery has no floor"),
    ]);
  });
});

describe("reading imports", () => {
  test("comments, strings and look-alikes are not imports", () => {
    const text = `
      // import "a";
      /** import { b } from "b"; */
      const important = "//"; const from = 'text'; const template = \`it's \${"//"}\`;
      const exported = { from: "c" };
      import type { D } from "d"; export * as e from 'e';
      import f, { g } from "f"; import "h"; import json from "./i.json" with { type: "json" };
    `;
    expect(importsIn(text).toSorted()).toEqual(["./i.json", "d", "e", "f", "h"]);
  });
});

describe("packages run everywhere", () => {
  /** Compiles the small house's packages with the globals that Node, tabs and workers share. */
  async function compile(): Promise<string> {
    await cp(path.join(root, "tsconfig.json"), path.join(house, "tsconfig.json"));
    await cp(path.join(root, "scripts/isomorphic"), path.join(house, "scripts/isomorphic"), { recursive: true });
    await mkdir(path.join(house, "node_modules"));
    await symlink(path.join(house, "packages"), path.join(house, "node_modules/@openlymph"), "junction");
    await symlink(path.join(root, "node_modules/zod"), path.join(house, "node_modules/zod"), "junction");
    return (await runNode([programs.tsc, "-p", path.join(house, "scripts/isomorphic")], { quiet: true })).output;
  }

  test("globals of a page or of Node do not compile; shared ones, and tests, do", async () => {
    await put("packages/base/src/a.ts", "export const a = document.title;\n");
    await put("packages/base/src/b.ts", "export const b = process.env;\n");
    await put("packages/base/src/c.ts", "export function c(element: HTMLElement) {\n  return element;\n}\n");
    await put("packages/base/src/d.ts", "export const d = new AbortController().signal;\n");
    await put("packages/base/src/e.test.ts", "export const e = process.env;\n");
    const output = await compile();
    expect(output).toMatch(/base\/src\/a\.ts\(1,.*'document'/);
    expect(output).toMatch(/base\/src\/b\.ts\(1,.*'process'/);
    expect(output).toMatch(/base\/src\/c\.ts\(1,.*'HTMLElement'/);
    expect(output.trim().split("\n")).toHaveLength(3);
  });
});
