import fc from "fast-check";

const words = ["left", "right", "Left", "Right", "arm", "the", "leg", "hand", "out", "is", "of", "what", "slowly", "5"];

/** A line of text such as people write, in which sides are named. */
export function randomWords(): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((chosen) => chosen.join(" "));
}

/** A text or nothing, as fields to spread into a record. */
export function maybe<Key extends string, Value>(
  key: Key,
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Partial<Record<Key, Value>>> {
  return fc
    .option(value, { nil: undefined })
    .map((chosen) => (chosen === undefined ? {} : { [key]: chosen }) as Partial<Record<Key, Value>>);
}
