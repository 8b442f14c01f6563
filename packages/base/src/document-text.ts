import { isMap, LineCounter, type Node, parseDocument, type YAMLError } from "yaml";
import type { Document } from "./document.ts";
import { fail, ok, type Result } from "./failure.ts";

/** Largest file that is read, in characters. A history, plan or network of a person is far smaller. */
export const largestDocument = 5_000_000;

function containsItself(value: unknown, above: readonly object[] = []): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (above.includes(value)) return true;
  const within = [...above, value];
  return Object.values(value).some((inner) => containsItself(inner, within));
}

/**
 * Parses a file's text.
 *
 * @returns the document, or `document/too-large` / `document/unreadable` with the line of the first mistake.
 */
export function parseDocumentText(text: string, file: string): Result<Document> {
  if (text.length > largestDocument) {
    return fail("document/too-large", {
      file,
      value: `${text.length} characters`,
      expected: `at most ${largestDocument} characters`,
    });
  }
  const lines = new LineCounter();
  const parsed = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    merge: false,
    maxAliasCount: 100,
  } as object);
  const first: YAMLError | undefined = parsed.errors[0];
  if (first !== undefined) {
    const line = lines.linePos(first.pos[0]).line;
    return fail("document/unreadable", {
      file,
      line,
      value: text.split("\n")[line - 1]?.trim() ?? "",
      expected: "valid YAML",
      hint: first.message.split("\n")[0]?.replace(/ at line .*$/, "") ?? "",
    });
  }
  let data: unknown;
  try {
    data = parsed.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return fail("document/unreadable", { file, line: 1, expected: "valid YAML", hint: (error as Error).message });
  }
  if (containsItself(data)) {
    const expected = "a file in which nothing contains itself";
    return fail("document/unreadable", {
      file,
      line: 1,
      expected,
      hint: "An alias (*name) stands inside its own anchor.",
    });
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const keys = path.slice(0, length).map((key) => (typeof key === "symbol" ? String(key) : key));
      const node = keys.length === 0 ? parsed.contents : (parsed.getIn(keys, true) as Node | null | undefined);
      const parent = keys.length === 0 ? undefined : (parsed.getIn(keys.slice(0, -1), true) as Node | undefined);
      if (isMap(parent)) {
        const pair = parent.items.find(
          (item) => String((item.key as { value?: unknown }).value) === String(keys.at(-1)),
        );
        const range = (pair?.key as Node | undefined)?.range;
        if (range) return lines.linePos(range[0]).line;
      }
      if (node?.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  return ok({ file, data, lineOf });
}
