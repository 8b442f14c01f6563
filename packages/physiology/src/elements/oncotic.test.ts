import { mmHg } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concentrationAtOncotic, oncoticLaws, oncoticPressure, oncoticSlope } from "./oncotic.ts";

const laws = Object.entries(oncoticLaws);
const concentration = fc.double({ min: 0, max: 150, noNaN: true });

describe("oncotic pressure", () => {
  it("of plasma, by hand from each published polynomial (7.2 g/dL)", () => {
    const at = (name: keyof typeof oncoticLaws) => oncoticPressure(72, oncoticLaws[name]) / mmHg;
    // 2.1·7.2 + 0.16·7.2² + 0.009·7.2³ = 15.12 + 8.294 + 3.359
    expect(at("landis-pappenheimer")).toBeCloseTo(26.774, 3);
    // 0.28·72 + 0.0019·72² = 20.16 + 9.850
    expect(at("guyton-1992")).toBeCloseTo(30.01, 3);
    // 0.157·72 + 0.0032·72² = 11.304 + 16.589
    expect(at("lung")).toBeCloseTo(27.893, 3);
    // 4/7 (20.16 + 9.331 + 4.479) + 3/7 (6.48 + 6.221 + 1.493) = 19.4115 + 6.0831
    expect(at("nitta")).toBeCloseTo(25.4946, 3);
    expect(oncoticPressure(72)).toBe(oncoticPressure(72, oncoticLaws["landis-pappenheimer"]));
  });

  it.each(laws)("%s: rises, has its slope, and is undone by its inverse", (_, law) => {
    fc.assert(
      fc.property(concentration, (c) => {
        const h = 1e-4;
        const slope = (oncoticPressure(c + h, law) - oncoticPressure(c - h, law)) / (2 * h);
        expect(oncoticSlope(c, law)).toBeCloseTo(slope, 4);
        expect(oncoticSlope(c, law)).toBeGreaterThan(0);
        expect(concentrationAtOncotic(oncoticPressure(c, law), law)).toBeCloseTo(c, 8);
      }),
      { seed: 21 },
    );
    expect(concentrationAtOncotic(0, law)).toBe(0);
  });
});
