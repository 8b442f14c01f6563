import { type Dimension, fail, ok, parseQuantity, type Result, unitFactor, units } from "@openlymph/base";

/** A quantity whose dimension is told by its unit: `4 mmHg` is a pressure. */
export interface AnyQuantity {
  readonly si: number;
  readonly dimension: Dimension;
  /** As it was written; `1` for a plain number. */
  readonly unit: string;
}

const dimensions = Object.keys(units) as Dimension[];

/**
 * Reads a quantity of any dimension.
 *
 * @returns `quantity/unreadable` for what is no number with a unit, `quantity/unit` for a unit that nothing is measured in.
 */
export function parseAnyQuantity(written: unknown): Result<AnyQuantity> {
  const expected = 'a number with its unit such as "12 mmHg"';
  if (typeof written !== "string" && typeof written !== "number") {
    return fail("quantity/unreadable", { value: written, expected });
  }
  const text = String(written).trim();
  const unit = text.replace(/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*/, "");
  const dimension = unit === "" ? "fraction" : dimensions.find((each) => unitFactor(each, unit) !== undefined);
  if (dimension === undefined) {
    const code = /^[+-]?[\d.]/.test(text) ? "quantity/unit" : "quantity/unreadable";
    return fail(code, { value: written, expected });
  }
  const read = parseQuantity(written, dimension);
  return read.ok ? ok({ si: read.value, dimension, unit: unit === "" ? "1" : unit }) : { ...read, expected };
}

/** An SI value in a unit. */
export function inWrittenUnit(si: number, { dimension, unit }: Pick<AnyQuantity, "dimension" | "unit">): number {
  return si / (unitFactor(dimension, unit) ?? Number.NaN);
}

/** An SI value with its SI unit, as `setParameter` reads it, with all its digits. */
export function siText(si: number, dimension: Dimension): string {
  const unit = Object.entries<number>(units[dimension]).find(([, factor]) => factor === 1)?.[0] ?? "1";
  return unit === "1" ? String(si) : `${si} ${unit}`;
}
