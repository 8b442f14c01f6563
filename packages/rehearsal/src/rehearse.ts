import { attempt, day, hour, type Result, raise, runRecord, type TaskContext } from "@openlymph/base";
import {
  type AveragedParameters,
  type BodyCondition,
  healthyState,
  integrateBody,
  type PumpLaw,
  pumpTableRecord,
} from "@openlymph/physiology";
import type { History, Plan } from "@openlymph/therapy";
import { bodyAsOf } from "./body/body-as-of.ts";
import { bodyIndex } from "./body/body-index.ts";
import { healthyBody } from "./body/healthy-body.ts";
import { historyCondition, nodeDamage } from "./body/history-condition.ts";
import { find } from "./findings/find.ts";
import { type Rehearsal, teachingModelLabel } from "./rehearsal.ts";
import { sessionCondition } from "./session/session-condition.ts";
import type { SessionStep } from "./session/session-step.ts";
import { sessionSteps } from "./session/session-steps.ts";
import { sessionStops } from "./session/session-stops.ts";

export const rehearsalFormat = "openlymph/rehearsal@1";

export interface RehearseOptions {
  /** s after the session began; default 24 h. */
  readonly duration?: number;
  readonly parameters?: Partial<AveragedParameters>;
  /** How collectors answer to filling and load; default `fit`. */
  readonly pumpLaw?: PumpLaw | undefined;
  readonly context?: TaskContext | undefined;
}

const longest = 3650 * day;

/** Moments lie at most half an hour apart, and where weeks are followed, this share of them. */
const widest = { time: 1800, share: 1 / 200 } as const;

/** Two or three moments in every step, then ever wider apart until the end. */
function sampleTimes(steps: readonly SessionStep[], end: number): readonly number[] {
  const session = steps.at(-1)?.end ?? 0;
  const during = steps.flatMap(({ start, end: stop }) => {
    const parts = Math.max(1, Math.min(6, Math.round((stop - start) / 10)));
    return Array.from({ length: parts }, (_, n) => start + ((n + 1) * (stop - start)) / parts);
  });
  const after: number[] = [];
  const most = Math.max(widest.time, widest.share * end);
  for (let gap = 60, time = session + gap; time < end; gap = Math.min(most, gap * 1.5), time += gap) after.push(time);
  return [...new Set([0, ...during, ...reportTimes(session, end), ...after])]
    .filter((t) => t <= end)
    .sort((a, b) => a - b);
}

/** End of the session, then 1, 6, 24, 48 … h after it began, and the end. */
function reportTimes(session: number, end: number): readonly number[] {
  const hours = [1, 6, 24, 48, 72, 168].map((h) => h * hour);
  const times = [session, ...hours.filter((time) => time > session && time < end), end];
  return [...new Set(times)].sort((a, b) => a - b);
}

/**
 * Rehearses a plan on a typical body with a history: the body as it is at `asOf`, the session, the time after it, always
 * beside the same body without the session.
 *
 * Order in time, never of effect: nothing in this model remembers which step came first.
 *
 * A duration shorter than the session ends with the session.
 *
 * @returns `param/out-of-range`, `solver/no-convergence` or `task/cancelled` when the run cannot be made.
 */
export function rehearse(history: History, plan: Plan, options: RehearseOptions = {}): Result<Rehearsal> {
  return attempt(() => {
    const { duration = 24 * hour, parameters = {}, pumpLaw, context } = options;
    if (!(duration >= 0 && duration <= longest)) {
      raise("param/out-of-range", { path: "duration", value: duration, expected: "0 to 3650 days, in s" });
    }
    const body = healthyBody(parameters, pumpLaw);
    const steps = sessionSteps(plan);
    const session = steps.at(-1)?.end ?? 0;
    const end = Math.max(duration, session);
    const buildUp = bodyAsOf(body, history, context);
    const today = buildUp.states.at(-1) ?? healthyState(body);
    const past = historyCondition(history, body, end);
    const hands = sessionCondition(body, steps);
    const times = sampleTimes(steps, end);
    const run = (label: string, withHands: boolean) =>
      integrateBody(body, today, {
        sampleTimes: times,
        breaks: [...past.breaks, ...hands.breaks],
        condition(time: number, out: BodyCondition): void {
          past.apply(time, out);
          if (withHands) hands.apply(time, out);
        },
        context,
        label,
      });
    const without = run("the hours without the session", false);
    const withSession = run("the hours with the session", true);
    const index = bodyIndex(body);
    const healthy = healthyState(body);
    const { removed, conductance } = nodeDamage(history, body, 0);
    const start = without.states[0] ?? today;
    return {
      record: runRecord(rehearsalFormat, {
        history,
        plan,
        duration: end,
        parameters,
        pumpTable: pumpTableRecord(body.pumpLaw),
      }),
      label: teachingModelLabel,
      historyTitle: history.title,
      planTitle: plan.title,
      index,
      healthy,
      buildUp: buildUp.states,
      removed,
      conductance,
      stops: sessionStops(history, session),
      steps,
      duration: session,
      withSession,
      without,
      findings: find({
        index,
        healthy,
        start,
        removed,
        withSession,
        without,
        steps,
        duration: session,
        times: reportTimes(session, end),
      }),
    };
  });
}
