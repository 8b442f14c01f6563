/**
 * Fields of a file that describe themselves: one line holds dimension, range, default and help, and from it come the
 * check of a file, the paths of `setParameter` and the tables of docs/formats.md.
 */
import { type Dimension, parseQuantity, type QuantityRange, quantityField, unitFactor, units } from "@openlymph/base";
import { z } from "zod";

/** What is known about a field. */
export interface Setting {
  readonly kind: "quantity" | "amount" | "choice" | "whole" | "switch" | "name" | "text" | "group";
  /** What it means, in a few words. */
  readonly help: string;
  /** Unit it is shown in; absent for what has none. */
  readonly unit?: string | undefined;
  /** What is allowed, in words. */
  readonly range?: string | undefined;
  /** The default in words; absent for a field that must be written. */
  readonly usual?: string | undefined;
}

/** Attaches what is known about a field to its schema. */
export function described<S extends z.ZodType>(schema: S, setting: Setting): S {
  return schema.meta({ setting });
}

/** What is known about a field; `undefined` for a group of fields. */
export function settingOf(schema: z.core.$ZodType): Setting | undefined {
  return z.globalRegistry.get(schema)?.["setting"] as Setting | undefined;
}

/** A group of fields that may be left out; `help` says what it adds. */
export function group<S extends z.ZodType>(help: string, fields: S): z.ZodOptional<S> {
  return fields.optional().meta({ group: { kind: "group", help, usual: "left out" } satisfies Setting });
}

/** What is known about a group that may be left out. */
export function groupOf(schema: z.core.$ZodType): Setting | undefined {
  return z.globalRegistry.get(schema)?.["group"] as Setting | undefined;
}

export const above = (words: string): QuantityRange => ({ min: Number.MIN_VALUE, words });
export const atLeast = (words: string, min = 0): QuantityRange => ({ min, words });
export const between = (min: number, max: number, words: string): QuantityRange => ({ min, max, words });

const firstUnit = (dimension: Dimension) => Object.keys(units[dimension])[0]!;

/** A number in SI as text in one of the units of its dimension. */
export function inUnit(value: number, dimension: Dimension, unit = firstUnit(dimension)): string {
  const shown = Number((value / unitFactor(dimension, unit)!).toPrecision(6));
  const text = Math.abs(shown) >= 1e6 ? shown.toExponential().replace("+", "") : String(shown);
  return unit === "1" ? text : `${text} ${unit}`;
}

/** A quantity that must be written. */
export function needed(dimension: Dimension, help: string, range: QuantityRange = {}, unit = firstUnit(dimension)) {
  return described(quantityField(dimension, range), { kind: "quantity", help, unit, range: range.words });
}

/** A quantity with a default, given in SI. */
export function usually(
  usual: number,
  dimension: Dimension,
  help: string,
  range: QuantityRange = {},
  unit = firstUnit(dimension),
) {
  const words = inUnit(usual, dimension, unit);
  const schema = quantityField(dimension, range).default(usual);
  return described(schema, { kind: "quantity", help, unit, range: range.words, usual: words });
}

/** A quantity that may be left out; `absent` says what holds then. */
export function perhaps(
  absent: string,
  dimension: Dimension,
  help: string,
  range: QuantityRange = {},
  unit = firstUnit(dimension),
) {
  const schema = quantityField(dimension, range).optional();
  return described(schema, { kind: "quantity", help, unit, range: range.words, usual: absent });
}

/** A quantity, or a list with one for each lymphangion. */
function oneOrList(dimension: Dimension, range: QuantityRange) {
  const one = quantityField(dimension, range);
  return z.union([one.transform((value) => [value]), z.array(one).min(1)]);
}

const listWords = (range: QuantityRange) => [range.words, "one, or one per lymphangion"].filter(Boolean).join("; ");

/** A quantity, or a list with one for each lymphangion, that must be written. */
export function perLymphangion(
  dimension: Dimension,
  help: string,
  range: QuantityRange = {},
  unit = firstUnit(dimension),
) {
  return described(oneOrList(dimension, range), { kind: "quantity", help, unit, range: listWords(range) });
}

/** The same with a default for all lymphangions, in SI. */
export function usuallyPerLymphangion(
  usual: number,
  dimension: Dimension,
  help: string,
  range: QuantityRange = {},
  unit = firstUnit(dimension),
) {
  const words = inUnit(usual, dimension, unit);
  const schema = oneOrList(dimension, range).default([usual]);
  return described(schema, { kind: "quantity", help, unit, range: listWords(range), usual: words });
}

/** One of several words. */
export function choice<const T extends string>(values: readonly [T, ...T[]], usual: T, help: string) {
  return described(z.enum(values).default(usual), { kind: "choice", help, range: values.join(", "), usual });
}

/** One of several words that must be written, such as a law. */
export function word<const T extends string>(value: T, help: string) {
  return described(z.literal(value), { kind: "text", help, range: value });
}

/** A whole number with a default. */
export function whole(usual: number, help: string, min: number, max: number) {
  const schema = z.int("a whole number").min(min, `${min} or more`).max(max, `at most ${max}`).default(usual);
  return described(schema, { kind: "whole", help, range: `${min} to ${max}`, usual: String(usual) });
}

/** Yes or no. */
export function yesOrNo(usual: boolean, help: string) {
  return described(z.boolean().default(usual), { kind: "switch", help, range: "true, false", usual: String(usual) });
}

/** An amount or concentration of something weighed or counted, in SI; `counted` is unknown for a plain zero. */
export interface Amount {
  readonly value: number;
  readonly counted: boolean | undefined;
}

/** Marks what is counted in colony-forming units: its amounts and concentrations are numbers, not masses. */
export interface Counted {
  readonly counted: boolean;
}

/** Whether a solute, or the load that swells a node, is counted (`cfu`) rather than weighed (`kg`). */
export function isCounted(value: object): boolean {
  return "counted" in value && value.counted === true;
}

/** Nothing, weighed or counted. */
export const noAmount: Amount = { value: 0, counted: undefined };

/** An amount (`0.1 mg`, `1e6 cfu`) or a concentration (`72 g/L`, `1e3 cfu/mL`), at least zero. */
export function amountField(
  kind: "amount" | "concentration",
  help: string,
  { usual, unit, positive }: { readonly usual?: string; readonly unit: string; readonly positive?: boolean },
) {
  const dimensions =
    kind === "amount" ? (["mass", "count"] as const) : (["concentration", "countConcentration"] as const);
  const range = positive === true ? above(`> 0 ${unit}`) : atLeast(`>= 0 ${unit}`);
  const [weighed, counted] = dimensions.map((dimension) => quantityField(dimension, range));
  const schema = z.unknown().transform((written, context): Amount => {
    const isCount = typeof written === "string" && parseQuantity(written, dimensions[1]).ok;
    const read = (isCount ? counted! : weighed!).safeParse(written);
    if (read.success) return { value: read.data, counted: read.data === 0 ? undefined : isCount };
    for (const issue of read.error.issues) context.addIssue({ ...issue, path: [] } as never);
    return z.NEVER;
  });
  const other = Object.keys(units[dimensions[1]])[0];
  return described(schema, { kind: "amount", help, unit: `${unit}, ${other}`, range: range.words, usual });
}

/** A name: letters, digits, - and _, beginning with a letter. */
export const nameSchema = z.string().regex(/^[A-Za-z][\w-]*$/, "a name of letters, digits, - and _");

/** Text that names something else in the file. */
export function nameOf(help: string) {
  return described(z.string(), { kind: "name", help });
}

/** A group of things by name. */
export function byName<T extends z.ZodType>(item: T) {
  return z.record(nameSchema, item);
}
