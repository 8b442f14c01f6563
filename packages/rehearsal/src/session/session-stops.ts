import type { History } from "@openlymph/therapy";

/**
 * Why a session must not be done at all. A rehearsal of it is a calculation, never something to do.
 *
 * Only what the history itself tells: an infection that runs while the hands are on. Screening asks for the rest.
 *
 * @param duration of the session, s.
 */
export function sessionStops(history: History, duration: number): readonly string[] {
  const infected = history.events.some(({ kind, start, end }) => kind === "infection" && start <= duration && end > 0);
  if (!infected) return [];
  return ["An infection runs during this session. An infection needs a doctor the same day, and no drainage."];
}
