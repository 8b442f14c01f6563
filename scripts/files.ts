/**
 * What must not lie in the repository, and what must: no secrets, no databases or records of people, nothing huge, and
 * no file of a package that git would leave behind.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { run } from "./process.ts";

const secrets: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ["an access key of AWS", /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ["an access token of GitHub", /\bgh[pousr]_[A-Za-z0-9]{36,}\b/],
  ["an access token of npm", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["an access token of npm", /_authToken\s*=\s*[^$\s]/],
];
const unwanted = /(?:^|\/)\.env(?:\.[^/]*)?$|\.(?:sqlite3?|db|db-wal|pem|key|p12|pfx|dcm)$/i;
const largest = 2 * 1024 * 1024;

/** What is wrong with one file by its name and content, in a sentence; undefined when nothing is. */
export function describeFileProblem(name: string, content: Buffer): string | undefined {
  if (unwanted.test(name)) return "is a kind of file that holds secrets or records of people; keep it out";
  if (content.length > largest) return `has ${content.length} bytes; the most is ${largest}`;
  const text = content.toString("latin1");
  const secret = secrets.find(([, pattern]) => pattern.test(text));
  return secret === undefined ? undefined : `holds ${secret[0]}; remove it and make it invalid where it came from`;
}

/** True for a file that git rightly ignores: installed, built, remembered or logged, never a source. */
export function isDisposable(name: string): boolean {
  return /(?:^|\/)(?:node_modules|dist|\.cache)\/|\.log$/.test(name);
}

async function git(root: string, ...args: string[]): Promise<string[]> {
  const { code, output } = await run("git", ["ls-files", "-z", "--exclude-standard", ...args], {
    cwd: root,
    quiet: true,
  });
  return code === 0 ? output.split("\0").filter((name) => name !== "") : [];
}

/** Every file problem under `root`, one sentence each; nothing is looked at where there is no git. */
export async function findFileProblems(root: string): Promise<string[]> {
  if (!existsSync(path.join(root, ".git"))) return [];
  const tracked = await git(root, "--cached", "--others");
  const problems = tracked.flatMap((name) => {
    const file = path.join(root, name);
    if (!existsSync(file) || !statSync(file).isFile()) return [];
    const message = describeFileProblem(name, readFileSync(file));
    return message === undefined ? [] : [`${name} ${message}`];
  });
  const ignored = await git(root, "--others", "--ignored", "packages", "validation", "examples");
  const lost = ignored.filter((name) => !isDisposable(name));
  return [...problems, ...lost.map((name) => `${name} is ignored by git, so a clone would lack it; see .gitignore`)];
}
