import { readFileSync } from "node:fs";
import path from "node:path";
import { unwrap } from "@openlymph/base";
import { parsePlan, planDuration } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { armPlan, excerpt } from "../testing/examples.ts";
import { openlymph, root, shapeOf } from "../testing/run-cli.ts";

describe("openlymph plan show", () => {
  const json = JSON.parse(openlymph("plan", "show", armPlan, "--json").out);

  it("gives every step with direction and reason, and the times of the library", () => {
    const plan = unwrap(parsePlan(readFileSync(path.join(root, armPlan), "utf8"), armPlan));
    const { stroking, withMoving } = planDuration(plan);
    expect(json.steps).toHaveLength(plan.steps.length);
    for (const step of json.steps) {
      expect(["proximal", "distal", "across"]).toContain(step.direction);
      expect(step.basis).not.toBe("");
    }
    expect(json.duration.stroking).toEqual({ value: stroking / 60, unit: "min" });
    expect(json.duration.withMoving).toEqual({ value: withMoving / 60, unit: "min" });
    expect(shapeOf(json)).toMatchSnapshot();
  });

  it("marks drafts and excerpts", () => {
    expect(openlymph("plan", "show", armPlan).out).toMatch(/^DRAFT: plan/m);
    expect(openlymph("plan", "show", armPlan).out).not.toMatch(/^EXCERPT/m);
    expect(openlymph("plan", "show", excerpt).out).toMatch(/^EXCERPT: plan/m);
  });
});
