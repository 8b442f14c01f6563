/**
 * `npm run docs`: the documentation site, built into docs/.vitepress/dist from the pages in docs/ and from the sources.
 *
 *   npm run docs               build, and say where the site lies
 *   npm run docs -- --serve    build, then serve it at http://127.0.0.1:4322 (PORT changes that)
 *   npm run docs -- --write    only write the parameter tables of the pages anew from the heads of the source files
 *
 * What builds the site has a package.json and a lock of its own in docs/, so that nobody pays for it who only runs or
 * tests the program: it is installed here the first time. After that no network is needed.
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isInstalled } from "./docs-install.ts";
import { fillTables, findPageProblems } from "./docs-pages.ts";
import { root, run, runNode } from "./process.ts";

const docs = path.join(root, "docs");
const site = path.join(docs, ".vitepress", "dist");
const vitepress = path.join(docs, "node_modules", "vitepress", "bin", "vitepress.js");
const pages = globSync("docs/{*,theory/*}.md", { cwd: root }).toSorted();

function writeTables(): void {
  for (const page of pages) {
    const file = path.join(root, page);
    const before = readFileSync(file, "utf8");
    const after = fillTables(before, (source) => readFileSync(path.join(root, source), "utf8"));
    if (after === before) continue;
    writeFileSync(file, after);
    console.log(`wrote ${page}`);
  }
}

async function install(): Promise<boolean> {
  if (isInstalled(docs)) return true;
  console.error("Installing what builds the site (npm ci in docs/) ...");
  const args = ["ci", "--no-audit", "--no-fund"];
  const npm = process.env["npm_execpath"];
  const how = { cwd: docs, quiet: true };
  const { code, output } = npm === undefined ? await run("npm", args, how) : await runNode([npm, ...args], how);
  if (code !== 0) console.error(output.trimEnd().split("\n").slice(-20).join("\n"));
  return code === 0;
}

const steps: readonly (readonly [what: string, does: () => Promise<boolean>])[] = [
  ["installing", install],
  ["the API reference", async () => (await runNode([path.join(docs, ".vitepress", "api.ts")])).code === 0],
  ["the site", async () => (await runNode([vitepress, "build", docs])).code === 0],
];

async function build(): Promise<string | undefined> {
  for (const [what, does] of steps) if (!(await does())) return what;
  return undefined;
}

/** What keeps the site from being built, in a word or two; undefined when it lies there. */
async function make(): Promise<string | undefined> {
  const problems = pages.flatMap((page) => findPageProblems(root, page).map((problem) => `${page}: ${problem}`));
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? "the pages" : build();
}

async function main(words: readonly string[]): Promise<number> {
  if (words.includes("--write")) {
    writeTables();
    return 0;
  }
  const failed = await make();
  if (failed !== undefined) {
    console.error(`npm run docs failed at: ${failed}.`);
    return 1;
  }
  console.log(`The site lies in ${site}`);
  if (!words.includes("--serve")) return 0;
  const port = process.env["PORT"] ?? "4322";
  console.log(`http://127.0.0.1:${port}`);
  return (await runNode([vitepress, "preview", docs, "--port", port])).code;
}

process.exitCode = await main(process.argv.slice(2));
