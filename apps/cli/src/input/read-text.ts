import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { fail, largestDocument, ok, type Result } from "@openlymph/base";

const hints: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file.",
  ENOTDIR: "A part of the path is a file, not a folder.",
  EACCES: "You may not read it.",
  EPERM: "You may not read it.",
};

function unreadable(file: string, error: unknown): Result<never> {
  if (!(error instanceof Error && "code" in error)) throw error;
  const code = String(error.code);
  return fail("file/unreadable", {
    file,
    expected: "the path of a file that can be read",
    hint: hints[code] ?? `The system says ${code}.`,
  });
}

/** Reads until the end or until one byte more than is accepted, so that an endless file ends too. */
function readBytes(descriptor: number, most: number): Buffer {
  const pieces: Buffer[] = [];
  let size = 0;
  while (size <= most) {
    const piece = Buffer.alloc(Math.min(1 << 16, most + 1 - size));
    const count = readSync(descriptor, piece);
    if (count === 0) break;
    pieces.push(piece.subarray(0, count));
    size += count;
  }
  return Buffer.concat(pieces, size);
}

/**
 * The text of a file a person named.
 *
 * @param most bytes that are accepted; default 5 MB, what a person may write.
 * @returns `file/unreadable` when there is none or it may not be read, `usage/invalid` for a folder, `document/too-large` above
 * that (before anything is parsed), `document/unreadable` for bytes that are not UTF-8.
 */
export function readText(file: string, most = largestDocument): Result<string> {
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch (error) {
    return unreadable(file, error);
  }
  try {
    const about = fstatSync(descriptor);
    if (about.isDirectory()) return fail("usage/invalid", { file, value: "a folder", expected: "a file" });
    const tooLarge = (size: string) =>
      fail("document/too-large", { file, value: size, expected: `at most ${most} bytes` });
    if (about.size > most) return tooLarge(`${about.size} bytes`);
    const bytes = readBytes(descriptor, most);
    if (bytes.length > most) return tooLarge(`more than ${most} bytes`);
    return ok(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return fail("document/unreadable", { file, expected: "text in UTF-8" });
    return unreadable(file, error);
  } finally {
    closeSync(descriptor);
  }
}
