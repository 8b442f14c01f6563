import { closest, fail, ok, type Result } from "@openlymph/base";

/** The failure for a name that refers to nothing: what was asked for, what there is, and the closest name. */
export function unknownName(kind: string, name: string, known: Iterable<string>, path = kind) {
  const names = [...known];
  const near = closest(name, names);
  const listed =
    names.length <= 60 ? names.join(", ") : `${names.slice(0, 8).join(", ")}, ... (${names.length} in all)`;
  return fail("reference/unknown", {
    path,
    value: name,
    expected: `a known ${kind}: ${listed}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

/** A record by id, or `reference/unknown` with the closest id. */
export function findRecord<T>(kind: string, id: string, records: ReadonlyMap<string, T>): Result<T> {
  const record = records.get(id);
  return record === undefined ? unknownName(kind, id, records.keys()) : ok(record);
}
