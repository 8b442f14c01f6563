import type { Progress } from "@openlymph/base";
import type { Style } from "./style.ts";

/** A file to write: text (UTF-8) or bytes, in pieces, so that a long table is never one string. */
export interface OutputFile {
  readonly path: string;
  readonly content: Iterable<string | Uint8Array>;
}

/** What a command has to say and to store. Nothing is printed or written before all of it is known. */
export interface CommandOutput {
  /** For stdout, without the last line break. */
  readonly text: string;
  readonly files?: readonly OutputFile[];
  /** The command looked for faults in what it was given, and found some: exit code 1. */
  readonly found?: boolean;
}

/** Where a command runs. */
export interface Surroundings {
  readonly style: Style;
  readonly report: (progress: Progress) => void;
}

/** JSON as it is printed: two spaces, keys in the order they are documented in. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
