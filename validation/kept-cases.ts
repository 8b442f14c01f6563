/**
 * Studies of hundreds of long cases (virtual bodies, cuff tests, made-up people) whose numbers are kept beside them.
 *
 *   npm run validate           runs every case and compares it with what is kept
 *   npm run validate -- --write   runs every case and keeps its numbers in validation/kept/
 *   npm test                   runs one case in 64, spread evenly, compares it, and takes the others from what is kept
 *
 * A change of the model changes every case, so the sample sees it; the test then fails and asks for a whole run. All cases
 * together would take ten minutes of every test.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = path.join(import.meta.dirname, "kept");
const oneIn = 64;

/** Runs whole where the page is to be written, or everything is to be run. */
export const wholeRun = process.env["VALIDATION_RECORDS"] !== undefined;
const writes = process.env["VALIDATION_KEEP"] === "1";

/** Two runs of one case agree within this share: solvers stop at tolerances, and machines round the last bits differently. */
const agreement = 1e-6;

type Kept = Record<string, readonly (number | null)[]>;

export interface Case {
  /** Names the case within its study. */
  readonly key: string;
  /** Its numbers; infinity for what never happens. */
  readonly run: () => readonly number[];
}

const fileOf = (study: string): string => path.join(folder, `${study}.json`);

function readKept(study: string): Kept {
  return existsSync(fileOf(study)) ? (JSON.parse(readFileSync(fileOf(study), "utf8")) as Kept) : {};
}

/** Twelve digits: more than the agreement asks for. Infinity has no place in JSON. */
const written = (numbers: readonly number[]) =>
  numbers.map((value) => (Number.isFinite(value) ? Number(value.toPrecision(12)) : null));
const read = (numbers: readonly (number | null)[]) => numbers.map((value) => value ?? Number.POSITIVE_INFINITY);

function agrees(now: readonly number[], before: readonly number[]): boolean {
  const near = (a: number, b: number) =>
    a === b || Math.abs(a - b) <= agreement * Math.max(Math.abs(a), Math.abs(b), 1e-6);
  return now.length === before.length && now.every((value, n) => near(value, before[n]!));
}

function keep(study: string, found: readonly (readonly [string, readonly number[]])[]): void {
  mkdirSync(folder, { recursive: true });
  const lines = found.map(([key, numbers]) => `  ${JSON.stringify(key)}: ${JSON.stringify(written(numbers))}`);
  const rest = Object.entries(readKept(study))
    .filter(([key]) => found.every(([own]) => own !== key))
    .map(([key, numbers]) => `  ${JSON.stringify(key)}: ${JSON.stringify(numbers)}`);
  writeFileSync(fileOf(study), `{\n${[...rest, ...lines].sort().join(",\n")}\n}\n`);
}

/**
 * Numbers of every case of a study, in order. Raises where a case that was run again does not give what is kept, or where
 * one is not kept.
 */
export function numbersOf(study: string, cases: readonly Case[]): readonly (readonly number[])[] {
  const kept = readKept(study);
  const found = cases.map(({ key, run }, n): readonly [string, readonly number[]] => {
    const before = kept[key];
    const again = wholeRun || n % oneIn === 0;
    if (!again && before !== undefined) return [key, read(before)];
    const now = run();
    if (!writes && (before === undefined || !agrees(now, read(before)))) {
      const were = before === undefined ? "nothing" : JSON.stringify(before);
      throw new Error(
        `${study}, ${key}: ${JSON.stringify(written(now))}, where validation/kept/${study}.json has ${were}. ` +
          "If the model was meant to change, run: npm run validate -- --write",
      );
    }
    return [key, now];
  });
  if (writes) keep(study, found);
  return found.map(([, numbers]) => numbers);
}
