/** A virtual body as it is at `asOf`, as numbers: enough to go on from. */
import type { TaskContext } from "@openlymph/base";
import { healthyState, type WholeBodyState } from "@openlymph/physiology";
import { healthyBody } from "../body/healthy-body.ts";
import { bodyParts, partTerritories } from "../observe/body-part.ts";
import { excessFluid } from "../observe/limb-fluid.ts";
import { rangeWarnings } from "../observe/range-warnings.ts";
import { type EnsembleSetup, type Member, memberOf, memberToday } from "./member.ts";
import { stateNumbers, stateOfNumbers } from "./state-numbers.ts";

export interface TodayTask extends EnsembleSetup {
  readonly kind: "today";
}

/** Numbers of `todayNumbers` before those of the state: the excess of every part (m³), and whether the range was left (1). */
export const numbersBeforeState = bodyParts.length + 1;

/** How many numbers `todayNumbers` gives, whatever the body. */
export function todaySize(): number {
  return numbersBeforeState + stateNumbers(healthyState(healthyBody())).length;
}

export function todayNumbers(task: TodayTask, member: number, context?: TaskContext): readonly number[] {
  const found = memberOf(task, member);
  const state = memberToday(found, context);
  const healthy = healthyState(found.body);
  return [
    ...bodyParts.map((part) => excessFluid(found.index, healthy, state, partTerritories(part))),
    rangeWarnings(found.index, healthy, [state]).length > 0 ? 1 : 0,
    ...stateNumbers(state),
  ];
}

/** The state in what `todayNumbers` gave; undefined where it is none of this body. */
export function stateOfToday({ body }: Member, numbers: readonly number[]): WholeBodyState | undefined {
  return stateOfNumbers(body, numbers.slice(numbersBeforeState));
}
