import { unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePlan, serializePlan } from "../index.ts";
import { randomHistory } from "./random-history.ts";
import { randomPlan } from "./random-plan.ts";

describe("random plans and histories", () => {
  it("are such as a file could hold", () => {
    fc.assert(
      fc.property(randomPlan(), (plan) => {
        const again = unwrap(parsePlan(serializePlan(plan), "random-plan.yaml"));
        expect(again.steps.length).toBe(plan.steps.length);
        expect({ ...again, steps: [] }).toEqual({ ...plan, steps: [] });
        for (const [at, step] of again.steps.entries()) {
          const { pressure, ...rest } = plan.steps[at]!;
          expect(step).toMatchObject(rest);
          if (pressure === undefined) expect(step.pressure).toBeUndefined();
          else expect(step.pressure).toBeCloseTo(pressure, 6);
        }
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it("hold something of every kind", () => {
    const histories = fc.sample(randomHistory(), { seed: 1, numRuns: 100 });
    const kinds = new Set(histories.flatMap(({ events }) => events.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(
      ["exercise", "heat", "infection", "injury", "meal", "posture", "sleeve", "walking"].sort(),
    );
    expect(histories.some(({ procedures }) => procedures.length > 1)).toBe(true);
    expect(histories.some(({ assume }) => assume.some(({ kind }) => kind === "bypass"))).toBe(true);
  });
});
