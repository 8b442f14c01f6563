import { type Limb, limbOf, limbs } from "@openlymph/anatomy";
import { attempt, day, type Result, raise, runRecord, type TaskContext } from "@openlymph/base";
import {
  type AveragedParameters,
  healthyState,
  integrateBody,
  type WholeBody,
  type WholeBodyState,
} from "@openlymph/physiology";
import type { History, Plan } from "@openlymph/therapy";
import { bodyAsOf } from "../body/body-as-of.ts";
import { type BodyIndex, bodyIndex } from "../body/body-index.ts";
import { healthyBody } from "../body/healthy-body.ts";
import { nodeDamage } from "../body/history-condition.ts";
import { limbExcessShare } from "../observe/limb-fluid.ts";
import { rangeWarnings } from "../observe/range-warnings.ts";
import { teachingModelLabel } from "../rehearsal.ts";
import type { SessionStep } from "../session/session-step.ts";
import { sessionSteps } from "../session/session-steps.ts";
import { courseTimes, reportedDays } from "./course-clock.ts";
import { type CourseVariant, courseCondition } from "./course-condition.ts";
import { keptDays, type SessionDates, sessionDates } from "./course-days.ts";
import { courseNotes } from "./course-notes.ts";
import type { BesideCourse, CourseRun, UnknownSpread } from "./course-run.ts";
import { courseSeries } from "./course-series.ts";
import { type CoursePart, type CourseSettings, checkCourse, courseParts, usualCourse } from "./course-settings.ts";
import { courseUnknowns } from "./course-unknowns.ts";
import { sessionHours } from "./session-hours.ts";

export const courseRunFormat = "openlymph/course-run@1";

export interface CourseOptions {
  /** Parameters of the model that differ from the defaults, SI. */
  readonly parameters?: Partial<AveragedParameters>;
  readonly context?: TaskContext | undefined;
}

function partsOf({ garment, exercise }: CourseSettings, plan: Plan | undefined): readonly CoursePart[] {
  const there = { garment: garment !== undefined, exercise: exercise !== undefined, sessions: plan !== undefined };
  return courseParts.filter((part) => there[part]);
}

/** Each part alone and each left out, each set of parts once, without the whole and nothing. */
function comparedParts(parts: readonly CoursePart[]): readonly (readonly CoursePart[])[] {
  if (parts.length < 2) return [];
  const alone = parts.map((part) => [part]);
  return parts.length === 2 ? alone : [...alone, ...parts.map((part) => parts.filter((other) => other !== part))];
}

function mainLimb(
  index: BodyIndex,
  healthy: WholeBodyState,
  start: WholeBodyState,
  named: readonly Limb[],
  steps: readonly SessionStep[],
): Limb {
  const touched = limbs.filter((limb) =>
    steps.some(({ territories }) => territories.some((id) => limbOf(id) === limb)),
  );
  const candidates = [named, touched, limbs].find((some) => some.length > 0) ?? limbs;
  const excess = (limb: Limb) => limbExcessShare(index, healthy, start, limb);
  return [...candidates].sort((a, b) => excess(b) - excess(a))[0] ?? "arm_L";
}

/** Progress of one run among several that follow each other. */
function shareOf(context: TaskContext | undefined, done: number, all: number): TaskContext | undefined {
  if (context === undefined) return undefined;
  return {
    signal: context.signal,
    report: ({ task, fraction, message }) =>
      context.report?.({ task, fraction: (done + fraction) / all, message: `run ${done + 1} of ${all}, ${message}` }),
  };
}

function stopsOf({ forbidden }: SessionDates): readonly string[] {
  if (forbidden.length === 0) return [];
  const sessions = forbidden.length === 1 ? "One session" : `${forbidden.length} sessions`;
  return [
    `An infection runs during this course. An infection needs a doctor the same day, and no drainage: ${sessions} on and around those days ${forbidden.length === 1 ? "is" : "are"} left out here.`,
  ];
}

/** Runs one body after the other through the time of a course, from the same state, and keeps account of all of them. */
function makeRunner(
  body: WholeBody,
  conditionOf: (variant: CourseVariant) => ReturnType<typeof courseCondition>,
  breaks: readonly number[],
  count: number,
  context: TaskContext | undefined,
) {
  const account = { fluidError: 0, proteinError: 0 };
  let done = 0;
  const progress = () => shareOf(context, done++, count);
  return {
    account,
    progress,
    run(start: WholeBodyState, times: readonly number[], variant: CourseVariant): readonly WholeBodyState[] {
      const { states, balance } = integrateBody(body, start, {
        sampleTimes: times,
        breaks,
        condition: conditionOf(variant).apply,
        context: progress(),
        label: "course",
      });
      account.fluidError = Math.max(account.fluidError, balance.fluidError);
      account.proteinError = Math.max(account.proteinError, balance.proteinError);
      return states;
    },
  };
}

function sameParts(a: readonly CoursePart[], b: readonly CoursePart[]): boolean {
  return a.length === b.length && a.every((part) => b.includes(part));
}

/**
 * Runs a course of care on a typical body with a history: from the start of its `asOf` day for weeks to a year, and some
 * time after it; beside the same body without any of it, with each part alone and with each part left out, and with the
 * values nobody has measured.
 *
 * What happens in the history goes on in all of them. Sessions are laid as their mean over their minutes (`meanSession`);
 * the day after the first one is run step by step.
 *
 * @param plan carried out in every session; `undefined`: no sessions.
 * @param settings what is done; what is not said is as in `usualCourse`.
 * @returns `param/out-of-range` or `field/missing` naming the setting, `solver/no-convergence` or `task/cancelled` when a run
 * cannot be made.
 */
export function runCourse(
  history: History,
  plan: Plan | undefined,
  settings: Partial<CourseSettings>,
  options: CourseOptions = {},
): Result<CourseRun> {
  return attempt(() => {
    const course: CourseSettings = { ...usualCourse, ...settings };
    checkCourse(course);
    const { parameters = {}, context } = options;
    const body = healthyBody(parameters);
    const healthy = healthyState(body);
    const index = bodyIndex(body);
    const steps = plan === undefined ? [] : sessionSteps(plan);
    const length = steps.at(-1)?.end ?? 0;
    if (length >= day) raise("param/out-of-range", { path: "plan", value: `${length} s`, expected: "less than 24 h" });
    const parts = partsOf(course, plan);
    const sessions = parts.includes("sessions") ? sessionDates(history, course, length) : { held: [], forbidden: [] };
    const conditionOf = (variant: CourseVariant) =>
      courseCondition(body, history, course, steps, sessions.held, variant);
    const unknowns = courseUnknowns.filter(({ part }) => parts.includes(part));
    const compared = comparedParts(parts);
    const runs = 2 + compared.length + unknowns.reduce((sum, { values }) => sum + values.length - 1, 0);
    // The same steps of time in every run, so that what differs between two runs is not the solver's.
    const runner = makeRunner(body, conditionOf, conditionOf({ parts }).breaks, runs + 1, context);

    const today = bodyAsOf(body, history, runner.progress()).states.at(-1) ?? healthy;
    const limb = mainLimb(index, healthy, today, course.limbs, steps);
    const { times, rest, lastLoaded } = courseTimes(course);
    const seriesOf = (states: readonly WholeBodyState[]) => courseSeries(index, healthy, states);

    const firstSession = sessions.held[0];
    const moments = [...new Set([...times, ...(firstSession === undefined ? [] : [firstSession])])].sort(
      (a, b) => a - b,
    );
    const whole = runner.run(today, moments, { parts });
    const withCourse = whole.filter(({ time }) => times.includes(time));
    const without = parts.length === 0 ? withCourse : runner.run(today, times, { parts: [] });
    const first = { parts, series: seriesOf(withCourse) };
    const none = { parts: [], series: seriesOf(without) };
    const others = compared.map((some) => ({
      parts: some,
      series: seriesOf(runner.run(today, times, { parts: some })),
    }));
    const lines = [first, none, ...others] as const;

    const spreadOf = (unknown: (typeof unknowns)[number]): UnknownSpread => {
      const leftOut = parts.filter((part) => part !== unknown.part);
      return {
        unknown,
        lines: unknown.values.map((value) => ({
          value,
          series:
            value === unknown.usual ? first.series : seriesOf(runner.run(today, times, { parts, [unknown.id]: value })),
        })),
        leftOut: lines.find((line) => sameParts(line.parts, leftOut))?.series ?? none.series,
      };
    };
    const beside = (place: number): BesideCourse => ({
      withCourse: withCourse[place] ?? today,
      without: without[place] ?? today,
    });
    const state = whole.find(({ time }) => time === firstSession);
    const rests = course.duration / day;
    const { removed } = nodeDamage(history, body, 0);
    return {
      record: runRecord(courseRunFormat, { history, plan, course, parameters }, course.seed),
      label: teachingModelLabel,
      historyTitle: history.title,
      planTitle: plan?.title,
      settings: course,
      index,
      healthy,
      removed,
      limb,
      steps,
      sessions,
      days: { all: rests, kept: keptDays(course).size },
      stops: stopsOf(sessions),
      times,
      rest,
      reported: reportedDays(course),
      parts,
      lines,
      unknowns: unknowns.map(spreadOf),
      moments: {
        start: withCourse[0] ?? today,
        end: beside(rest[rests] ?? -1),
        loaded: beside(lastLoaded),
        last: beside(times.length - 1),
      },
      session:
        state === undefined
          ? undefined
          : sessionHours({
              body,
              index,
              limb,
              state,
              life: conditionOf({ parts: parts.filter((part) => part !== "sessions") }),
              steps,
              displacements: unknowns.find(({ id }) => id === "handDisplacement")?.values ?? [1],
              context,
            }),
      balance: runner.account,
      warnings: rangeWarnings(index, healthy, [...withCourse, ...without]),
      notes: courseNotes(parts, course),
    };
  });
}
