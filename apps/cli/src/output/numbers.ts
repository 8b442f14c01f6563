import { type Dimension, day, hour, minute, type Quantity, quantity, toUnit, type UnitOf } from "@openlymph/base";

/** A number with a fixed count of decimals; never `-0`, and a dash for what does not exist. */
export function fixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return "–";
  const shown = value.toFixed(digits);
  return Number(shown) === 0 ? shown.replace("-", "") : shown;
}

/** A number to some significant digits, in plain or scientific writing, whichever is shorter to read. */
export function significant(value: number, digits: number): string {
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return "–";
  return String(Number(value.toPrecision(digits)));
}

/** An SI value in a unit, with a fixed count of decimals and no unit: for a column whose head names it. */
export function inUnit<D extends Dimension>(si: number, dimension: D, unit: UnitOf<D>, digits: number): string {
  return fixed(toUnit(si, dimension, unit), digits);
}

/** An SI value with its unit. */
export function withUnit<D extends Dimension>(si: number, dimension: D, unit: UnitOf<D>, digits: number): string {
  return `${inUnit(si, dimension, unit, digits)} ${unit}`;
}

/** A share as per cent. */
export function percent(share: number, digits: number): string {
  return fixed(100 * share, digits);
}

/** A duration in the unit people would choose: `11.3 min`, `6 h`, `90 d`. */
export function timeWords(seconds: number): string {
  const units = [
    [2 * day, day, "d"],
    [hour, hour, "h"],
    [2 * minute, minute, "min"],
    [0, 1, "s"],
  ] as const;
  const [, factor, unit] = units.find(([from]) => Math.abs(seconds) >= from) ?? units[3];
  return `${significant(seconds / factor, 3)} ${unit}`;
}

/** Several SI values that share a unit, for `--json`. */
export interface Series {
  readonly unit: string;
  readonly values: readonly number[];
}

export function series<D extends Dimension>(si: Iterable<number>, dimension: D, unit: UnitOf<D>): Series {
  return { unit, values: Array.from(si, (value) => toUnit(value, dimension, unit)) };
}

/** A share as `{ value, unit: "%" }`. */
export function percentage(share: number): Quantity {
  return quantity(share, "fraction", "%");
}
