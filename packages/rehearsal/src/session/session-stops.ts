import type { History } from "@openlymph/therapy";
import { spansOf } from "../body/event-spans.ts";

/**
 * Why a session must not be done at all. A rehearsal of it is a calculation, never something to do.
 *
 * Only what the history itself tells: an infection on the day of the session, at its time or in the hours around it.
 * Screening asks for the rest.
 *
 * @param duration of the session, s.
 */
export function sessionStops(history: History, duration: number): readonly string[] {
  const infected = history.events
    .filter(({ kind }) => kind === "infection")
    .some((event) => spansOf(event, duration + sameDay).some(([start, end]) => start <= duration && end > -sameDay));
  if (!infected) return [];
  return ["An infection runs at the time of this session. An infection needs a doctor the same day, and no drainage."];
}

/** An infection that ended less than a day ago still stops a session, s. */
const sameDay = 86400;
