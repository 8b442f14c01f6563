import { mmHg, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomPlan } from "../../testing/random-plan.ts";
import { addStep } from "../edit/add-step.ts";
import { changeStep } from "../edit/change-step.ts";
import { moveStep } from "../edit/move-step.ts";
import { removeStep } from "../edit/remove-step.ts";
import { renumber } from "../edit/renumber.ts";
import { planFromSequence } from "../from-sequence.ts";
import type { Plan } from "../plan.ts";
import { alignSteps } from "./align-steps.ts";
import { compareVersions } from "./compare-versions.ts";

const arm = unwrap(planFromSequence("draft_arm_unilateral"));
const changesTo = (plan: Plan) => compareVersions(arm, plan);

describe("compareVersions", () => {
  it("names a changed step with what was and what is", () => {
    const changed = unwrap(changeStep(arm, 3, { repetitions: 7, pressure: 25 * mmHg }));
    expect(changesTo(changed)).toEqual([
      {
        kind: "changed",
        was: 3,
        now: 3,
        fields: ["repetitions", "pressure"],
        words:
          "step 3: stationary circle, hollow above the collarbone, both sides: repetitions 10 → 7; pressure none → 25 mmHg",
      },
    ]);
  });

  it("does not take new numbers for changes", () => {
    expect(changesTo(unwrap(removeStep(arm, 2)))).toMatchObject([{ kind: "removed", was: 2 }]);
    const added = unwrap(addStep(arm, { stroke: "vodder_pump", region: "elbow" }, "start"));
    expect(changesTo(added)).toMatchObject([{ kind: "added", now: 1, words: "step 1: added: pump, elbow, affected" }]);
    expect(changesTo(unwrap(moveStep(arm, 2, "end")))).toMatchObject([{ kind: "moved", was: 2, now: 21 }]);
  });

  it("tells fields of the plan, and not who reviewed it", () => {
    const other: Plan = {
      ...arm,
      title: "Arm",
      position: "lie down ".repeat(9),
      affectedSide: "right",
      reviewStatus: "approved",
    };
    expect(changesTo(other).map(({ words }) => words)).toEqual([
      `title: ${arm.title} → Arm`,
      "affected side: left → right",
      "position: reworded",
    ]);
  });

  it("finds nothing between a plan and itself, and accounts for every step of any two plans once", () => {
    fc.assert(
      fc.property(randomPlan(), randomPlan(), (one, other) => {
        expect(compareVersions(one, one)).toEqual([]);
        const was = renumber(one).steps;
        const now = renumber(other).steps;
        const aligned = alignSteps(was, now);
        const seen = (key: "was" | "now") =>
          aligned.flatMap((pair) => (key in pair ? [(pair as { was: { n: number }; now: { n: number } })[key].n] : []));
        expect(seen("now")).toEqual(now.map(({ n }) => n));
        expect(seen("was").sort((a, b) => a - b)).toEqual(was.map(({ n }) => n));
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});
