import { attempt, type Result, type RunRecord, raise, runRecord, type TaskContext } from "@openlymph/base";
import {
  type AveragedParameters,
  healthyState,
  type PumpLaw,
  pumpTableRecord,
  type WholeBodySeries,
  type WholeBodyState,
} from "@openlymph/physiology";
import type { History } from "@openlymph/therapy";
import { type PartCourse, ridePartCourse } from "../observe/part-course.ts";
import { rangeWarnings } from "../observe/range-warnings.ts";
import { type BodyIndex, bodyIndex } from "./body-index.ts";
import { healthyBody } from "./healthy-body.ts";
import { historyStart, nodeDamage } from "./history-condition.ts";
import { runHistory } from "./run-history.ts";

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
  /** Share of each node group removed at the time of each state, in the order of `index.nodes`. */
  readonly removed: readonly Float64Array[];
  /** The parts of the body at every step of the run, for curves. */
  readonly course: PartCourse;
  /** Where the body left the range the model is meant for, at the times asked for. */
  readonly warnings: readonly string[];
  /** s from `asOf` of the time 0 of the series; zero or negative. */
  readonly origin: number;
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
    const index = bodyIndex(body);
    const healthy = healthyState(body);
    const rider = ridePartCourse(index, healthy);
    const series = runHistory(body, history, { times, from: "start", riders: [rider], context, label: "body" });
    const origin = historyStart(history);
    return {
      record: runRecord(bodyRunFormat, { history, parameters, times, pumpTable: pumpTableRecord(body.pumpLaw) }),
      index,
      healthy,
      series,
      removed: times.map((time) => nodeDamage(history, body, origin + time).removed),
      course: rider.course,
      warnings: rangeWarnings(index, healthy, series.states),
      origin,
    };
  });
}
