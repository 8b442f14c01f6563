/**
 * What a sweep or an ensemble has done so far, one line of JSON per point, appended as each finishes: one that was killed
 * goes on from there. The first line says which one it is. It lies beside the file that is to come and goes when that is there.
 */
import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { type Failure, fail, ok, type Result } from "@openlymph/base";
import type { SweepRow } from "@openlymph/study";
import { writeWhole } from "../output/write-file.ts";

const journalFormat = "openlymph/sweep-journal@1";

/** Where the journal of a file lies. */
export function journalPath(target: string): string {
  return `${target}.journal`;
}

interface Entry {
  readonly index: number;
  /** `null` for a number that does not exist. */
  readonly outputs: readonly (number | null)[];
  readonly failure?: Failure | undefined;
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function rowOf(value: unknown, outputs: number): Omit<SweepRow, "point"> | undefined {
  const entry = value as Partial<Entry> | undefined;
  if (entry === undefined || entry === null || !Number.isInteger(entry.index) || !Array.isArray(entry.outputs))
    return undefined;
  if (entry.failure === undefined && entry.outputs.length !== outputs) return undefined;
  const numbers = entry.outputs.map((number) => number ?? Number.NaN);
  const row = { index: entry.index as number, outputs: numbers };
  return entry.failure === undefined ? row : { ...row, failure: entry.failure };
}

function lineOf({ index, outputs, failure }: Omit<SweepRow, "point">): string {
  const numbers = outputs.map((number) => (Number.isFinite(number) ? number : null));
  return `${JSON.stringify({ index, outputs: numbers, ...(failure === undefined ? {} : { failure }) })}\n`;
}

export interface Journal {
  readonly done: readonly Omit<SweepRow, "point">[];
  readonly add: (row: SweepRow) => void;
  readonly remove: () => void;
}

/** The rows of a journal of this run; a last line that was cut off is left out. */
function readRows(file: string, hash: string, outputs: number): Result<readonly Omit<SweepRow, "point">[]> {
  const [head = "", ...lines] = readFileSync(file, "utf8").split("\n");
  const first = parsedLine(head) as { readonly format?: unknown; readonly parameterHash?: unknown } | undefined;
  if (first?.format !== journalFormat || first.parameterHash !== hash) {
    return fail("usage/invalid", {
      file,
      expected: "the journal of this very run",
      hint: "What is asked or its input changed since then. Delete the journal, or write to another file.",
    });
  }
  return ok(lines.flatMap((line) => rowOf(parsedLine(line), outputs) ?? []));
}

/**
 * Opens the journal of a sweep or an ensemble.
 *
 * @param resume go on from a journal that is there; without, one that is there is refused rather than lost.
 * @returns `usage/invalid` for a journal of another run, `file/unwritable` where none can be written.
 */
export function openJournal(target: string, hash: string, outputs: number, resume: boolean): Result<Journal> {
  const file = journalPath(target);
  if (existsSync(file) && !resume) {
    return fail("usage/invalid", {
      file,
      value: "the journal of an unfinished run",
      expected: "--resume to go on from it",
      hint: "Delete it to begin anew.",
    });
  }
  const done = existsSync(file) ? readRows(file, hash, outputs) : ok([]);
  if (!done.ok) return done;
  const head = `${JSON.stringify({ format: journalFormat, parameterHash: hash })}\n`;
  const failure = writeWhole({ path: file, content: [head, ...done.value.map(lineOf)] });
  if (failure !== undefined) return failure;
  return ok({
    done: done.value,
    add: (row) => appendFileSync(file, lineOf(row)),
    remove: () => rmSync(file, { force: true }),
  });
}
