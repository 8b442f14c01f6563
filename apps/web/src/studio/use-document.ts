import { describeFailure, type Result } from "@openlymph/base";
import { useCallback, useState } from "react";
import type { NamedText } from "../run/examples.ts";

/** A history or plan that was read, and what was wrong with the last file if it was not. */
export interface Opened<T> {
  readonly file: string;
  readonly value: T | undefined;
  readonly problem: string | undefined;
}

/** Holds a file that was read. A file with a mistake leaves the one before it in place and says what is wrong. */
export function useDocument<T>(parse: (text: string, file: string) => Result<T>, first: NamedText | undefined) {
  const read = ({ text, file }: NamedText, before: Opened<T> | undefined): Opened<T> => {
    const result = parse(text, file);
    if (result.ok) return { file, value: result.value, problem: undefined };
    return { file: before?.file ?? file, value: before?.value, problem: describeFailure(result) };
  };
  const [opened, setOpened] = useState(() =>
    first === undefined ? { file: "", value: undefined, problem: undefined } : read(first, undefined),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `parse` never changes
  const open = useCallback((file: NamedText) => setOpened((before) => read(file, before)), []);
  return [opened, open] as const;
}
