/** A virtual body from the first thing that happened onwards, as numbers. */
import { day, type TaskContext } from "@openlymph/base";
import { healthyState } from "@openlymph/physiology";
import { runHistory } from "../body/run-history.ts";
import { type BodyPart, bodyParts, partTerritories } from "../observe/body-part.ts";
import { excessFluid, lymphFlow } from "../observe/limb-fluid.ts";
import { rangeWarnings } from "../observe/range-warnings.ts";
import { type EnsembleSetup, memberOf } from "./member.ts";

export interface SwellingTask extends EnsembleSetup {
  readonly kind: "swelling";
  /** s after the first thing happened, rising. */
  readonly times: readonly number[];
}

/** What is read of every part of the body at every time: fluid above health (m³), lymph flow over healthy lymph flow. */
export const swellingQuantities = ["excess", "lymphFlowShare"] as const;
export type SwellingQuantity = (typeof swellingQuantities)[number];

/** Place of a number among those of `memberSwelling`. */
export function swellingPlace(task: SwellingTask, part: BodyPart, quantity: SwellingQuantity, time: number): number {
  const row = bodyParts.indexOf(part) * swellingQuantities.length + swellingQuantities.indexOf(quantity);
  return row * task.times.length + time;
}

/** How many numbers `memberSwelling` gives; the last says whether tissue left the range the model is meant for (1). */
export function swellingSize(task: SwellingTask): number {
  return bodyParts.length * swellingQuantities.length * task.times.length + 1;
}

/** Nothing between the times is looked at: a body at rest may step further than where its course is drawn, s. */
const quietStep = 60 * day;

export function memberSwelling(task: SwellingTask, member: number, context?: TaskContext): readonly number[] {
  const { body, index, history } = memberOf(task, member);
  const { states } = runHistory(body, history, {
    times: task.times,
    from: "start",
    longestStep: quietStep,
    context,
    label: "body",
  });
  const healthy = healthyState(body);
  const numbers = bodyParts.flatMap((part) => {
    const territories = partTerritories(part);
    const rest = lymphFlow(index, healthy, territories);
    return [
      ...states.map((state) => excessFluid(index, healthy, state, territories)),
      ...states.map((state) => lymphFlow(index, state, territories) / rest),
    ];
  });
  return [...numbers, rangeWarnings(index, healthy, states).length > 0 ? 1 : 0];
}
