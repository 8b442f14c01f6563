import { globSync, readFileSync } from "node:fs";
import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { planDuration } from "./duration.ts";
import { parsePlan } from "./parse-plan.ts";
import { strokeList } from "./stroke-list.ts";

describe("the strokes of a plan", () => {
  it.each(globSync("examples/plans/*.yaml"))(
    "of %s are all of them, in order, and take as long as the plan",
    (file) => {
      const plan = unwrap(parsePlan(readFileSync(file, "utf8"), file));
      const list = strokeList(plan);
      expect(list.map(({ stroke }) => stroke)).toEqual(list.map((_, n) => n + 1));
      plan.steps.forEach(({ repetitions, positions }, at) => {
        const own = list.filter(({ step }) => step === at + 1);
        expect(own).toHaveLength(repetitions * positions);
        expect(own.at(-1)).toMatchObject({ position: positions, repetition: repetitions });
        expect(own.filter(({ lead }) => lead > 0).map(({ repetition }) => repetition)).toEqual(
          Array(positions).fill(1),
        );
      });
      const time = list.reduce((sum, { lead, lasts }) => sum + lead + lasts, 0);
      expect(time).toBeCloseTo(planDuration(plan).withMoving, 6);
    },
  );
});
