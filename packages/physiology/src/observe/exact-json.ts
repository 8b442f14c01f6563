/**
 * Numbers as JSON that come back to the bit. JSON keeps every finite double, but has no word for infinity, for what is not a number, or
 * for minus zero: these are written as text. Only for data of numbers; text that reads the same would come back as a number.
 */
const words: Readonly<Record<string, number>> = {
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  NaN: Number.NaN,
  "-0": -0,
};

export function exactJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (ArrayBuffer.isView(item)) return Array.from(item as Float64Array);
    if (typeof item !== "number" || (Number.isFinite(item) && !Object.is(item, -0))) return item;
    return Object.is(item, -0) ? "-0" : String(item);
  });
}

/** Throws a `SyntaxError` on text that is not JSON. */
export function parseExactJson(text: string): unknown {
  return JSON.parse(text, (_key, item: unknown) =>
    typeof item === "string" && Object.hasOwn(words, item) ? words[item] : item,
  );
}
