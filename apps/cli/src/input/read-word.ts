import { closest, fail, ok, type Result } from "@openlymph/base";

/** One word of a closed list, as it is given to an option. */
export function readWord<const Word extends string>(
  option: string,
  text: string,
  known: readonly Word[],
): Result<Word> {
  const word = known.find((candidate) => candidate === text);
  if (word !== undefined) return ok(word);
  const near = closest(text, known);
  return fail("usage/invalid", {
    path: option,
    value: text,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
