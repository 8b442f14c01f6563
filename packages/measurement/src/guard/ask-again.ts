import { thresholds } from "../library/thresholds.ts";
import { type Measurement, type Series, type Side, sides } from "../series/series.ts";
import { markPositions, tapeVolume } from "../volume/tape-volume.ts";
import { checkReadings } from "./check-readings.ts";
import { checkShift } from "./check-shift.ts";
import type { Question } from "./question.ts";

const jump = thresholds.guards.volumeJump_percent / 100;

function againstBefore(series: Series, before: Measurement, now: Measurement, side: Side): readonly Question[] {
  const [last, own] = [before.circumferences[side], now.circumferences[side]];
  if (last === undefined || own === undefined) return [];
  const [was, is] = [tapeVolume(last, series.protocol).volume, tapeVolume(own, series.protocol).volume];
  if (Math.abs(is / was - 1) > jump) {
    const found = `${(1e6 * is).toFixed(0)} mL after ${(1e6 * was).toFixed(0)} mL`;
    return [{ code: "limb/jump", side, value: is, found, ask: "Look at unit, side and marks, and measure again." }];
  }
  const moved = checkShift(last, own, markPositions(series.protocol, own.length));
  if (moved === undefined || !moved.asked) return [];
  const toward = moved.shift > 0 ? "toward the trunk" : "toward the hand or foot";
  const found = `all readings fit marks ${(100 * Math.abs(moved.shift)).toFixed(1)} cm further ${toward} than last time`;
  return [
    { code: "limb/shifted", side, value: is, found, ask: "Check the distance of the first mark and measure again." },
  ];
}

/** What a measurement of a series is asked about: by its own readings, and beside the last one with a tape before it. */
export function askAgain(series: Series, index: number): readonly Question[] {
  const now = series.measurements[index]!;
  const before = series.measurements
    .slice(0, index)
    .findLast(({ circumferences }) => Object.keys(circumferences).length > 0);
  return sides.flatMap((side) => {
    const own = now.circumferences[side];
    if (own === undefined) return [];
    const alone = checkReadings(own, markPositions(series.protocol, own.length), series.limb, side, now.confirmed);
    return alone.length > 0 || before === undefined ? alone : againstBefore(series, before, now, side);
  });
}
