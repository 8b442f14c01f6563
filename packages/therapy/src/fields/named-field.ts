import { unknownName } from "@openlymph/anatomy";
import { fail, reportFailure } from "@openlymph/base";
import { z } from "zod";

/** Records by id, each with the words people use for it. */
type Known = ReadonlyMap<string, { readonly label?: string; readonly name?: string }>;

/** The id of the record that people call by this word. */
function idOfWord(known: Known, word: string): string | undefined {
  const wanted = word.toLowerCase();
  return [...known].find(([, { label, name }]) => (label ?? name)?.toLowerCase() === wanted)?.[0];
}

/**
 * A schema field for the name of something that must exist. A misspelt name is answered with the closest one, the word
 * people use for a thing with its name.
 */
export function namedField(kind: string, known: Known) {
  return z.unknown().transform((value, context): string => {
    if (typeof value === "string" && known.has(value)) return value;
    if (value === undefined)
      return reportFailure(context, fail("field/missing", { expected: `the name of a ${kind}` }));
    if (typeof value !== "string")
      return reportFailure(context, fail("field/type", { value, expected: `the name of a ${kind}` }));
    const meant = idOfWord(known, value);
    const failure = unknownName(kind, value, known.keys());
    return reportFailure(context, meant === undefined ? failure : { ...failure, hint: `Did you mean ${meant}?` });
  });
}

/** A schema field for one word of a closed list, with the closest word for a misspelt one. */
export function wordField<const Words extends readonly string[]>(kind: string, words: Words) {
  const known = new Set<string>(words);
  const expected = `one of ${words.join(", ")}`;
  return z.unknown().transform((value, context): Words[number] => {
    if (typeof value === "string" && known.has(value)) return value;
    if (value === undefined) return reportFailure(context, fail("field/missing", { expected }));
    const near = typeof value === "string" ? unknownName(kind, value, words).hint : undefined;
    return reportFailure(
      context,
      fail("field/invalid", { value, expected, ...(near === undefined ? {} : { hint: near }) }),
    );
  });
}

/** A schema field for a whole number in a range. */
export function countField(low: number, high: number) {
  const expected = `a whole number from ${low} to ${high}`;
  return z.unknown().transform((value, context): number => {
    if (value === undefined) return reportFailure(context, fail("field/missing", { expected }));
    if (typeof value !== "number") return reportFailure(context, fail("field/type", { value, expected }));
    if (!Number.isFinite(value)) return reportFailure(context, fail("param/not-finite", { value, expected }));
    if (!Number.isInteger(value)) return reportFailure(context, fail("field/invalid", { value, expected }));
    if (value < low || value > high) return reportFailure(context, fail("param/out-of-range", { value, expected }));
    return value;
  });
}

/** Characters of the longest text a field may hold. */
export const longestText = 4000;

/** A line or paragraph of text a person reads. */
export const textField = z.string().trim().min(1, "some text").max(longestText, `at most ${longestText} characters`);
