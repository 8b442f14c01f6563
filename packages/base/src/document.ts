import { z } from "zod";
import { closest } from "./closest.ts";
import { type Failure, fail, ok, type Result } from "./failure.ts";
import { parseQuantity } from "./quantity.ts";
import { type Dimension, units } from "./units.ts";

/** A person's own file: YAML (or JSON, which is YAML), parsed, with the line of every field. */
export interface Document {
  readonly file: string;
  readonly data: unknown;
  /** Line, counted from 1, of the deepest part of `path` that exists in the text. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** `["steps", 3, "pressure"]` → `steps[3].pressure`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

/** A failure about one field of a document, with file, line and value filled in. */
export function fieldFailure(
  document: Document,
  path: readonly PropertyKey[],
  failure: Omit<Failure, "ok" | "file" | "line" | "path">,
): Failure {
  const { code, ...detail } = failure;
  const value = valueAt(document.data, path);
  return fail(code, {
    ...(value === undefined ? {} : { value }),
    ...detail,
    path: pathText(path),
    file: document.file,
    line: document.lineOf(path),
  });
}

type Issue = z.core.$ZodIssue;

function deepest(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const branches = issue.errors.flat();
  const [best] = [...branches].sort((a, b) => b.path.length - a.path.length);
  return best === undefined ? issue : deepest({ ...best, path: [...issue.path, ...best.path] } as Issue);
}

const kindWords: Record<string, string> = {
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

interface SchemaDefinition {
  readonly type: string;
  readonly shape?: Record<string, z.core.$ZodType>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
}

/** The fields a schema knows at a path; `undefined` where it does not say (a union, a transformed value). */
function knownFields(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] | undefined {
  const definition = schema._zod.def as unknown as SchemaDefinition;
  const wrapped = definition.innerType ?? definition.in;
  if (wrapped !== undefined) return knownFields(wrapped, path);
  const [key, ...rest] = path;
  if (key === undefined) return definition.shape === undefined ? undefined : Object.keys(definition.shape);
  const inner = typeof key === "number" ? definition.element : definition.shape?.[String(key)];
  return inner === undefined ? undefined : knownFields(inner, rest);
}

function failureOfIssue(document: Document, raw: Issue, schema: z.core.$ZodType): Failure {
  const issue = deepest(raw);
  const carried = issue.code === "custom" ? (issue.params?.["failure"] as Failure | undefined) : undefined;
  if (carried !== undefined) {
    const { ok: _ok, code, path: _path, ...detail } = carried;
    return fieldFailure(document, issue.path, { code, ...detail });
  }
  if (issue.code === "unrecognized_keys") {
    const name = issue.keys[0] ?? "";
    const fields = knownFields(schema, issue.path);
    const near = closest(name, fields ?? []);
    return fieldFailure(document, [...issue.path, name], {
      code: "field/unknown",
      expected: fields === undefined ? "only the fields this format describes" : `one of ${fields.join(", ")}`,
      ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
    });
  }
  if (issue.code === "invalid_value") {
    const code = valueAt(document.data, issue.path) === undefined ? "field/missing" : "field/invalid";
    return fieldFailure(document, issue.path, { code, expected: `one of ${issue.values.map(String).join(", ")}` });
  }
  if (issue.code === "invalid_type") {
    const value = valueAt(document.data, issue.path);
    const expected = kindWords[issue.expected] ?? `a ${issue.expected}`;
    if (value === undefined) return fieldFailure(document, issue.path, { code: "field/missing", expected });
    const notFinite = typeof value === "number" && !Number.isFinite(value);
    return fieldFailure(document, issue.path, {
      code: notFinite ? "param/not-finite" : "field/type",
      value,
      expected,
    });
  }
  if (issue.code === "invalid_key") {
    const expected = issue.issues[0]?.message ?? "another name";
    return fieldFailure(document, issue.path, { code: "field/invalid", value: String(issue.path.at(-1)), expected });
  }
  return fieldFailure(document, issue.path, { code: "field/invalid", expected: issue.message });
}

/**
 * Checks a document against its schema.
 *
 * @param format the only accepted `format:` field, such as `openlymph/plan@1`.
 * @returns the typed content, or the first failure in the order of the file's fields.
 */
export function readAs<S extends z.ZodType>(document: Document, format: string, schema: S): Result<z.output<S>> {
  const { data } = document;
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    return fail("document/format", {
      file: document.file,
      line: 1,
      value: data,
      expected: `a file with format: ${format}`,
    });
  }
  const found = (data as Record<string, unknown>)["format"];
  if (found !== format) {
    return fieldFailure(document, ["format"], {
      code: found === undefined ? "field/missing" : "document/format",
      expected: format,
    });
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return issue === undefined ? fail("field/invalid", { file: document.file }) : failureOfIssue(document, issue, schema);
}

/** Reports a `Failure` from inside a zod refinement or transform. */
export function reportFailure(context: z.RefinementCtx, failure: Failure): never {
  context.addIssue({ code: "custom", message: failure.expected ?? failure.code, params: { failure } });
  return z.NEVER;
}

export interface QuantityRange {
  /** Smallest accepted value in SI. */
  readonly min?: number;
  /** Largest accepted value in SI. */
  readonly max?: number;
  /** The range in words, shown in the message: `0 to 120 mmHg`. */
  readonly words?: string;
}

/** A schema field for a quantity of one dimension: reads `20 mmHg`, gives Pa. */
export function quantityField(dimension: Dimension, range: QuantityRange = {}) {
  const unit = Object.keys(units[dimension])[0] ?? "";
  return z.unknown().transform((value, context): number => {
    if (value === undefined) {
      return reportFailure(context, fail("field/missing", { expected: `a ${dimension} such as "1 ${unit}"` }));
    }
    const read = parseQuantity(value, dimension);
    if (!read.ok) return reportFailure(context, read);
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, words = "a value in range" } = range;
    if (!(read.value >= min && read.value <= max)) {
      return reportFailure(context, fail("param/out-of-range", { value, expected: words }));
    }
    return read.value;
  });
}
