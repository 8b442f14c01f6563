import { type Limb, limbTerritories } from "@openlymph/anatomy";
import { day, hour, type TaskContext } from "@openlymph/base";
import { type BodyCondition, integrateBody, type WholeBody, type WholeBodyState } from "@openlymph/physiology";
import type { BodyIndex } from "../body/body-index.ts";
import type { SessionBound } from "../findings/findings.ts";
import { sessionBound } from "../findings/session-bound.ts";
import { excessFluid } from "../observe/limb-fluid.ts";
import { sessionCondition } from "../session/session-condition.ts";
import type { SessionStep } from "../session/session-step.ts";

/** The hours after one session of a course, beside the same hours of the same course without this one. */
export interface SessionHours {
  /** When it began, s from `asOf`. */
  readonly start: number;
  /** s after it began; the first is 0. */
  readonly times: readonly number[];
  /** Places among `times` that are worth a line of a table: its end, then 1, 6 and 24 h. */
  readonly reported: readonly number[];
  /** Fluid of the limb with the session minus without it, m³, for each factor on the conductance of pushed tissue. */
  readonly differences: readonly { readonly displacement: number; readonly values: readonly number[] }[];
  readonly bound: SessionBound;
}

export interface SessionHoursInput {
  readonly body: WholeBody;
  readonly index: BodyIndex;
  readonly limb: Limb;
  /** The body when the session begins; its time in s from `asOf`. */
  readonly state: WholeBodyState;
  /** What else happens in these hours; times in s from `asOf`. */
  readonly life: { readonly breaks: readonly number[]; apply(time: number, out: BodyCondition): void };
  readonly steps: readonly SessionStep[];
  readonly displacements: readonly number[];
  readonly context: TaskContext | undefined;
}

const longestGap = hour;

function momentsAfter(session: number): { readonly times: readonly number[]; readonly reported: readonly number[] } {
  const report = [session, hour, 6 * hour, day].filter((time) => time >= session);
  const after: number[] = [];
  for (let gap = 60, time = session + gap; time < day; gap = Math.min(longestGap, gap * 1.5), time += gap)
    after.push(time);
  const during = [0, 0.25, 0.5, 0.75].map((share) => share * session);
  const times = [...new Set([...during, ...report, ...after])].sort((a, b) => a - b);
  return { times, reported: report.map((time) => times.indexOf(time)) };
}

/** Runs the day after a session step by step, with every factor on the tissue that hands push along. */
export function sessionHours(input: SessionHoursInput): SessionHours {
  const { body, index, limb, state, life, steps, displacements, context } = input;
  const start = state.time;
  const session = steps.at(-1)?.end ?? 0;
  const { times, reported } = momentsAfter(session);
  const territories = limbTerritories(limb);
  // The same steps of time in every run, so that what differs between two runs is not the solver's.
  const breaks = [...life.breaks, ...steps.flatMap(({ start: from, end }) => [start + from, start + end])];
  const run = (hands: ReturnType<typeof sessionCondition> | undefined): readonly WholeBodyState[] => {
    const { states } = integrateBody(body, state, {
      sampleTimes: times.map((time) => start + time),
      breaks,
      condition(time, out) {
        life.apply(time, out);
        hands?.apply(time - start, out);
      },
      context,
      label: "the day after one session",
    });
    return states;
  };
  const rest = run(undefined);
  const fluid = (found: WholeBodyState | undefined) => excessFluid(index, state, found ?? state, territories);
  return {
    start,
    times,
    reported,
    differences: displacements.map((displacement) => {
      const states = run(sessionCondition(body, steps, displacement));
      return { displacement, values: states.map((found, n) => fluid(found) - fluid(rest[n])) };
    }),
    bound: sessionBound({ index, start: rest[0] ?? state, steps, duration: session }, limb),
  };
}
