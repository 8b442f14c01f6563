import { readdirSync, readFileSync } from "node:fs";
import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { parsePlan, planFromSequence, sequences, serializePlan } from "../index.ts";

const folder = new URL("../../../../examples/plans/", import.meta.url);

/** Which sequence each example plan is. Published texts are given as they were read. */
const fileOf: Readonly<Record<string, string>> = {
  lnni_arm_trunk: "lnni-arm.yaml",
  stm_leg_left: "stm-leg.yaml",
  stm_genital: "stm-genital.yaml",
  sharecare_breast_right: "sharecare-breast.yaml",
  handson_neck: "handson-neck.yaml",
  mda_arm_open: "mda-arm-opening.yaml",
  cn2023_arm: "cn2023-arm.yaml",
  draft_arm_unilateral: "draft-arm.yaml",
  draft_leg_unilateral: "draft-leg.yaml",
  draft_leg_bilateral: "draft-both-legs.yaml",
  draft_head_neck: "draft-head-neck.yaml",
  draft_breast_trunk: "draft-breast.yaml",
  draft_whole_body: "draft-whole-body.yaml",
};

describe("example plans", () => {
  it("are the twelve sequences read or composed before and the routine for an unswollen body, and nothing else", () => {
    expect(sequences.map(({ id }) => id).sort()).toEqual(Object.keys(fileOf).sort());
    expect(readdirSync(folder).sort()).toEqual(Object.values(fileOf).sort());
  });

  it.each(Object.entries(fileOf))("%s agrees with %s", (id, file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const plan = unwrap(planFromSequence(id, { asRead: true }));
    expect(text).toBe(serializePlan(plan));
    expect(unwrap(parsePlan(text, file))).toEqual(plan);
    expect(
      text
        .split("\n")
        .slice(0, 3)
        .map((line) => line.split(":")[0]),
    ).toEqual(["format", "title", "about"]);
  });

  it("add nothing to a published text, and say where one was read in part", () => {
    for (const file of ["lnni-arm.yaml", "stm-leg.yaml"]) {
      const plan = unwrap(parsePlan(readFileSync(new URL(file, folder), "utf8"), file));
      expect(plan.complete).toBe(false);
      expect(plan.provenance.tag).toBe("source");
      expect(plan.reviewStatus).toBe("draft");
      for (const { provenance, pressureFrom } of plan.steps) {
        expect(provenance).toMatch(/^source/);
        expect(pressureFrom).not.toBe("plan");
      }
    }
  });
});
