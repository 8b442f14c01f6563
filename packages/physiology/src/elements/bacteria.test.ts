import { hour } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BacteriaLaw, cleanNode, stepBacteria, usualBacteria } from "./bacteria.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyLaw: fc.Arbitrary<BacteriaLaw> = fc.record({
  capture: number(0, 1),
  growth: number(0, 1e-3),
  kill: number(0, 1e-3),
});

function run(law: BacteriaLaw, held: number, arriving: number, steps: readonly number[]) {
  const node = { ...cleanNode(), held };
  for (const step of steps) stepBacteria(law, node, arriving, step);
  return node;
}

describe("bacteria in a node", () => {
  it("let one in a hundred pass, and settle where killing meets what is caught", () => {
    const node = run(usualBacteria, 0, 100, Array(48).fill(hour));
    expect(node.passed / node.arrived).toBeCloseTo(0.01, 12);
    // η F = (k − g) B, with k − g = 2 ln 2 / h
    expect(node.held).toBeCloseTo((0.99 * 100 * hour) / (2 * Math.LN2), 4);
  });

  it("double in an hour when nothing kills them, and halve in 20 minutes when nothing feeds them", () => {
    expect(run({ ...usualBacteria, kill: 0 }, 1000, 0, [hour]).held).toBeCloseTo(2000, 8);
    expect(run({ ...usualBacteria, growth: 0 }, 1000, 0, [hour]).held).toBeCloseTo(125, 8);
  });

  it("are all accounted for: in = out + killed + held − born", () => {
    fc.assert(
      fc.property(
        anyLaw,
        number(0, 1e6),
        number(0, 1e4),
        fc.array(number(0.1, 1e4), { maxLength: 6 }),
        (law, held, arriving, steps) => {
          const node = run(law, held, arriving, steps);
          const entered = held + node.arrived + node.born;
          const found = node.passed + node.killed + node.held;
          expect(Math.abs(found - entered)).toBeLessThanOrEqual(1e-12 * (entered + node.killed));
          for (const count of Object.values(node)) expect(count).toBeGreaterThanOrEqual(0);
        },
      ),
      { seed: 71 },
    );
  });

  it("do not care how time is cut, nor whether growth and killing cancel", () => {
    fc.assert(
      fc.property(
        anyLaw,
        fc.boolean(),
        number(0, 1e6),
        number(1, 1e4),
        number(0.01, 0.99),
        (drawn, balanced, held, h, cut) => {
          const law = balanced ? { ...drawn, kill: drawn.growth } : drawn;
          const whole = run(law, held, 50, [h]);
          const inTwo = run(law, held, 50, [cut * h, (1 - cut) * h]);
          expect(inTwo.held / whole.held).toBeCloseTo(1, 9);
          expect(Math.abs(inTwo.killed - whole.killed)).toBeLessThan(1e-9 * (whole.killed + 1));
        },
      ),
      { seed: 72 },
    );
  });
});
