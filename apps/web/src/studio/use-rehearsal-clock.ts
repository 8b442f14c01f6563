import type { Rehearsal } from "@openlymph/rehearsal";
import { useEffect, useMemo, useRef } from "react";
import { browserFrames, type Clock, createClock, noClock } from "../clock/clock.ts";
import { placeAt, timelineOf } from "../clock/timeline.ts";
import { useReducedMotion } from "../theme/use-media.ts";

/**
 * The clock of a rehearsal. The first one plays from the beginning by itself, unless motion is not wanted; later ones
 * wait at the start of the session. A session that must not be done is not played. Where opened work was left at a moment,
 * `begin`, the next clock stands there.
 */
export function useRehearsalClock(
  rehearsal: Rehearsal | undefined,
  begin: { readonly moment: number } | undefined,
): Clock {
  const still = useReducedMotion();
  const first = useRef(true);
  const begun = useRef<typeof begin>(undefined);
  const clock = useMemo(() => {
    if (rehearsal === undefined) return noClock;
    const timeline = timelineOf({
      buildUpStart: Math.min(0, rehearsal.buildUp[0]?.time ?? 0),
      sessionEnd: rehearsal.duration,
      end: rehearsal.withSession.states.at(-1)?.time ?? rehearsal.duration,
    });
    const until = rehearsal.stops.length > 0 ? placeAt(timeline, 0) : 1;
    return createClock(timeline, browserFrames, until);
  }, [rehearsal]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened work makes a clock of its own, which begins there
  useEffect(() => {
    if (clock === noClock) return;
    const { phases } = clock.timeline;
    if (begin !== undefined && begin !== begun.current) {
      const [least, most] = [phases[0]?.start ?? 0, phases.at(-1)?.end ?? 0];
      clock.seekTime(Math.min(Math.max(begin.moment, least), most));
    } else if (first.current && !still) clock.play();
    else clock.seekTime(0);
    first.current = false;
    begun.current = begin;
    return () => clock.pause();
  }, [clock, still]);
  return clock;
}
