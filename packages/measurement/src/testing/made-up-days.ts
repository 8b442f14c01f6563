import { day, hour } from "@openlymph/base";
import { type DecayFit, fitDecay } from "../effect/decay.ts";
import { decayDesign } from "../effect/decay-design.ts";
import type { Episode } from "../effect/episodes.ts";

/** s from the end of a session to its readings, as they are usually taken. */
export const usualOffsets = [-0.5, 0.25, 2, 4, 8].map((hours) => hours * hour);

/** How a made-up person is. */
export interface Truth {
  readonly days: number;
  readonly alternating?: boolean;
  readonly offsets?: readonly number[];
  /** Right after a session, in standard deviations of a reading. */
  readonly effect: number;
  /** s. */
  readonly constant: number;
  /** What the limb does by itself, in standard deviations an hour. */
  readonly drift?: number;
}

/** Days of a made-up person; the level changes from day to day by three standard deviations. */
export function daysOf(truth: Truth, normal: () => number): readonly Episode[] {
  const { days, alternating = false, offsets = usualOffsets, effect, constant, drift = 0 } = truth;
  const isLeftOut = (i: number) => alternating && i % 2 === 1;
  const ends = Array.from({ length: days }, (_, i) => i * day).filter((_, i) => !isLeftOut(i));
  return Array.from({ length: days }, (_, i): Episode => {
    const level = 3 * normal();
    const readings = offsets.map((offset) => {
      const since = ends.map((end) => i * day + offset - end).filter((one) => one > 0);
      const left = since.reduce((sum, one) => sum + Math.exp(-one / constant), 0);
      return { offset, value: level + effect * left + (drift * offset) / hour + normal() };
    });
    return { end: i * day, leftOut: isLeftOut(i), block: 1 + (i >> 1), readings };
  });
}

/** The effect found in them, their readings multiplied by a number. */
export function fitOf(episodes: readonly Episode[], scale = 1): DecayFit {
  const ends = episodes.filter(({ leftOut }) => !leftOut).map(({ end }) => end);
  const design = decayDesign(episodes, ends)!;
  return fitDecay(
    design,
    episodes.flatMap(({ readings }) => readings.map(({ value }) => scale * value)),
  );
}
