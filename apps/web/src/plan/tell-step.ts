import { type BodySide, type PlanStep, stepDuration } from "@openlymph/therapy";
import { clockText, pressureText } from "../format/numbers.ts";
import type { ToldPlan } from "../run/named.ts";
import { words } from "../words.ts";

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const { plan: told } = words;

/** The side of the body a word of the plan stands for: `left` for the affected side of a plan for the left arm. */
function bodySideOf(side: string, affected: BodySide): "left" | "right" | undefined {
  if (affected === "both") return;
  if (side === "affected" || side === "affected_third") return affected;
  if (side !== "unaffected" && side !== "unaffected_third") return;
  return affected === "left" ? "right" : "left";
}

/** `armpit (left)`; the place alone where its side says nothing of left or right, or the plan is for both sides. */
function withBodySide(place: string, side: string, affected: BodySide): string {
  const own = bodySideOf(side, affected);
  return own === undefined ? place : told.ofBody(place, told.side[own]);
}

/**
 * Where a stroke points: `opposite armpit (right)` where the target lies on the side that is not affected; without left
 * and right where nobody says which side is affected.
 */
export function towardOf(place: string, side: string, affected: BodySide = "both"): string {
  if (side === "left" || side === "right") return told.ofBody(place, told.side[side]);
  return withBodySide(side === "unaffected" ? told.opposite(place) : place, side, affected);
}

/** What a plan is for: `Left arm affected`; the side alone where it works on no limb. */
export function affectedText({ plan: { affectedSide }, limbs }: Pick<ToldPlan, "plan" | "limbs">): string {
  const [limb] = limbs;
  return told.affected(affectedSide, limbs.length === 1 ? limb : undefined);
}

/** Where the plan states no pressure, the one of its stroke, which is ours: that is said. */
function pressureOf({ pressureFrom }: PlanStep, pressure: number): string {
  const text = pressureText(pressure);
  return pressureFrom === "plan" ? text : told.pressureAssumed(text);
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

/**
 * Region, side, direction, pressure, repetitions and time of a step, in words; `names` by the ids of the step, `affected`
 * the side the plan is for, which says whether a word like "affected side" means the left or the right.
 */
export function tellStep(step: PlanStep, names: Readonly<Record<string, string>>, affected: BodySide): ToldStep {
  const nameOf = (id: string): string => names[id] ?? id;
  const breathing = step.pressure === undefined;
  return {
    region: upper(nameOf(step.region)),
    side: withBodySide(told.side[step.side], step.side, affected),
    toward: breathing ? undefined : towardOf(nameOf(step.toward), step.towardSide, affected),
    doses: [
      ...(step.pressure === undefined ? [] : [pressureOf(step, step.pressure)]),
      told.times(step.repetitions, step.positions),
      clockText(stepDuration(step)),
    ],
    stroke: nameOf(step.stroke),
    provenance: told.provenance[step.provenance],
  };
}
