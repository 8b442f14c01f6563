import { day, hour } from "@openlymph/base";
import type { WholeBodyState } from "@openlymph/physiology";
import { excessFluid, type Rehearsal } from "@openlymph/rehearsal";
import { between, momentAt, type RunName } from "../body/moment.ts";
import type { BodyPart } from "./body-part.ts";

function excessOf({ index, healthy }: Rehearsal, { territories }: BodyPart) {
  return (state: WholeBodyState): number => excessFluid(index, healthy, state, territories);
}

/** Fluid above health in a part of the body at a time of a run, m³. */
export function excessAt(rehearsal: Rehearsal, part: BodyPart, run: RunName, time: number): number {
  return between(momentAt(rehearsal, run, time), excessOf(rehearsal, part));
}

/** The unit of a time axis: hours where a day is followed, days beyond two. */
export function timeUnit(end: number): { readonly name: "hours" | "days"; readonly size: number } {
  return end > 2 * day ? { name: "days", size: day } : { name: "hours", size: hour };
}

const lastTime = ({ withSession }: Rehearsal): number => withSession.states.at(-1)?.time ?? 0;

export interface Course {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** With minus without, over the time after the session began in its `timeUnit`; m³. */
export function differenceCourse(rehearsal: Rehearsal, part: BodyPart): Course {
  const excess = excessOf(rehearsal, part);
  const { size } = timeUnit(lastTime(rehearsal));
  const states = rehearsal.withSession.states;
  return {
    xs: states.map(({ time }) => time / size),
    ys: states.map((state, n) => excess(state) - excess(rehearsal.without.states[n] ?? state)),
  };
}

/** Fluid above health over the weeks before the session; undefined for a body without such weeks. */
export function buildUpCourse(rehearsal: Rehearsal, part: BodyPart): Course | undefined {
  const { buildUp } = rehearsal;
  if ((buildUp[0]?.time ?? 0) >= 0) return undefined;
  return { xs: buildUp.map(({ time }) => time / (7 * day)), ys: buildUp.map(excessOf(rehearsal, part)) };
}

/** Fluid above health over the time of a run in its `timeUnit`; m³. */
export function runCourse(rehearsal: Rehearsal, part: BodyPart, run: RunName): Course {
  const { states } = run === "with" ? rehearsal.withSession : rehearsal.without;
  const { size } = timeUnit(lastTime(rehearsal));
  return { xs: states.map(({ time }) => time / size), ys: states.map(excessOf(rehearsal, part)) };
}
