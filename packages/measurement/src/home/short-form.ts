/**
 * The short home protocol: every second mark of the full one, and how far its volume agrees with it.
 *
 *   d = V_short − V_full over the same length of limb, for each limb and visit that was measured in full
 *   bias = mean d,      limits of agreement = bias ± 1.96 SD(d)
 *
 * | symbol | unit | meaning                                               | source                                    |
 * | ------ | ---- | ----------------------------------------------------- | ----------------------------------------- |
 * | d      | m³   | difference on one limb                                | computed from the person's own readings   |
 * | limits |      | Bland and Altman                                      | *textbook*                                |
 *
 * With an even number of marks the short form ends one step earlier, and the full volume is taken up to there too. What
 * stays the same from visit to visit is no error of a change, so the limits are wider than what a change suffers.
 */

import { z95 } from "../error/estimate.ts";
import { type Series, sides } from "../series/series.ts";
import { median } from "../trend/smooth.ts";
import { markPositions, tapeVolume } from "../volume/tape-volume.ts";

export interface ShortMark {
  /** Number of the mark in the full protocol, from 1. */
  readonly mark: number;
  /** m from the first mark. */
  readonly position: number;
  /** The last readings there, to start from, m. */
  readonly last: Partial<Record<(typeof sides)[number], number>>;
}

export interface ShortForm {
  readonly marks: readonly ShortMark[];
  /** Of all limbs and visits, m³. */
  readonly agreement?: {
    readonly limbs: number;
    readonly bias: number;
    readonly limits: readonly [number, number];
    /** Median |d| as a share of the volume. */
    readonly share: number;
  };
}

/** Seconds that one reading takes by hand, with its mark drawn beforehand (assumed). */
export const readingTime = 3;

function differences(series: Series): readonly (readonly [difference: number, volume: number])[] {
  const { model, heights } = series.protocol;
  if (model !== "frustum") return [];
  return series.measurements.flatMap(({ circumferences }) =>
    sides.flatMap((side) => {
      const own = circumferences[side];
      if (own === undefined || own.length < 3) return [];
      const pairs = (own.length - 1) >> 1;
      const shortHeights = Array.from({ length: pairs }, (_, i) => heights[2 * i]! + heights[2 * i + 1]!);
      const short = tapeVolume(
        own.filter((_, i) => i % 2 === 0),
        { model, heights: shortHeights },
      ).volume;
      const full = tapeVolume(own.slice(0, 2 * pairs + 1), { model, heights: heights.slice(0, 2 * pairs) }).volume;
      return [[short - full, full] as const];
    }),
  );
}

/** The short form of a series measured in full with frusta, prefilled with the last readings. */
export function shortForm(series: Series): ShortForm {
  const last = series.measurements.findLast(({ circumferences }) => Object.keys(circumferences).length > 0);
  const count = Math.max(0, ...sides.map((side) => last?.circumferences[side]?.length ?? 0));
  const marks = markPositions(series.protocol, count).flatMap((position, i): ShortMark[] => {
    if (i % 2 === 1) return [];
    const known = sides.flatMap((side) => {
      const value = last?.circumferences[side]?.[i];
      return value === undefined ? [] : [[side, value] as const];
    });
    return [{ mark: i + 1, position, last: Object.fromEntries(known) }];
  });
  const found = differences(series);
  if (found.length < 2) return { marks };
  const bias = found.reduce((sum, [difference]) => sum + difference, 0) / found.length;
  const variance = found.reduce((sum, [difference]) => sum + (difference - bias) ** 2, 0) / (found.length - 1);
  const half = z95 * Math.sqrt(variance);
  const share = median(found.map(([difference, volume]) => Math.abs(difference) / volume));
  return { marks, agreement: { limbs: found.length, bias, limits: [bias - half, bias + half], share } };
}
