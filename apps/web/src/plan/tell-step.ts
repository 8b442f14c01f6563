import {
  type PlanStep,
  regionsById,
  type StepSide,
  stepDuration,
  strokesById,
  type TowardSide,
} from "@openlymph/therapy";
import { clockText, pressureText } from "../format/numbers.ts";
import { words } from "../words.ts";

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function placeOf(region: string): string {
  return regionsById.get(region)?.label ?? region;
}

function sideOf(side: StepSide | TowardSide): string {
  return words.plan.side[side];
}

/** Where a stroke points: `opposite armpit` where the target lies on the side that is not affected. */
export function towardOf(place: string, side: string): string {
  return side === "unaffected" ? words.plan.opposite(place) : place;
}

/** A step in the words of a card. */
export interface ToldStep {
  readonly region: string;
  readonly side: string;
  /** Undefined for breathing, which points nowhere. */
  readonly toward: string | undefined;
  /** `30 mmHg · 5× · 0:45` in parts. */
  readonly doses: readonly string[];
  readonly stroke: string;
  readonly provenance: string;
}

/** Region, side, direction, pressure, repetitions and time of a step, in words. */
export function tellStep(step: PlanStep): ToldStep {
  const breathing = step.pressure === undefined;
  return {
    region: upper(placeOf(step.region)),
    side: sideOf(step.side),
    toward: breathing ? undefined : towardOf(placeOf(step.toward), step.towardSide),
    doses: [
      ...(step.pressure === undefined ? [] : [pressureText(step.pressure)]),
      words.plan.times(step.repetitions, step.positions),
      clockText(stepDuration(step)),
    ],
    stroke: strokesById.get(step.stroke)?.name ?? step.stroke,
    provenance: words.plan.provenance[step.provenance],
  };
}
