import { anatomy, unknownName } from "@openlymph/anatomy";
import {
  attempt,
  day,
  FailureError,
  hour,
  minute,
  type Result,
  raise,
  runRecord,
  type TaskContext,
} from "@openlymph/base";
import { type AveragedParameters, healthyState, integrateBody, noSolute, rideBody } from "@openlymph/physiology";
import type { History } from "@openlymph/therapy";
import { bodyAsOf } from "./body/body-as-of.ts";
import { bodyIndex } from "./body/body-index.ts";
import { healthyBody } from "./body/healthy-body.ts";
import { historyCondition, nodeDamage } from "./body/history-condition.ts";
import { soluteLayout } from "./body/lymph-spaces.ts";
import { tracerOf, tracerSolute } from "./body/tracer.ts";
import type { Examination } from "./examination.ts";
import { rangeWarnings } from "./observe/range-warnings.ts";
import { tracerFindings } from "./observe/tracer-findings.ts";
import { teachingModelLabel } from "./rehearsal.ts";

export const examinationFormat = "openlymph/examination@1";

export interface ExamineOptions {
  /** Ids of the territories the tracer is injected into; each gets the same part of the dose. */
  readonly inject: readonly string[];
  /** s after the start of the `asOf` day; default 0. */
  readonly at?: number;
  /** s to follow it; default 2 h. */
  readonly for?: number;
  /** Id of a tracer; default `nanocolloid`. */
  readonly tracer?: string;
  /** s after the injection that shall be among the times, besides those chosen here. */
  readonly times?: readonly number[];
  readonly parameters?: Partial<AveragedParameters>;
  readonly context?: TaskContext | undefined;
}

const longest = 30 * day;

/** Every minute at first, then ever wider apart, with the times asked for. */
function examinationTimes(end: number, asked: readonly number[]): readonly number[] {
  const times: number[] = [0];
  for (let time = minute; time < end; time += Math.max(minute, Math.min(hour, time / 40))) times.push(Math.round(time));
  return [...new Set([...times, ...asked.filter((time) => time <= end), end])].sort((a, b) => a - b);
}

/**
 * Injects a tracer into a typical body with a history and follows it: when fronts arrive, how long the ways take, what
 * nodes take up, how fast the depot is cleared, what turns up in the skin elsewhere, what reaches the blood.
 *
 * The tracer is carried by the flows of the averaged body and does not change them. The dose spreads at once through the
 * tissue fluid of the injected territory; pressure and massage of the injection itself are not in the model.
 *
 * @returns `reference/unknown` for a territory or tracer that is none, `param/out-of-range` for a time that cannot be.
 */
export function examineBody(history: History, options: ExamineOptions): Result<Examination> {
  return attempt(() => {
    const { inject, at = 0, for: duration = 2 * hour, tracer: tracerId = "nanocolloid", times: asked = [] } = options;
    const { parameters = {}, context } = options;
    const tracer = tracerOf(tracerId);
    if (!(duration > 0 && duration <= longest)) {
      raise("param/out-of-range", { path: "for", value: duration, expected: "more than 0 and up to 30 days, in s" });
    }
    if (!(at >= 0 && at <= 365 * day)) {
      raise("param/out-of-range", { path: "at", value: at, expected: "0 to 365 days after asOf, in s" });
    }
    if (inject.length === 0) raise("field/missing", { path: "inject", expected: "at least one territory" });
    const body = healthyBody(parameters);
    const index = bodyIndex(body);
    const injected = inject.map((id) => {
      const k = index.territories.indexOf(id);
      if (k < 0) throw new FailureError(unknownName("territory", id, anatomy.byId.territories.keys(), "inject"));
      return k;
    });
    const layout = soluteLayout(body);
    const dose = 1 / injected.length;
    const injections = injected.map((compartment) => ({ time: at, compartment, amount: dose }));
    const rider = rideBody(layout, tracerSolute(body, tracer, injections), noSolute(layout));
    const start = bodyAsOf(body, history, context).states.at(-1) ?? healthyState(body);
    const times = examinationTimes(duration, asked);
    const condition = historyCondition(history, body, at + duration);
    const series = integrateBody(body, start, {
      sampleTimes: times.map((time) => at + time),
      condition: condition.apply,
      breaks: [...condition.breaks, at],
      riders: [rider],
      context,
      label: "examination",
    });
    const healthy = healthyState(body);
    const course = { index, layout, injected, start: at, times, body: series.states, states: rider.states };
    return {
      record: runRecord(examinationFormat, { history, inject, at, duration, tracer, parameters, times }),
      label: teachingModelLabel,
      historyTitle: history.title,
      tracer,
      injected: inject,
      times,
      index,
      healthy,
      removed: nodeDamage(history, body, at).removed,
      body: series,
      solute: rider.states,
      layout,
      findings: tracerFindings(course),
      warnings: rangeWarnings(index, healthy, series.states),
    };
  });
}
