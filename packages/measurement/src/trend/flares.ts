/**
 * Measurements that rise above what the ones before let expect.
 *
 *   mᵢ = median of the last five values before i that were no flare themselves, within 180 days
 *   yᵢ − mᵢ > 3 √(σᵢ² + (π/2) σ̄² / k)
 *
 * | symbol | meaning                                                            | source                         |
 * | ------ | ------------------------------------------------------------------ | ------------------------------ |
 * | mᵢ, k  | expected level and how many values it rests on                      | computed                       |
 * | σᵢ, σ̄  | error with scatter of the value, and the mean of those before        | `smooth.ts`                    |
 * | π/2    | variance of a median over that of a mean                            | large samples, *textbook*      |
 *
 * Three standard deviations, five values and 180 days are ours (assumed): a steady limb is called a flare about once in 700
 * measurements. A rise that stays over three measurements and 30 days is a new level, and later values are held against it.
 */
import { day } from "@openlymph/base";
import type { Observations } from "./robust-line.ts";
import { median } from "./smooth.ts";

const memory = 180 * day;
const most = 5;
const certain = 3;
const stays = { values: 3, time: 30 * day } as const;

export interface Flare {
  /** Indices of the values above, in the order of time. */
  readonly values: readonly number[];
  /** mᵢ when it began. */
  readonly expected: number;
  /** Largest yᵢ − mᵢ. */
  readonly above: number;
  /** It became the new level. */
  readonly stayed: boolean;
}

/** Finds the flares of a quantity that is worse when it is higher. */
export function findFlares({ times, values, deviations }: Observations): readonly Flare[] {
  const flares: Flare[] = [];
  let quiet: number[] = [];
  let open: { values: number[]; expected: number; above: number } | undefined;
  const close = (stayed: boolean) => {
    if (open !== undefined) flares.push({ ...open, stayed });
    open = undefined;
  };
  for (const [i, value] of values.entries()) {
    const before = quiet.filter((j) => times[i]! - times[j]! <= memory).slice(-most);
    const expected = median(before.map((j) => values[j]!));
    const spread = before.reduce((sum, j) => sum + deviations[j]! ** 2, 0) / before.length ** 2;
    const risen = value - expected > certain * Math.sqrt(deviations[i]! ** 2 + (Math.PI / 2) * spread);
    if (before.length < 2 || !risen) {
      close(false);
      quiet.push(i);
      continue;
    }
    open ??= { values: [], expected, above: 0 };
    open.values.push(i);
    open.above = Math.max(open.above, value - expected);
    const [first = i] = open.values;
    if (open.values.length >= stays.values && times[i]! - times[first]! >= stays.time) {
      quiet = [...open.values];
      close(true);
    }
  }
  close(false);
  return flares;
}
