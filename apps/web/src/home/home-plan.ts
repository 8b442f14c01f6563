/** The plan that Home plays, ready to be shown and played; read-home-plan.ts makes it. */
import type { LibraryWords, Plan, PlannedStroke, PlanStep } from "@openlymph/therapy";

/** A step as it is read and said; the player adds how the hand lies and moves. */
export interface HomeStep {
  readonly number: number;
  readonly step: PlanStep;
  /** The sides it lies on and points to, left or right where the plan's affected side says so. */
  readonly side: string;
  readonly towardSide: string;
  readonly breathing: boolean;
}

export interface HomePlan {
  readonly hash: string;
  readonly plan: Plan;
  readonly steps: readonly HomeStep[];
  readonly list: readonly PlannedStroke[];
  /** s, with moving the hand. */
  readonly duration: number;
}

/** A place as it is said: `armpit, right`. */
export function placeSaid(library: LibraryWords, region: string, side: string): string {
  return [library.region(region), library.side(side)].filter(Boolean).join(", ");
}

/** A step's own words: where it lies, where it points to, and its stroke. */
export function stepSaid(library: LibraryWords, { step, side, towardSide, breathing }: HomeStep) {
  return {
    place: placeSaid(library, step.region, side),
    toward: breathing ? "" : placeSaid(library, step.toward, towardSide),
    stroke: library.stroke(step.stroke)?.name ?? step.stroke,
  };
}
