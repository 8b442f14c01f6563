import { fail, type Result } from "@openlymph/base";
import { regionById } from "../../library/region.ts";
import { type Stroke, strokeById } from "../../library/stroke.ts";
import type { Plan, PlanStep } from "../plan.ts";
import { defaultTarget } from "./default-target.ts";
import { type Place, placeIndex } from "./place.ts";
import { settle } from "./settle.ts";

/** A step to be; what is left out is taken from the stroke, the region and the neighbours. SI units. */
export interface NewStep extends Partial<Omit<PlanStep, "n" | "pressureFrom">> {
  readonly stroke: string;
  readonly region: string;
}

/** Middle of what is taught. */
function middle(taught: number | readonly [number, number]): number {
  return typeof taught === "number" ? taught : (taught[0] + taught[1]) / 2;
}

/** Pace (s) and fewest repetitions that are taught for a stroke. */
function taughtTiming({ timing }: Stroke): Pick<PlanStep, "pace" | "repetitions"> {
  return { pace: middle(timing.work_s) + middle(timing.rest_s), repetitions: timing.reps[0] };
}

/**
 * The plan with a new step at a place. Left out: `pace` and `repetitions` are taught ones of the stroke (the middle of the
 * times, the fewest repetitions), `pressure` its default, `side` the affected one, `phase` that of the step before, and
 * `toward` the basin itself or the next region up the limb.
 *
 * @returns the plan; `reference/unknown` for a stroke or region that does not exist, `field/missing` where the target has to
 * be said, and whatever a plan file with such a step would be refused for.
 */
export function addStep(plan: Plan, step: NewStep, place: Place = "end"): Result<Plan> {
  const at = placeIndex(plan, place);
  if (!at.ok) return at;
  const stroke = strokeById(step.stroke);
  if (!stroke.ok) return stroke;
  const region = regionById(step.region);
  if (!region.ok) return region;
  const target = step.toward === undefined ? defaultTarget(step.region) : { towardSide: "same_side" as const };
  if (target === undefined) {
    return fail("field/missing", {
      path: "toward",
      expected: "the name of a region",
      hint: `From the ${region.value.label} there is more than one way; say toward what the stroke runs.`,
    });
  }
  const neighbour = plan.steps[at.value - 1] ?? plan.steps[at.value];
  const whole = {
    phase: neighbour?.phase ?? "open",
    side: region.value.kind === "breathing" ? "midline" : "affected",
    ...taughtTiming(stroke.value),
    positions: 1,
    optional: false,
    provenance: "assumed",
    ...target,
    pressureFrom: step.pressure === undefined ? "stroke" : "plan",
    ...step,
  } as PlanStep;
  return settle(plan, plan.steps.toSpliced(at.value, 0, whole));
}
