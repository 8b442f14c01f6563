import { useEffect, useRef, useState } from "react";
import { browserFrames } from "../clock/clock.ts";

/** Longest a cycle takes on the screen, s; slower ones are shown faster than life. */
const longest = 4;

/** How many times faster than life a cycle of this period is shown. */
export function speedOf(period: number): number {
  return Math.max(1, period / longest);
}

/** Where in the cycle the picture stands, 0 to 1, going on by itself while `playing`. */
export function usePhase(period: number, playing: boolean): readonly [number, (phase: number) => void] {
  const [phase, setPhase] = useState(0);
  const rate = useRef(1);
  rate.current = speedOf(period) / period;
  useEffect(() => {
    if (!playing) return;
    return browserFrames((seconds) => setPhase((before) => (before + Math.min(0.1, seconds) * rate.current) % 1));
  }, [playing]);
  return [phase, setPhase];
}
