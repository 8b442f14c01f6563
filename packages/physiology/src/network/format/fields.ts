/** Walks a schema: the fields it describes, all of them or those that a value has. */
import type { z } from "zod";
import { groupOf, type Setting, settingOf } from "./setting.ts";

export interface Field {
  readonly path: readonly PropertyKey[];
  readonly schema: z.ZodType;
  readonly setting: Setting;
}

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
}

const definitionOf = (schema: z.ZodType) => schema._zod.def as unknown as Definition;

/** A group without what says that it may be left out. */
function bare(schema: z.ZodType): z.ZodType {
  const { innerType } = definitionOf(schema);
  return innerType === undefined || settingOf(schema) !== undefined ? schema : bare(innerType);
}

type Group = Readonly<Record<PropertyKey, unknown>>;

const isGroup = (value: unknown): value is Group => typeof value === "object" && value !== null;

/** The variant of a group that a value is: told by its law or kind. */
function variantOf({ options = [], discriminator = "" }: Definition, value: Group): z.ZodType | undefined {
  return options.find((option) => {
    const word = definitionOf(option).shape?.[discriminator];
    return word?.safeParse(value[discriminator]).success === true;
  });
}

/** Keys of a value with the schema of each. */
function partsOf(schema: z.ZodType, value: Group): readonly (readonly [PropertyKey, z.ZodType])[] {
  const definition = definitionOf(schema);
  if (definition.shape !== undefined) return Object.entries(definition.shape);
  if (definition.valueType !== undefined) return Object.keys(value).map((key) => [key, definition.valueType!]);
  if (definition.element !== undefined && Array.isArray(value)) return value.map((_, i) => [i, definition.element!]);
  const variant = definition.type === "union" ? variantOf(definition, value) : undefined;
  return variant === undefined ? [] : partsOf(variant, value);
}

/** The fields that a value has or may be given, in the order of the schema. */
export function* fieldsOf(schema: z.ZodType, value: unknown, path: readonly PropertyKey[] = []): Generator<Field> {
  const inner = bare(schema);
  const setting = settingOf(inner);
  if (setting !== undefined) yield { path, schema: inner, setting };
  else if (isGroup(value)) {
    for (const [key, part] of partsOf(inner, value)) yield* fieldsOf(part, value[key], [...path, key]);
  }
}

/** The field at a path of a value; `undefined` where there is none. */
export function fieldAt(schema: z.ZodType, value: unknown, path: readonly PropertyKey[]): Field | undefined {
  let at = bare(schema);
  let inside = value;
  for (const key of path) {
    if (settingOf(at) !== undefined || !isGroup(inside)) return undefined;
    const part = partsOf(at, inside).find(([name]) => name === key)?.[1];
    if (part === undefined) return undefined;
    at = bare(part);
    inside = inside[key];
  }
  const setting = settingOf(at);
  return setting === undefined ? undefined : { path, schema: at, setting };
}

/**
 * Every field a schema knows, and every group that may be left out: `<id>` for a name, `[]` for a list, and the law or
 * kind it belongs to in brackets.
 */
export function* allFields(schema: z.ZodType, path: readonly string[] = []): Generator<Field> {
  const inner = bare(schema);
  const group = groupOf(schema);
  if (group !== undefined) yield { path, schema, setting: group };
  const setting = settingOf(inner);
  if (setting !== undefined) {
    yield { path, schema: inner, setting };
    return;
  }
  const { shape, valueType, element, options, discriminator } = definitionOf(inner);
  if (shape !== undefined) for (const [key, part] of Object.entries(shape)) yield* allFields(part, [...path, key]);
  if (valueType !== undefined) yield* allFields(valueType, [...path, "<id>"]);
  if (element !== undefined) yield* allFields(element, [...path, "[]"]);
  for (const option of options ?? []) {
    const law = settingOf(definitionOf(option).shape![discriminator!]!)!.range!;
    yield* allFields(option, [...path.slice(0, -1), `${path.at(-1) ?? ""}(${law})`]);
  }
}
