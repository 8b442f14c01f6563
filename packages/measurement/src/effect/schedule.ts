import { day, fail, ok, type Result, randomStream } from "@openlymph/base";
import { effectSettings } from "../library/effect-settings.ts";
import type { Moment } from "../series/moment.ts";
import type { Session } from "../series/series.ts";

/** Days with and without a session that the lot draws. */
export interface ScheduleWish {
  /** Moment of the session on the first day. */
  readonly from: Moment;
  /** An even number: in each pair of days one has a session. */
  readonly days: number;
  readonly seed: number;
}

/**
 * Draws in each pair of days one for a session and one without, at the same hour every day.
 *
 * @returns `param/out-of-range` for an odd number of days, fewer than 2 or more than the longest plan.
 */
export function scheduleByLot({ from, days, seed }: ScheduleWish): Result<readonly Session[]> {
  const whole = Number.isInteger(days) && days % 2 === 0;
  if (!whole || days < 2 || days > effectSettings.mostDays) {
    return fail("param/out-of-range", {
      path: "days",
      value: days,
      expected: `an even number of days from 2 to ${effectSettings.mostDays}: in each pair of days one has a session`,
    });
  }
  const uniform = randomStream(seed);
  const sessions: Session[] = [];
  for (let pair = 0; pair < days / 2; pair++) {
    const firstLeftOut = uniform() < 0.5;
    for (const second of [0, 1]) {
      const at = { seconds: from.seconds + (2 * pair + second) * day, offset: from.offset };
      sessions.push({ at, duration: 0, leftOut: (second === 0) === firstLeftOut, block: pair + 1 });
    }
  }
  return ok(sessions);
}
