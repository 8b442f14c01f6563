import { mmHg } from "@openlymph/base";
import { planRules } from "../library/plan-rule.ts";
import { defaultPressure, strokesById } from "../library/stroke.ts";
import type { Plan, PlanStep } from "../plan/plan.ts";
import type { CheckContext, SideLetter } from "./check-context.ts";
import { sideWord } from "./side-word.ts";

/** The steps with the one at `from` moved before the one at `to`. */
export function movedBefore(steps: readonly PlanStep[], from: number, to: number): readonly PlanStep[] {
  const moved = steps[from];
  if (moved === undefined) return steps;
  const rest = steps.filter((_, at) => at !== from);
  const place = from < to ? to - 1 : to;
  return [...rest.slice(0, place), moved, ...rest.slice(place)];
}

/** A step that clears a basin with the usual stroke, into itself. */
function clearingStep(plan: Plan, region: string, side: SideLetter): PlanStep {
  const { stroke, repetitions, pace_s } = planRules.clearing;
  const known = strokesById.get(stroke);
  const pressure = known === undefined ? undefined : defaultPressure(known);
  const word = sideWord(plan, side);
  return {
    n: 0,
    phase: "exit",
    region,
    side: word,
    stroke,
    toward: region,
    towardSide: word,
    pressure: pressure ?? 20 * mmHg,
    pressureFrom: "stroke",
    pace: pace_s,
    repetitions,
    positions: 1,
    optional: false,
    provenance: "assumed-composed",
  };
}

/** Place of a step that works nothing but this basin on these sides; -1 for none. */
function clearedAt({ steps }: CheckContext, region: string, sides: readonly SideLetter[]): number {
  return steps.findIndex(
    ({ step, resolved }) => step.region === region && step.toward === region && resolved.sides.join() === sides.join(),
  );
}

/**
 * The steps with a basin cleared before the step at `at`: a later step that does just this is moved there, or one is added
 * for each side.
 */
export function allCleared(
  context: CheckContext,
  at: number,
  region: string,
  sides: readonly SideLetter[],
): readonly PlanStep[] {
  const { steps } = context.plan;
  const found = clearedAt(context, region, sides);
  if (found > at) return movedBefore(steps, found, at);
  const added = sides.map((side) => clearingStep(context.plan, region, side));
  return [...steps.slice(0, at), ...added, ...steps.slice(at)];
}
