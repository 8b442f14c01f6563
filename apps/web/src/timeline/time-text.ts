import type { ClockState } from "../clock/clock.ts";
import { clockText, spanText } from "../format/numbers.ts";
import { words } from "../words.ts";

/** The moment of the clock in words: `9 weeks before the session`, `0:52 of 2:25`, `3.5 h after the session`. */
export function timeText({ time }: Pick<ClockState, "time">, sessionEnd: number): string {
  if (time < 0) return words.timeline.before(spanText(-time));
  if (time < sessionEnd) return words.timeline.during(clockText(time), clockText(sessionEnd));
  return words.timeline.after(spanText(time - sessionEnd));
}
