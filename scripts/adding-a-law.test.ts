/** docs/adding-a-law.md, followed to the letter in a copy of the engine. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { programs, type RunOutcome, root, runNode } from "./process.ts";

interface Block {
  readonly language: string;
  readonly file: string;
  readonly text: string;
}

const page = readFileSync(path.join(root, "docs/adding-a-law.md"), "utf8");
const blocks: readonly Block[] = [...page.matchAll(/^```(\w+) file=(\S+)\n([\s\S]*?)^```$/gm)].map(
  ([, language = "", file = "", text = ""]) => ({ language, file, text }),
);

/** A text after each piece of a diff: what it finds with " " and "-" becomes what it has with " " and "+". */
function applyDiff(text: string, diff: string): string {
  return diff.split(/\n\n/).reduce((before, piece) => {
    const lines = piece.split("\n").filter((line) => line !== "");
    const side = (sign: string) =>
      lines
        .filter((line) => line.startsWith(" ") || line.startsWith(sign))
        .map((line) => `${line.slice(1)}\n`)
        .join("");
    expect(before.split(side("-")).length, `the page changes what stands once:\n${side("-")}`).toBe(2);
    return before.replace(side("-"), () => side("+"));
  }, text);
}

let copy = "";
let types: Promise<RunOutcome>;
let tests: Promise<RunOutcome>;
const report = () => path.join(copy, "report.json");

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), "openlymph-law-"));
  const place = (name: string) => path.join(copy, name);
  cpSync(path.join(root, "packages/physiology/src"), place("packages/physiology/src"), { recursive: true });
  mkdirSync(place("validation/published"), { recursive: true });
  for (const file of ["publish", "result", "figure", "human"]) {
    cpSync(path.join(root, `validation/${file}.ts`), place(`validation/${file}.ts`));
  }
  symlinkSync(path.join(root, "node_modules"), place("node_modules"), "junction");
  for (const { language, file, text } of blocks) {
    const before = language === "diff" ? readFileSync(place(file), "utf8") : "";
    writeFileSync(place(file), language === "diff" ? applyDiff(before, text) : text);
  }
  const roots = blocks.filter(({ language }) => language === "ts").map(({ file }) => file);
  const options = { extends: path.join(root, "tsconfig.json"), files: roots, include: [] };
  writeFileSync(place("tsconfig.json"), JSON.stringify(options));
  types = runNode([programs.tsc, "-p", copy], { quiet: true });
  const names = roots.filter((file) => file.endsWith(".test.ts")).map((file) => path.basename(file));
  const reporters = ["--reporter=json", "--reporter=default", `--outputFile=${report()}`];
  const args = [programs.vitest, "run", "--root", copy, "--no-file-parallelism", ...reporters, ...names];
  tests = runNode(args, { quiet: true, cwd: copy, env: { NO_COLOR: "1" } });
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("a reader who follows the page gets a law that runs", () => {
  it("with files and changes that all name their place", () => {
    expect(blocks.map(({ file }) => path.basename(file))).toEqual([
      "valve-diode.ts",
      "valve-laws.ts",
      "valve-diode.test.ts",
      "fatigue.ts",
      "fatigue.test.ts",
      "99-example.test.ts",
    ]);
  });

  it("with types that fit", async () => {
    const { code, output } = await types;
    expect(code, output).toBe(0);
  });

  it("with tests that pass", async () => {
    const { code, output } = await tests;
    expect(code, output).toBe(0);
    const { numPassedTests } = JSON.parse(readFileSync(report(), "utf8")) as { numPassedTests: number };
    expect(numPassedTests).toBe(5);
  });
});
