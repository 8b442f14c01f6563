import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { type Failure, fail } from "@openlymph/base";
import type { OutputFile } from "./command-output.ts";

const chunk = 1 << 16;

function reason(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/**
 * Says early whether a file can be written there, before any long work.
 *
 * @param inputs files that must not be written over.
 */
export function checkTarget(target: string | undefined, inputs: readonly string[]): Failure | undefined {
  if (target === undefined) return undefined;
  if (inputs.some((input) => path.resolve(input) === path.resolve(target))) {
    return fail("usage/invalid", { file: target, expected: "another file than the one that is read" });
  }
  const folder = path.dirname(path.resolve(target));
  if (!existsSync(folder)) {
    return fail("file/unwritable", {
      file: target,
      expected: "a folder that exists",
      hint: `There is no ${folder}.`,
    });
  }
  if (!statSync(folder).isDirectory()) {
    return fail("usage/invalid", { file: target, expected: "a file inside a folder", hint: `${folder} is a file.` });
  }
  if (existsSync(target) && !statSync(target).isFile()) {
    const value = statSync(target).isDirectory() ? "a folder" : "a device";
    return fail("usage/invalid", { file: target, value, expected: "the name of a file to write" });
  }
  return undefined;
}

function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** Writes a file beside its place and moves it there when it is whole: it is there entirely or as it was before. */
export function writeWhole({ path: target, content }: OutputFile): Failure | undefined {
  const place = existsSync(target) ? realpathSync(target) : path.resolve(target);
  const draft = path.join(path.dirname(place), `.${path.basename(place)}.${process.pid}.part`);
  try {
    const descriptor = openSync(draft, "wx");
    try {
      let waiting = "";
      for (const piece of content) {
        if (typeof piece === "string") waiting += piece;
        if (typeof piece === "string" && waiting.length < chunk) continue;
        writeAll(descriptor, waiting);
        waiting = "";
        if (typeof piece !== "string") writeAll(descriptor, piece);
      }
      writeAll(descriptor, waiting);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, place);
    return undefined;
  } catch (error) {
    rmSync(draft, { force: true });
    if (!(error instanceof Error && "code" in error)) throw error;
    return fail("usage/invalid", {
      file: target,
      value: reason(error),
      expected: "a place where a file can be written",
    });
  }
}
