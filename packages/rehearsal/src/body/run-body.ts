import { attempt, type Result, type RunRecord, raise, runRecord, type TaskContext } from "@openlymph/base";
import {
  type AveragedParameters,
  healthyState,
  integrateBody,
  type PumpLaw,
  pumpTableRecord,
  type WholeBody,
  type WholeBodySeries,
  type WholeBodyState,
} from "@openlymph/physiology";
import type { History } from "@openlymph/therapy";
import { rangeWarnings } from "../observe/range-warnings.ts";
import { type BodyIndex, bodyIndex } from "./body-index.ts";
import { stepTolerance } from "./event-spans.ts";
import { healthyBody } from "./healthy-body.ts";
import { type HistoryCondition, historyCondition, historyStart } from "./history-condition.ts";

export const bodyRunFormat = "openlymph/body-run@1";

export interface RunBodyOptions {
  /** Times to report, s after the first thing happened (or after `asOf` in a body to which nothing happened before). */
  readonly times: readonly number[];
  /** Parameters of the model that differ from the defaults, SI. */
  readonly parameters?: Partial<AveragedParameters>;
  /** How collectors answer to filling and load; default `fit`. */
  readonly pumpLaw?: PumpLaw | undefined;
  readonly context?: TaskContext | undefined;
}

export interface BodyRun {
  readonly record: RunRecord;
  readonly index: BodyIndex;
  readonly healthy: WholeBodyState;
  /** States at the times asked for; `time` counts from the first thing that happened. */
  readonly series: WholeBodySeries;
  /** Where the body left the range the model is meant for, at the times asked for. */
  readonly warnings: readonly string[];
  /** s from `asOf` of the time 0 of the series; zero or negative. */
  readonly origin: number;
}

/** The healthy body with what the history assumes about the moment the calculation begins. */
export function initialState(body: WholeBody, history: History, time: number): WholeBodyState {
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

/** The condition of a history with time counted from another origin (s from `asOf`). */
export function shifted(condition: HistoryCondition, origin: number): Pick<HistoryCondition, "breaks" | "apply"> {
  return {
    breaks: condition.breaks.map((moment) => moment - origin),
    apply: (time, out) => condition.apply(time + origin, out),
  };
}

/**
 * Runs the whole body through a history: from health, through operations, infections and whatever else it tells, as long
 * as asked.
 *
 * @returns a failure (`solver/no-convergence`, `task/cancelled`, `param/out-of-range`) when the run cannot be made.
 */
export function runBody(history: History, options: RunBodyOptions): Result<BodyRun> {
  return attempt(() => {
    const { parameters = {}, pumpLaw, times, context } = options;
    times.forEach((time, n) => {
      if (!(Number.isFinite(time) && time >= (times[n - 1] ?? 0))) {
        raise("param/out-of-range", { path: `times[${n}]`, value: time, expected: "rising times from 0 on, in s" });
      }
    });
    const body = healthyBody(parameters, pumpLaw);
    const until = historyStart(history) + (times.at(-1) ?? 0);
    const condition = historyCondition(history, body, until);
    const { breaks, apply } = shifted(condition, condition.start);
    const series = integrateBody(body, initialState(body, history, 0), {
      sampleTimes: times,
      condition: apply,
      breaks,
      context,
      tolerance: stepTolerance(history),
      label: "body",
    });
    const index = bodyIndex(body);
    const healthy = healthyState(body);
    return {
      record: runRecord(bodyRunFormat, { history, parameters, times, pumpTable: pumpTableRecord(body.pumpLaw) }),
      index,
      healthy,
      series,
      warnings: rangeWarnings(index, healthy, series.states),
      origin: condition.start,
    };
  });
}
