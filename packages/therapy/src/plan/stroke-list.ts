import { movingTime } from "./duration.ts";
import type { Plan } from "./plan.ts";

/** One stroke of a plan as it is played, numbers from 1. */
export interface PlannedStroke {
  /** Number in the whole session. */
  readonly stroke: number;
  /** Place of the step in the plan's list. */
  readonly step: number;
  readonly position: number;
  readonly repetition: number;
  /** Time to move to the place and settle before it, s; 0 within a place. */
  readonly lead: number;
  /** s. */
  readonly lasts: number;
}

/** Every stroke of a plan, one after the other: all repetitions at a place, then the next place, then the next step. */
export function strokeList(plan: Plan): readonly PlannedStroke[] {
  let stroke = 0;
  return plan.steps.flatMap(({ repetitions, positions, pace }, at) =>
    Array.from({ length: positions * repetitions }, (_, n): PlannedStroke => {
      stroke += 1;
      const repetition = (n % repetitions) + 1;
      const position = Math.floor(n / repetitions) + 1;
      return { stroke, step: at + 1, position, repetition, lead: repetition === 1 ? movingTime : 0, lasts: pace };
    }),
  );
}
