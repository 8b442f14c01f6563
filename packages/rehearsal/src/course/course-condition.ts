import type { WholeBody } from "@openlymph/physiology";
import type { History } from "@openlymph/therapy";
import { historyCondition } from "../body/history-condition.ts";
import { meanSession } from "../session/mean-session.ts";
import type { SessionStep } from "../session/session-step.ts";
import { courseHorizon } from "./course-clock.ts";
import { courseEvents, type EventChanges } from "./course-events.ts";
import type { CoursePart, CourseSettings } from "./course-settings.ts";

/** One way to run a body through a course. */
export interface CourseVariant extends EventChanges {
  /** What of the course is done. */
  readonly parts: readonly CoursePart[];
  /** Factor on the conductance of the tissue under a pushing hand. */
  readonly handDisplacement?: number;
}

/** Place of the last number that is not above `time` in a rising list; −1 when there is none. */
function lastUpTo(moments: readonly number[], time: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The condition of a body with a history during a course and after it; times in s from `asOf`.
 *
 * @param sessions when sessions begin, rising; a session is over before the next begins.
 */
export function courseCondition(
  body: WholeBody,
  history: History,
  settings: CourseSettings,
  steps: readonly SessionStep[],
  sessions: readonly number[],
  { parts, handDisplacement = 1, ...changes }: CourseVariant,
): Pick<ReturnType<typeof historyCondition>, "breaks" | "apply"> {
  const events = [...history.events, ...courseEvents(settings, parts, changes)];
  const life = historyCondition({ ...history, events }, body, courseHorizon(settings));
  const held = parts.includes("sessions") && steps.length > 0 ? sessions : [];
  if (held.length === 0) return life;
  const session = meanSession(body, steps, handDisplacement);
  return {
    breaks: [...life.breaks, ...held.flatMap((start) => [start, start + session.duration])],
    apply(time, out) {
      life.apply(time, out);
      const last = lastUpTo(held, time);
      if (last >= 0) session.apply(time - held[last]!, out);
    },
  };
}
