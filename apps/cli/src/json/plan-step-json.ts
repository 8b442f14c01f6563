import { quantity } from "@openlymph/base";
import { explainDirection, type Plan, type PlanStep, regionsById, stepDuration, strokesById } from "@openlymph/therapy";

/** A step of a plan as JSON: what the file says, with names in words, its time and its direction. */
export function planStepJson(plan: Plan, step: PlanStep) {
  return {
    n: step.n ?? null,
    phase: step.phase,
    region: step.region,
    regionLabel: regionsById.get(step.region)?.label ?? step.region,
    side: step.side,
    stroke: step.stroke,
    strokeName: strokesById.get(step.stroke)?.name ?? step.stroke,
    action: step.action ?? null,
    toward: step.toward,
    towardSide: step.towardSide,
    pressure: step.pressure === undefined ? null : quantity(step.pressure, "pressure", "mmHg"),
    pressureFrom: step.pressureFrom,
    pace: quantity(step.pace, "time", "s"),
    repetitions: step.repetitions,
    positions: step.positions,
    duration: quantity(stepDuration(step), "time", "s"),
    optional: step.optional,
    ...explainDirection(plan, step),
    provenance: step.provenance,
    note: step.note ?? null,
  };
}
