import { readFileSync } from "node:fs";
import { mmHg, unwrap } from "@openlymph/base";
import { type Plan, parsePlan } from "@openlymph/therapy";
import { expect, test } from "vitest";
import { readPlan } from "../run/read-named.ts";
import { toldPlan } from "../run/told-plan.ts";
import { affectedText, tellStep } from "./tell-step.ts";

function planOf(file: string, side?: Plan["affectedSide"]): Plan {
  const text = readFileSync(`examples/plans/${file}`, "utf8");
  const result = parsePlan(
    side === undefined ? text : text.replace(/^affectedSide: .*$/m, `affectedSide: ${side}`),
    file,
  );
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

test.each([
  ["draft-arm.yaml", "left", "Left arm affected"],
  ["draft-arm.yaml", "right", "Right arm affected"],
  ["draft-leg.yaml", "right", "Right leg affected"],
  ["draft-both-legs.yaml", "both", "Both legs affected"],
  ["draft-head-neck.yaml", "both", "Both sides affected"],
] as const)("%s for %s says: %s", (file, side, said) => {
  expect(affectedText(toldPlan(planOf(file, side)))).toBe(said);
});

test.each(["left", "right"] as const)(
  "every step of a plan for the %s arm says left or right where it lies on one side",
  (side) => {
    const plan = planOf("draft-arm.yaml", side);
    const { names } = toldPlan(plan);
    const other = side === "left" ? "right" : "left";
    for (const step of plan.steps) {
      const told = tellStep(step, names, plan.affectedSide);
      if (step.side.startsWith("affected")) expect(told.side).toContain(`(${side})`);
      if (step.side.startsWith("unaffected")) expect(told.side).toContain(`(${other})`);
      if (step.towardSide === "unaffected") expect(told.toward).toContain(`(${other})`);
      if (step.towardSide === "affected") expect(told.toward).toContain(`(${side})`);
    }
  },
);

test("a pressure the plan does not state is said to be assumed, one it states is not", () => {
  const { plan, names } = unwrap(readPlan({ file: "lnni-arm.yaml" }));
  const step = plan.steps[2]!;
  const plain = (told: ReturnType<typeof tellStep>) => told.doses[0]?.replaceAll("\u00a0", " ");
  expect(tellStep(step, names, "left").provenance).toBe("read in the source");
  expect(plain(tellStep(step, names, "left"))).toMatch(/^\d+ mmHg assumed$/);
  expect(plain(tellStep({ ...step, pressure: 30 * mmHg, pressureFrom: "plan" }, names, "left"))).toMatch(/^\d+ mmHg$/);
});
