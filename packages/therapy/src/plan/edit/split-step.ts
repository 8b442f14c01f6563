import { fail, ok, type Result } from "@openlymph/base";
import type { BodySide } from "../../fields/body-side.ts";
import type { Plan, PlanStep } from "../plan.ts";
import { findStep } from "./find-step.ts";
import { settle } from "./settle.ts";

/** How a step falls in two: so many repetitions or hand positions first, or one side after the other. */
export type Split = { readonly by: "repetitions" | "positions"; readonly first: number } | { readonly by: "side" };

function bySide(step: PlanStep, affected: BodySide): Result<readonly PlanStep[]> {
  if (step.side !== "bilateral") {
    return fail("field/invalid", {
      path: "side",
      value: step.side,
      expected: "a step on both sides (bilateral)",
      hint: "Only such a step can be done on one side and then on the other.",
    });
  }
  const sides = affected === "both" ? (["left", "right"] as const) : (["unaffected", "affected"] as const);
  const towardSide = step.towardSide === "bilateral" ? "same_side" : step.towardSide;
  return ok(sides.map((side) => ({ ...step, side, towardSide })));
}

function byCount(step: PlanStep, by: "repetitions" | "positions", first: number): Result<readonly PlanStep[]> {
  const all = step[by];
  if (Number.isInteger(first) && first >= 1 && first < all) {
    return ok([
      { ...step, [by]: first },
      { ...step, [by]: all - first },
    ]);
  }
  const expected = all === 1 ? `a step with more than one of its ${by}` : `a whole number from 1 to ${all - 1}`;
  return fail("field/invalid", { path: by, value: first, expected });
}

/**
 * The plan with one step made two. By repetitions or positions the two together take the time of the one. By side, what
 * both hands did at once is done on one side after the other, the unaffected side first (left first where both are
 * affected), each with all repetitions, and so takes twice as long; a target on both sides becomes that of the same side.
 */
export function splitStep(plan: Plan, n: number, split: Split): Result<Plan> {
  const at = findStep(plan, n);
  if (!at.ok) return at;
  const step = plan.steps[at.value] as PlanStep;
  const parts = split.by === "side" ? bySide(step, plan.affectedSide) : byCount(step, split.by, split.first);
  return parts.ok ? settle(plan, plan.steps.toSpliced(at.value, 1, ...parts.value)) : parts;
}
