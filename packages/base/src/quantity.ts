import { fail, ok, type Result } from "./failure.ts";
import { type Dimension, type UnitOf, unitFactor, units } from "./units.ts";

/** A number with its unit, as written to files and to `--json`. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

const pattern = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/;

function unitList(dimension: Dimension): string {
  return Object.keys(units[dimension]).join(", ");
}

/**
 * Reads a quantity such as `20 mmHg` or `0.9 mL/h` and gives it in SI.
 *
 * A bare number is refused except for fractions and for zero: a number without a unit is a mistake waiting to be made.
 *
 * @returns SI value; `quantity/unreadable`, `quantity/unit` or `param/not-finite` otherwise.
 */
export function parseQuantity(text: unknown, dimension: Dimension, path = ""): Result<number> {
  const expected = `a ${dimension} with a unit (${unitList(dimension)})`;
  if (typeof text === "number") {
    if (!Number.isFinite(text)) return fail("param/not-finite", { path, value: text, expected });
    if (dimension === "fraction" || text === 0) return ok(text);
    return fail("quantity/unit", { path, value: text, expected });
  }
  if (typeof text !== "string") return fail("quantity/unreadable", { path, value: text, expected });
  const match = pattern.exec(text.trim());
  if (match === null) {
    const code = /^[+-]?\.?(nan|inf)/i.test(text.trim()) ? "param/not-finite" : "quantity/unreadable";
    return fail(code, { path, value: text, expected });
  }
  const number = Number(match[1]);
  const unit = (match[2] ?? "").trim();
  if (!Number.isFinite(number)) return fail("param/not-finite", { path, value: text, expected });
  if (unit === "" && (dimension === "fraction" || number === 0)) return ok(number);
  const factor = unitFactor(dimension, unit);
  if (factor === undefined) return fail("quantity/unit", { path, value: text, expected });
  const value = number * factor;
  return Number.isFinite(value) ? ok(value) : fail("param/not-finite", { path, value: text, expected });
}

/** An SI value in the given unit. */
export function toUnit<D extends Dimension>(si: number, dimension: D, unit: UnitOf<D>): number {
  const factor = unitFactor(dimension, unit);
  return factor === undefined ? Number.NaN : si / factor;
}

/** An SI value as `{value, unit}`, for files and `--json`. */
export function quantity<D extends Dimension>(si: number, dimension: D, unit: UnitOf<D>): Quantity {
  return { value: toUnit(si, dimension, unit), unit };
}
