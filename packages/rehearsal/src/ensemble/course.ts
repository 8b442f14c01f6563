/** A virtual body from the first thing that happened onwards, as numbers. */
import type { TaskContext } from "@openlymph/base";
import { healthyState, integrateBody } from "@openlymph/physiology";
import { historyCondition, historyStart } from "../body/history-condition.ts";
import { initialState, shifted } from "../body/run-body.ts";
import { type BodyPart, bodyParts, partTerritories } from "../observe/body-part.ts";
import { excessFluid, lymphFlow } from "../observe/limb-fluid.ts";
import { rangeWarnings } from "../observe/range-warnings.ts";
import { type EnsembleSetup, memberOf } from "./member.ts";

export interface CourseTask extends EnsembleSetup {
  readonly kind: "course";
  /** s after the first thing happened, rising. */
  readonly times: readonly number[];
}

/** What is read of every part of the body at every time: fluid above health (m³), lymph flow over healthy lymph flow. */
export const courseQuantities = ["excess", "lymphFlowShare"] as const;
export type CourseQuantity = (typeof courseQuantities)[number];

/** Place of a number among those of `memberCourse`. */
export function coursePlace(task: CourseTask, part: BodyPart, quantity: CourseQuantity, time: number): number {
  const row = bodyParts.indexOf(part) * courseQuantities.length + courseQuantities.indexOf(quantity);
  return row * task.times.length + time;
}

/** How many numbers `memberCourse` gives; the last says whether tissue left the range the model is meant for (1). */
export function courseSize(task: CourseTask): number {
  return bodyParts.length * courseQuantities.length * task.times.length + 1;
}

export function memberCourse(task: CourseTask, member: number, context?: TaskContext): readonly number[] {
  const { body, index, history } = memberOf(task, member);
  const until = historyStart(history) + (task.times.at(-1) ?? 0);
  const condition = historyCondition(history, body, until);
  const { breaks, apply } = shifted(condition, condition.start);
  const { states } = integrateBody(body, initialState(body, history, 0), {
    sampleTimes: task.times,
    condition: apply,
    breaks,
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
