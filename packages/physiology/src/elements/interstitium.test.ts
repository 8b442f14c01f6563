import { mmHg } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chapplePublished, type InterstitiumLaw, interstitialPressure, interstitialStiffness } from "./interstitium.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyLaw: fc.Arbitrary<InterstitiumLaw> = fc.oneof(
  fc.record({
    law: fc.constant("chapple-1993" as const),
    restPressure: number(-500, 200),
    swollenSlope: number(10, 600),
  }),
  fc.record({ law: fc.constant("linear" as const), restPressure: number(-500, 200), slope: number(10, 3000) }),
);
const skin: InterstitiumLaw = { law: "chapple-1993", restPressure: -mmHg, swollenSlope: 0.42 * mmHg };

describe("interstitial pressure", () => {
  it("has its slope everywhere, rises, and rests where it should", () => {
    fc.assert(
      fc.property(anyLaw, number(0.3, 5), (law, x) => {
        const h = 1e-6;
        const slope = (interstitialPressure(law, x + h) - interstitialPressure(law, x - h)) / (2 * h);
        expect(interstitialStiffness(law, x)).toBeCloseTo(slope, 2);
        expect(interstitialStiffness(law, x)).toBeGreaterThan(0);
        expect(interstitialPressure(law, 1)).toBe(law.restPressure);
      }),
      { seed: 12 },
    );
  });

  it("follows the published straight pieces, within what its rounded corners cost", () => {
    const rest = 8.4e-3;
    expect(chapplePublished(rest) / mmHg).toBeCloseTo(-1.012, 3);
    for (const x of [0.7, 0.85, 1, 1.05, 1.18, 1.35, 1.6, 2.5]) {
      const ours = interstitialPressure(skin, x) / mmHg;
      // A softplus corner of slope change Δs and width w lies w ln 2 · Δs below the sharp one: here at most 0.21 mmHg.
      expect(Math.abs(ours - chapplePublished(x * rest) / mmHg)).toBeLessThan(0.25);
    }
    expect(chapplePublished(10.3e-3) / mmHg).toBeCloseTo(2, 9);
  });
});
