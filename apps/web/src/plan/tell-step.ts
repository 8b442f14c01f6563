import { type PlanStep, type StepSide, stepDuration, type TowardSide } from "@openlymph/therapy";
import { clockText, pressureText } from "../format/numbers.ts";
import { words } from "../words.ts";

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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

/** Region, side, direction, pressure, repetitions and time of a step, in words; `names` by the ids of the step. */
export function tellStep(step: PlanStep, names: Readonly<Record<string, string>>): ToldStep {
  const nameOf = (id: string): string => names[id] ?? id;
  const breathing = step.pressure === undefined;
  return {
    region: upper(nameOf(step.region)),
    side: sideOf(step.side),
    toward: breathing ? undefined : towardOf(nameOf(step.toward), step.towardSide),
    doses: [
      ...(step.pressure === undefined ? [] : [pressureText(step.pressure)]),
      words.plan.times(step.repetitions, step.positions),
      clockText(stepDuration(step)),
    ],
    stroke: nameOf(step.stroke),
    provenance: words.plan.provenance[step.provenance],
  };
}
