/**
 * `npm test`: every test of the repository, one suite after the other, and one line that sums them up.
 *
 *   npm test                     unit, clinic, validation, browser
 *   npm test -- unit             one suite
 *   npm test -- unit quantity    the files of a suite whose path holds a word
 *   npm test -- check unit       `npm run check` counted as one more test
 *
 * The last line is `N passed, N failed` (and `, N skipped` when some were). Fails when a test failed or none ran. With
 * `CI` set nothing is skipped for want of a browser or a database: that is then a failure.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { chromiumHint, ensureChromium } from "./chromium.ts";
import { ensurePostgres, postgresHint } from "./postgres.ts";
import { programs, root, runNode } from "./process.ts";
import { exitCodeOf, noTests, type RunnerReport, sum, summaryLine, type Tally, tallyOf } from "./results.ts";

const onCi = !["", "0", "false"].includes(process.env["CI"] ?? "");

/** Runs one project of vitest.config.ts, shows its output and counts its report. */
async function runProject(project: string, words: readonly string[], env: Record<string, string> = {}): Promise<Tally> {
  const report = path.join(root, ".cache", "tests", `${project}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = [programs.vitest, "run", "--project", project, "--passWithNoTests", ...reporters, ...words];
  const { code } = await runNode(args, { env });
  const written = existsSync(report) ? (JSON.parse(readFileSync(report, "utf8")) as RunnerReport) : undefined;
  const nothingToRun = written === undefined && code === 0;
  return nothingToRun ? noTests : tallyOf(written, code);
}

async function runCheck(): Promise<Tally> {
  const { code } = await runNode([path.join(root, "scripts", "check.ts")]);
  return code === 0 ? { ...noTests, passed: 1 } : { ...noTests, failed: 1 };
}

interface Needed {
  readonly files: string;
  readonly what: string;
  readonly hint: string;
  readonly find: () => Promise<string | undefined>;
  readonly variable: string;
}

const browser: Needed = {
  files: "apps/web/browser/**/*.test.ts",
  what: "Chromium",
  hint: chromiumHint,
  find: ensureChromium,
  variable: "CHROMIUM_PATH",
};
const database: Needed = {
  files: "apps/server/clinic/**/*.test.ts",
  what: "PostgreSQL",
  hint: postgresHint,
  find: ensurePostgres,
  variable: "POSTGRES_BIN",
};

/** Runs a project that needs a program of the system, which is found, installed, or named with what is skipped. */
async function runWith(needed: Needed, project: string, words: readonly string[]): Promise<Tally> {
  const chosen = (file: string) => words.length === 0 || words.some((word) => file.includes(word));
  const files = globSync(needed.files, { cwd: root }).filter(chosen);
  if (files.length === 0) return noTests;
  const found = await needed.find();
  if (found !== undefined) return runProject(project, words, { [needed.variable]: found });
  console.log(`No ${needed.what} was found, so these ${onCi ? "fail" : "are skipped"}:`);
  for (const file of files) console.log(`  ${file}`);
  console.log(needed.hint);
  return onCi ? { ...noTests, failed: files.length } : { ...noTests, skipped: files.length };
}

const suites: Readonly<Record<string, (words: readonly string[]) => Promise<Tally>>> = {
  check: runCheck,
  unit: (words) => runProject("unit", words),
  validation: (words) => runProject("validation", words),
  clinic: (words) => runWith(database, "clinic", words),
  browser: (words) => runWith(browser, "browser", words),
};

const given = process.argv.slice(2);
const named = Object.keys(suites).filter((name) => given.includes(name));
const chosen = named.length > 0 ? named : ["unit", "clinic", "validation", "browser"];
const words = given.filter((word) => !(word in suites));

const tallies: Tally[] = [];
for (const name of chosen) {
  console.log(`\n> ${name}`);
  tallies.push((await suites[name]?.(words)) ?? noTests);
}

const total = sum(tallies);
console.log("");
for (const [index, name] of chosen.entries()) console.log(`${name}: ${summaryLine(tallies[index] ?? noTests)}`);
if (total.passed + total.failed === 0) console.log("No test ran.");
console.log(summaryLine(total));
process.exitCode = exitCodeOf(total);
