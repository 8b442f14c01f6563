/** The steps of a plan as the player shows them. The anatomy is asked here, and so fetched only where something is played. */
import { type MovingStroke, movingStroke, resolveStep, strokesById } from "@openlymph/therapy";
import type { HandStep } from "../../body/hand.ts";
import type { HomePlan, HomeStep } from "../home-plan.ts";

export interface PlayedStep extends HomeStep {
  readonly moving: MovingStroke;
  readonly hand: HandStep;
}

/** One for each step of the plan, whose strokes are all known: its reader has seen to that. */
export function playedSteps({ plan, steps }: HomePlan): readonly PlayedStep[] {
  return steps.flatMap((home): readonly PlayedStep[] => {
    const stroke = strokesById.get(home.step.stroke);
    if (stroke === undefined) return [];
    const { territories, nodes, toward, direction } = resolveStep(plan, home.step);
    const hand: HandStep = {
      region: home.step.region,
      side: home.step.side,
      toward: toward.region,
      territories,
      nodes,
      towardTerritories: toward.territories,
      towardNodes: toward.nodes,
      direction: home.breathing ? "none" : direction,
    };
    return [{ ...home, moving: movingStroke(stroke), hand }];
  });
}
