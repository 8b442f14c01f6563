import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuantity, quantity, toUnit } from "./quantity.ts";
import { type Dimension, units } from "./units.ts";

describe("parseQuantity", () => {
  it("reads clinical and laboratory units into SI", () => {
    expect(parseQuantity("20 mmHg", "pressure")).toEqual({ ok: true, value: 20 * 133.322 });
    expect(parseQuantity("-100 dyn/cm2", "pressure")).toEqual({ ok: true, value: -10 });
    expect(parseQuantity("3.6 mL/h", "flow")).toMatchObject({ ok: true });
    expect(parseQuantity("250um", "length")).toEqual({ ok: true, value: 250 * 1e-6 });
    expect(parseQuantity("60 %", "fraction")).toEqual({ ok: true, value: 0.6 });
    expect(parseQuantity(0.6, "fraction")).toEqual({ ok: true, value: 0.6 });
  });

  it("refuses a number without a unit, a unit of another dimension, and what is not a number", () => {
    expect(parseQuantity(20, "pressure")).toMatchObject({ ok: false, code: "quantity/unit", value: 20 });
    expect(parseQuantity("20", "pressure")).toMatchObject({ ok: false, code: "quantity/unit" });
    expect(parseQuantity("20 mm", "pressure")).toMatchObject({ ok: false, code: "quantity/unit", value: "20 mm" });
    expect(parseQuantity("NaN mmHg", "pressure")).toMatchObject({ ok: false, code: "param/not-finite" });
    expect(parseQuantity(".nan mmHg", "pressure")).toMatchObject({ ok: false, code: "param/not-finite" });
    expect(parseQuantity(Number.NaN, "pressure")).toMatchObject({ ok: false, code: "param/not-finite" });
    expect(parseQuantity("firm", "pressure")).toMatchObject({ ok: false, code: "quantity/unreadable" });
  });

  it("does not take a name every object has for a unit, nor a value that overflows", () => {
    for (const word of ["toString", "constructor", "__proto__", "valueOf", "hasOwnProperty"]) {
      expect(parseQuantity(`30 ${word}`, "pressure")).toMatchObject({ ok: false, code: "quantity/unit" });
    }
    expect(parseQuantity("1e308 d", "time")).toMatchObject({ ok: false, code: "param/not-finite" });
  });

  it("round-trips every unit of every dimension", () => {
    const pairs = Object.entries(units).flatMap(([dimension, table]) =>
      Object.keys(table).map((unit) => [dimension as Dimension, unit] as const),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        ([dimension, unit], value) => {
          const read = parseQuantity(`${value} ${unit}`, dimension);
          if (!read.ok) throw new Error(`${value} ${unit} was refused`);
          expect(toUnit(read.value, dimension, unit as never)).toBeCloseTo(value, 6);
        },
      ),
    );
  });

  it("gives value and unit at the border", () => {
    expect(quantity(133.322, "pressure", "mmHg")).toEqual({ value: 1, unit: "mmHg" });
  });
});
