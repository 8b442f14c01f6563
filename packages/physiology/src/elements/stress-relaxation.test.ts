import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guytonRelaxation, restingSlack, slackRate, stepSlack, stepSlackByAfter } from "./stress-relaxation.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const law = guytonRelaxation;

describe("stress relaxation", () => {
  it("gives way by 63 % of its share in one time constant, and by all of it in the end", () => {
    const filled = 1.4;
    expect(stepSlack(law, 0, filled, filled, law.time)).toBeCloseTo(0.15 * 0.4 * (1 - Math.exp(-1)), 12);
    expect(stepSlack(law, 0, filled, filled, 1e9)).toBeCloseTo(restingSlack(law, filled), 12);
    expect(stepSlack(law, restingSlack(law, filled), filled, filled, 777)).toBeCloseTo(restingSlack(law, filled), 14);
  });

  it("is exact: two steps along a line are one", () => {
    fc.assert(
      fc.property(
        number(-0.1, 0.1),
        number(0.5, 3),
        number(0.5, 3),
        number(1, 1e5),
        number(0, 1),
        (y, a, b, h, cut) => {
          const middle = a + cut * (b - a);
          const inTwo = stepSlack(law, stepSlack(law, y, a, middle, cut * h), middle, b, (1 - cut) * h);
          expect(inTwo).toBeCloseTo(stepSlack(law, y, a, b, h), 10);
        },
      ),
      { seed: 31 },
    );
  });

  it("follows its own rate, and knows how it depends on where the step ends", () => {
    fc.assert(
      fc.property(number(-0.1, 0.1), number(0.5, 3), number(0.5, 3), number(1, 1e5), (y, a, b, h) => {
        const tiny = 0.01;
        const moved = stepSlack(law, y, a, a, tiny);
        expect((moved - y) / tiny).toBeCloseTo(slackRate(law, y, a), 8);
        const slope = (stepSlack(law, y, a, b + 1e-3, h) - stepSlack(law, y, a, b - 1e-3, h)) / 2e-3;
        expect(stepSlackByAfter(law, h)).toBeCloseTo(slope, 8);
      }),
      { seed: 32 },
    );
  });
});
