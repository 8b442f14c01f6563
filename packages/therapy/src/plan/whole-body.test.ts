import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { regionsById } from "../library/region.ts";
import { strokesById } from "../library/stroke.ts";
import { planDuration } from "./duration.ts";
import { explainDirection } from "./explain-direction.ts";
import { planFromSequence } from "./from-sequence.ts";
import { mirrorPlan } from "./mirror-plan.ts";

const plan = unwrap(planFromSequence("draft_whole_body"));
const firstOf = (region: string) => plan.steps.findIndex((step) => step.region === region);

describe("the routine for an unswollen body", () => {
  it("says that it is composed, a draft, and for whom", () => {
    expect(plan).toMatchObject({ reviewStatus: "draft", affectedSide: "both", complete: true });
    expect(plan.provenance.source).toMatch(/^composed by the project/);
    expect(plan.about).toContain("A composed draft");
    expect(plan.title).toContain("for an unswollen body only");
    expect(plan.steps.every(({ provenance }) => provenance === "assumed-composed")).toBe(true);
  });

  it("takes 20 to 25 minutes of strokes that people may use on themselves", () => {
    const minutes = planDuration(plan).withMoving / 60;
    expect(minutes).toBeGreaterThan(20);
    expect(minutes).toBeLessThan(25);
    for (const { stroke } of plan.steps) expect(strokesById.get(stroke)?.selfCareSuitable, stroke).toBe(true);
  });

  it("begins and ends with breathing; neck, armpits, upper trunk, belly, groins, lower trunk, arms, legs", () => {
    expect(plan.steps.at(0)?.stroke).toBe("breath_diaphragm");
    expect(plan.steps.at(-1)).toMatchObject({ stroke: "breath_diaphragm", phase: "close" });
    const order = [
      "neck_lateral",
      "supraclavicular_fossa",
      "axilla",
      "chest_upper",
      "abdomen",
      "inguinal",
      "suprapubic",
    ];
    const firsts = [...order, "upper_arm_medial", "hand_dorsum", "thigh_front", "foot_dorsum"].map(firstOf);
    expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    expect(firsts).not.toContain(-1);
  });

  it("works each limb trunk end first and strokes toward the heart everywhere", () => {
    for (const step of plan.steps) {
      expect(explainDirection(plan, step).direction, `${step.n} ${step.region}`).toBe("proximal");
    }
    for (const limb of ["arm", "leg"]) {
      for (const side of ["left", "right"]) {
        const along = plan.steps
          .filter((step) => step.phase === "limb" && step.side === side)
          .map(({ region }) => regionsById.get(region)?.limb)
          .flatMap((place) => (place?.id === limb ? [place.along] : []));
        expect(along).toEqual([...along].sort((a, b) => a - b));
        expect(along.length).toBeGreaterThan(4);
      }
    }
  });

  it("does the same on both sides", () => {
    const told = (steps: typeof plan.steps) => steps.map(({ n: _n, ...step }) => JSON.stringify(step)).sort();
    expect(told(mirrorPlan(plan).steps)).toEqual(told(plan.steps));
  });
});
