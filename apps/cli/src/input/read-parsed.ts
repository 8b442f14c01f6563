import type { Result } from "@openlymph/base";
import { readText } from "./read-text.ts";

/** Reads a file and parses it; `parse` gets the text and the name the person gave. */
export function readParsed<T>(file: string, parse: (text: string, file: string) => Result<T>): Result<T> {
  const text = readText(file);
  return text.ok ? parse(text.value, file) : text;
}
