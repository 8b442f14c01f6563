/** A virtual body through the hours after a session, beside the same body without it, as numbers. */
import { hour, raise, type TaskContext } from "@openlymph/base";
import { type BodyCondition, healthyState, integrateBody } from "@openlymph/physiology";
import type { Plan } from "@openlymph/therapy";
import { historyCondition } from "../body/history-condition.ts";
import { type BodyPart, bodyParts, partTerritories } from "../observe/body-part.ts";
import { excessFluid } from "../observe/limb-fluid.ts";
import { rangeWarnings } from "../observe/range-warnings.ts";
import { sessionCondition } from "../session/session-condition.ts";
import { sessionSteps } from "../session/session-steps.ts";
import { type EnsembleSetup, memberOf, memberToday } from "./member.ts";
import { stateOfToday } from "./today.ts";

export interface SessionTask extends EnsembleSetup {
  readonly kind: "session";
  readonly plans: readonly Plan[];
  /** s after the sessions began. */
  readonly duration: number;
}

/**
 * How a session is run: with the vessels alone, or with hands that also displace fluid through the tissue, more or less of it in
 * every virtual body.
 */
export const sessionManners = ["vessels", "displacing"] as const;
export type SessionManner = (typeof sessionManners)[number];

/** When the session of each plan ends, s. */
export function sessionEnds({ plans }: SessionTask): readonly number[] {
  return plans.map((plan) => sessionSteps(plan).at(-1)?.end ?? 0);
}

/** Moments to report: beginning, the end of every session, then 1, 6, 24, 48 … h after the beginning, and the end. */
export function sessionReportTimes(task: SessionTask): readonly number[] {
  const ends = sessionEnds(task);
  const last = Math.max(task.duration, ...ends);
  const hours = [1, 6, 24, 48, 72, 168].map((h) => h * hour).filter((time) => time > Math.max(...ends) && time < last);
  return [...new Set([0, ...ends, ...hours, last])].sort((a, b) => a - b);
}

/** The reported moments and some between them, for curves. */
export function sessionTimes(task: SessionTask): readonly number[] {
  const reported = sessionReportTimes(task);
  const between = reported.flatMap((time, n) => {
    const next = reported[n + 1];
    return next === undefined ? [] : [0.1, 0.25, 0.45, 0.7].map((share) => time + share * (next - time));
  });
  return [...reported, ...between].sort((a, b) => a - b);
}

/** Place of an excess (m³) among the numbers of `memberSession`; no plan: the body without a session. */
export function sessionPlace(
  task: SessionTask,
  run: { readonly plan: number; readonly manner: SessionManner } | undefined,
  part: BodyPart,
  time: number,
): number {
  const row = run === undefined ? 0 : 1 + run.plan * sessionManners.length + sessionManners.indexOf(run.manner);
  return (row * bodyParts.length + bodyParts.indexOf(part)) * sessionTimes(task).length + time;
}

/** How many numbers `memberSession` gives; the last two: whether tissue left the range the model is meant for, by manner (1). */
export function sessionSize(task: SessionTask): number {
  return (1 + task.plans.length * sessionManners.length) * bodyParts.length * sessionTimes(task).length + 2;
}

/** @param today what `todayNumbers` gave for this member, to begin from; computed where it is not given. */
export function memberSession(
  task: SessionTask,
  member: number,
  today?: readonly number[],
  context?: TaskContext,
): readonly number[] {
  const found = memberOf(task, member);
  const { body, index, history, draws } = found;
  const start = today === undefined ? memberToday(found, context) : stateOfToday(found, today);
  if (start === undefined) {
    raise("field/invalid", { path: `bodies[${member}].state`, expected: "the state of a body of this model" });
  }
  const times = sessionTimes(task);
  const past = historyCondition(history, body, times.at(-1) ?? 0);
  const healthy = healthyState(body);
  const steps = task.plans.map(sessionSteps);
  // The same steps of time in every run, so that what differs between two runs is not the solver's.
  const breaks = [...past.breaks, ...steps.flat().flatMap(({ start: from, end }) => [from, end])];
  const run = (label: string, hands: ReturnType<typeof sessionCondition> | undefined) => {
    const { states } = integrateBody(body, start, {
      sampleTimes: times,
      breaks,
      condition(time: number, out: BodyCondition): void {
        past.apply(time, out);
        hands?.apply(time, out);
      },
      context,
      label,
    });
    return {
      excess: bodyParts.flatMap((part) => {
        const territories = partTerritories(part);
        return states.map((state) => excessFluid(index, healthy, state, territories));
      }),
      outOfRange: rangeWarnings(index, healthy, states).length > 0,
    };
  };
  const without = run("the hours without a session", undefined);
  const withSession = steps.flatMap((own) =>
    [1, draws.handDisplacement].map((displacement) =>
      run("the hours with a session", sessionCondition(body, own, displacement)),
    ),
  );
  const leftRange = (manner: number) =>
    without.outOfRange || withSession.some(({ outOfRange }, n) => outOfRange && n % sessionManners.length === manner);
  return [
    ...[without, ...withSession].flatMap(({ excess }) => excess),
    ...sessionManners.map((_, manner) => Number(leftRange(manner))),
  ];
}
