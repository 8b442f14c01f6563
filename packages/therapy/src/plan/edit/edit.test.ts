import { describeFailure, mmHg, type Result, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomPlan } from "../../testing/random-plan.ts";
import { planDuration } from "../duration.ts";
import { planFromSequence } from "../from-sequence.ts";
import type { Plan } from "../plan.ts";
import { planContent } from "../version/plan-content.ts";
import { addStep } from "./add-step.ts";
import { changeStep } from "./change-step.ts";
import { moveStep } from "./move-step.ts";
import { removeStep } from "./remove-step.ts";
import { renumber } from "./renumber.ts";
import { repeatSteps } from "./repeat-steps.ts";
import { splitStep } from "./split-step.ts";

const arm = unwrap(planFromSequence("draft_arm_unilateral"));
const stepsOf = (plan: Plan) => plan.steps.map(({ region, side }) => `${region} ${side}`);

function refused(result: Result<Plan>): string {
  expect(result.ok).toBe(false);
  return result.ok ? "" : describeFailure(result);
}

/** A plan with numbers 1, 2, 3… and one of its steps. */
const planAndStep = randomPlan()
  .map(renumber)
  .chain((plan) => fc.tuple(fc.constant(plan), fc.integer({ min: 1, max: plan.steps.length })));

const runs = { seed: 1, numRuns: 40 } as const;

describe("editing a plan", () => {
  it("adds a step with what its stroke, region and neighbour say", () => {
    const plan = unwrap(addStep(arm, { stroke: "vodder_pump", region: "forearm" }, { after: 16 }));
    expect(plan.steps).toHaveLength(arm.steps.length + 1);
    expect(plan.steps[16]).toMatchObject({
      n: 17,
      phase: arm.steps[15]?.phase,
      region: "forearm",
      side: "affected",
      toward: "elbow",
      towardSide: "same_side",
      pressureFrom: "stroke",
      pace: 2,
      repetitions: 5,
      provenance: "assumed",
    });
    expect(plan.steps[16]?.pressure).toBeCloseTo(30 * mmHg);
    expect(plan.steps[17]).toMatchObject({ n: 18, region: arm.steps[16]?.region });
    const breath = unwrap(addStep(arm, { stroke: "breath_diaphragm", region: "diaphragm" }, "end")).steps.at(-1);
    expect(breath).toMatchObject({ side: "midline", toward: "thoracic_duct", pace: 8, pressure: undefined });
  });

  it("puts a new step into the phase of the step before it, and at the start into that of the one behind", () => {
    const breath = { stroke: "breath_diaphragm", region: "diaphragm" };
    const border = arm.steps.findIndex(({ phase }, at) => arm.steps[at + 1]?.phase !== phase);
    const plan = unwrap(addStep(arm, breath, { after: border + 1 }));
    expect(plan.steps[border + 1]?.phase).toBe(arm.steps[border]?.phase);
    expect(plan.steps[border + 1]?.phase).not.toBe(plan.steps[border + 2]?.phase);
    expect(unwrap(addStep(arm, breath, "start")).steps[0]?.phase).toBe(arm.steps[0]?.phase);
  });

  it("asks for the target where there are several ways", () => {
    expect(addStep(arm, { stroke: "vodder_rotary", region: "buttock" })).toMatchObject({ code: "field/missing" });
    const told = { stroke: "vodder_rotary", region: "buttock", toward: "inguinal" };
    expect(unwrap(addStep(arm, told, "start")).steps[0]).toMatchObject({ region: "buttock", towardSide: "same_side" });
  });

  it("moves a step to where it stands before another, told by the numbers before the move", () => {
    const [first, second, third] = stepsOf(arm);
    expect(stepsOf(unwrap(moveStep(arm, 3, "start"))).slice(0, 3)).toEqual([third, first, second]);
    expect(stepsOf(unwrap(moveStep(arm, 1, { after: 3 }))).slice(0, 3)).toEqual([second, third, first]);
    expect(stepsOf(unwrap(moveStep(arm, 1, "end"))).at(-1)).toBe(first);
  });

  it("repeats a block behind itself or elsewhere", () => {
    const steps = stepsOf(arm);
    const twice = stepsOf(unwrap(repeatSteps(arm, { from: 2, to: 3 })));
    expect(twice.slice(0, 6)).toEqual([...steps.slice(0, 3), ...steps.slice(1, 3), steps[3]]);
    expect(stepsOf(unwrap(repeatSteps(arm, { from: 2, to: 3 }, "end"))).slice(-2)).toEqual(steps.slice(1, 3));
  });

  it("splits a step on both sides, the unaffected side first", () => {
    const at = arm.steps.findIndex(({ side, towardSide }) => side === "bilateral" && towardSide === "bilateral");
    const plan = unwrap(splitStep(arm, at + 1, { by: "side" }));
    expect(plan.steps.slice(at, at + 2)).toMatchObject([
      { side: "unaffected", towardSide: "same_side" },
      { side: "affected", towardSide: "same_side" },
    ]);
    expect(refused(splitStep(arm, 1, { by: "side" }))).toMatch(/^side: .*"midline", expected a step on both sides/);
  });

  it("changes fields and takes a pressure back to the default of the stroke", () => {
    const harder = unwrap(changeStep(arm, 3, { pressure: 40 * mmHg, repetitions: 4, note: undefined }));
    expect(harder.steps[2]).toMatchObject({ pressureFrom: "plan", repetitions: 4 });
    expect(harder.steps[2]?.pressure).toBeCloseTo(40 * mmHg);
    const back = unwrap(changeStep(harder, 3, { pressure: undefined }));
    expect(back.steps[2]).toMatchObject({ pressureFrom: "stroke", pressure: arm.steps[2]?.pressure });
  });

  it("makes every edited plan a draft again", () => {
    const approved: Plan = { ...arm, reviewStatus: "approved" };
    expect(unwrap(changeStep(approved, 1, { repetitions: 4 })).reviewStatus).toBe("draft");
    expect(unwrap(removeStep(approved, 1)).reviewStatus).toBe("draft");
  });

  const [only] = arm.steps;
  it.each([
    [
      "a number the plan does not have",
      removeStep(arm, 22),
      "step: .*found 22, expected the number of a step, 1 to 21",
    ],
    [
      "a number in a gap",
      moveStep({ ...arm, steps: [only!, { ...only!, n: 4 }] }, 2, "end"),
      "expected the number of a step: 1, 4$",
    ],
    ["the last step taken out", removeStep({ ...arm, steps: [only!] }, 1), "steps: .*expected at least one step"],
    ["a block that runs back", repeatSteps(arm, { from: 4, to: 2 }), "block: .*steps 4 to 2"],
    ["a place that is not there", moveStep(arm, 1, { before: 40 }), "step: .*found 40"],
    ["nothing to split", splitStep(arm, 3, { by: "positions", first: 1 }), "positions: .*more than one"],
    ["too large a part", splitStep(arm, 3, { by: "repetitions", first: 10 }), "repetitions: .*1 to 9"],
    ["an unknown stroke", addStep(arm, { stroke: "vodder_pomp", region: "axilla" }), "Did you mean vodder_pump"],
    ["an unknown region", addStep(arm, { stroke: "vodder_pump", region: "foream" }), "Did you mean forearm"],
    ["too hard a hand", changeStep(arm, 3, { pressure: 300 * mmHg }), "steps\\[2\\].pressure: .*0 to 200 mmHg"],
    ["no number", changeStep(arm, 3, { repetitions: Number.NaN }), "steps\\[2\\].repetitions: "],
    ["a third of a forearm", changeStep(arm, 3, { region: "forearm", side: "middle_third" }), "thirds only for"],
  ])("refuses %s in one line without a file", (_name, result, words) => {
    expect(refused(result)).toMatch(new RegExp(words));
    expect(refused(result)).not.toContain("\n");
    expect(result).not.toHaveProperty("file");
  });

  it("gives the plan back when a step is added and taken out again", () => {
    fc.assert(
      fc.property(planAndStep, ([plan, n]) => {
        const added = unwrap(addStep(plan, { stroke: "sld_simple_stretch", region: "axilla" }, { before: n }));
        expect(planContent(unwrap(removeStep(added, n)))).toEqual(planContent(plan));
      }),
      runs,
    );
  });

  it("gives the plan back when a step is moved there and back", () => {
    fc.assert(
      fc.property(planAndStep, ([plan, n]) => {
        const there = unwrap(moveStep(plan, n, "start"));
        expect(planContent(unwrap(moveStep(there, 1, { after: n })))).toEqual(planContent(plan));
      }),
      runs,
    );
  });

  it("keeps the time when a step is split by repetitions or positions, and adds a block's own when it is repeated", () => {
    fc.assert(
      fc.property(planAndStep, ([plan, n]) => {
        const step = plan.steps[n - 1]!;
        const { stroking } = planDuration(plan);
        for (const by of ["repetitions", "positions"] as const) {
          if (step[by] > 1) {
            const split = unwrap(splitStep(plan, n, { by, first: 1 }));
            expect(planDuration(split).stroking).toBeCloseTo(stroking, 6);
          }
        }
        const block = planDuration({ ...plan, steps: plan.steps.slice(0, n) }).stroking;
        expect(planDuration(unwrap(repeatSteps(plan, { from: 1, to: n }))).stroking).toBeCloseTo(stroking + block, 6);
      }),
      runs,
    );
  });
});
