import type { Result } from "@openlymph/base";
import { useEffect, useState } from "react";
import type { NamedText } from "../run/examples.ts";

/** Titles of example files by file name, read one at a time after the first picture. */
export function useTitles(
  files: readonly NamedText[],
  parse: (text: string, file: string) => Result<{ readonly title: string }>,
): ReadonlyMap<string, string> {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let alive = true;
    const readAll = async (): Promise<void> => {
      const found = new Map<string, string>();
      for (const { file, text } of files) {
        await new Promise((resolve) => setTimeout(resolve));
        if (!alive) return;
        const result = parse(text, file);
        if (result.ok) found.set(file, result.value.title);
      }
      setTitles(found);
    };
    void readAll();
    return () => {
      alive = false;
    };
  }, [files, parse]);
  return titles;
}
