import { mirrored } from "@openlymph/anatomy";
import { unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomPlan } from "../testing/random-plan.ts";
import { planDuration } from "./duration.ts";
import { planFromSequence } from "./from-sequence.ts";
import { mirrorPlan } from "./mirror-plan.ts";
import { parsePlan } from "./parse-plan.ts";
import { resolveStep } from "./resolve-step.ts";
import { serializePlan } from "./serialize-plan.ts";

const runs = { seed: 1, numRuns: 200 } as const;
const sorted = (ids: readonly string[]) => [...ids].sort();

describe("mirrorPlan", () => {
  it("gives every plan back when done twice", () => {
    fc.assert(
      fc.property(randomPlan(), (plan) => {
        expect(mirrorPlan(mirrorPlan(plan))).toEqual(plan);
      }),
      runs,
    );
  });

  it("gives a plan that a file can hold, of the same length", () => {
    fc.assert(
      fc.property(randomPlan(), (plan) => {
        const turned = mirrorPlan(plan);
        expect(parsePlan(serializePlan(turned), "plan.yaml").ok).toBe(true);
        expect(planDuration(turned)).toEqual(planDuration(plan));
      }),
      { ...runs, numRuns: 40 },
    );
  });

  it("works the mirrored places in the mirrored direction", () => {
    fc.assert(
      fc.property(randomPlan(), (plan) => {
        const turned = mirrorPlan(plan);
        for (const [at, step] of plan.steps.entries()) {
          const here = resolveStep(plan, step);
          const there = resolveStep(turned, turned.steps[at]!);
          expect(sorted(there.territories)).toEqual(sorted(here.territories.map(mirrored)));
          expect(sorted(there.nodes)).toEqual(sorted(here.nodes.map(mirrored)));
          expect(sorted(there.toward.nodes)).toEqual(sorted(here.toward.nodes.map(mirrored)));
          expect(there.direction).toBe(here.direction);
        }
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it("names the other side in words, and leaves the source as it was read", () => {
    const leg = unwrap(planFromSequence("stm_leg_left"));
    const turned = mirrorPlan(leg);
    expect(turned).toMatchObject({ affectedSide: "right", for: "unilateral leg (right)" });
    expect(turned.title).toContain("right leg");
    expect(turned.provenance).toEqual(leg.provenance);
    expect(turned.steps.at(-1)).toMatchObject({ side: "left", action: expect.stringContaining("right hand in left") });
    expect(turned.steps.at(-1)?.note).toContain("clears the RIGHT armpit for a LEFT leg");
  });
});
