/** A body taken through its history: the one way in which every run of it begins, breaks and steps. */
import type { TaskContext } from "@openlymph/base";
import {
  type FluidRider,
  healthyState,
  integrateBody,
  type WholeBody,
  type WholeBodySeries,
  type WholeBodyState,
} from "@openlymph/physiology";
import type { History } from "@openlymph/therapy";
import { stepTolerance } from "./event-spans.ts";
import { historyCondition, historyStart } from "./history-condition.ts";

/** The healthy body with what the history assumes about the moment the calculation begins. */
function initialState(body: WholeBody, history: History, time: number): WholeBodyState {
  const state = healthyState(body, time);
  const compartmentOf = new Map(body.spec.compartments.map(({ id }, k) => [id, k]));
  for (const assumption of history.assume) {
    if (assumption.kind === "venousPressure") {
      body.isOutlet.forEach((outlet, n) => {
        if (outlet) state.pressure[n] = assumption.value;
      });
    }
    if (assumption.kind !== "startVolume") continue;
    for (const id of assumption.territories) {
      const k = compartmentOf.get(id);
      if (k === undefined) continue;
      state.volume[k] = state.volume[k]! * assumption.value;
      state.proteinMass[k] = state.proteinMass[k]! * assumption.value;
    }
  }
  return state;
}

export interface HistoryRun {
  /** Times of the states, s, rising. */
  readonly times: readonly number[];
  /** What time counts from: the first thing that happened, or `asOf`. */
  readonly from: "start" | "asOf";
  /** Further moments to step onto exactly, s. */
  readonly breaks?: readonly number[];
  readonly riders?: readonly FluidRider[];
  /** s; default that of the body's own stepping. */
  readonly longestStep?: number | undefined;
  readonly context?: TaskContext | undefined;
  readonly label: string;
}

/** Runs a body from health, at the first thing that happened, through its history to the last of the times. */
export function runHistory(body: WholeBody, history: History, run: HistoryRun): WholeBodySeries {
  const { times, from, breaks = [], riders = [], longestStep, context, label } = run;
  const start = historyStart(history);
  const origin = from === "start" ? start : 0;
  const condition = historyCondition(history, body, origin + (times.at(-1) ?? 0));
  return integrateBody(body, initialState(body, history, start - origin), {
    sampleTimes: times,
    condition: (time, out) => condition.apply(time + origin, out),
    breaks: [...condition.breaks.map((moment) => moment - origin), ...breaks],
    tolerance: stepTolerance(history),
    riders,
    longestStep,
    context,
    label,
  });
}
