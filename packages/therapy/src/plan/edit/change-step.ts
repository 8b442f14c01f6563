import type { Result } from "@openlymph/base";
import type { Plan, PlanStep } from "../plan.ts";
import { findStep } from "./find-step.ts";
import { settle } from "./settle.ts";

type Changeable = Omit<PlanStep, "n" | "pressureFrom">;

/** Fields of a step that change; SI units. `undefined` takes a field out: a pressure then is the stroke's default. */
export type StepPatch = { readonly [Field in keyof Changeable]?: Changeable[Field] | undefined };

/** The plan with some fields of one step changed, each held to what a plan file may say. */
export function changeStep(plan: Plan, n: number, patch: StepPatch): Result<Plan> {
  const at = findStep(plan, n);
  if (!at.ok) return at;
  const steps = plan.steps.map((step, index) => {
    if (index !== at.value) return step;
    const stated = patch.pressure === undefined ? "stroke" : "plan";
    const pressureFrom = "pressure" in patch ? stated : step.pressureFrom;
    return { ...step, ...patch, pressureFrom } as PlanStep;
  });
  return settle(plan, steps);
}
