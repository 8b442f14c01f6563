/**
 * Error of a limb volume measured by tape, from the published error of a whole limb.
 *
 *   w² = W² (1 − f) + r² k²,   k² = Σᵢ (Cᵢ/V · ∂V/∂Cᵢ)²,   r = W √f / k₀
 *   V (1 + b z_rater + w z_limb),     C (1 + b/2 z_rater + W √(1 − f)/2 z_limb + r z_reading)
 *
 * | symbol | unit | meaning                                                    | source                               |
 * | ------ | ---- | ---------------------------------------------------------- | ------------------------------------ |
 * | W      | 1    | error of a whole limb, same rater: `within_percent`         | Tidhar 2015; Lymphat Res Biol 2022   |
 * | b      | 1    | spread between raters: `between_percent`                    | assumed                              |
 * | f      | 1    | part of W² that is independent from reading to reading      | assumed, ½                           |
 * | r      | 1    | error of one reading                                       | computed                             |
 * | k, k₀  | 1    | weight of single readings in the volume; k₀ for a cylinder with the readings of the study | computed |
 *
 * More readings make k and so the error smaller, down to W √(1 − f). Swelling that comes and goes within a day, and what a
 * stack of frusta is not a limb by, are not in it: the same protocol at every visit keeps the second out of a change.
 */
import { type ErrorRecord, errorLibrary } from "../library/error-model.ts";
import { evenGeometry, type TapeVolume, tapeVolume } from "../volume/tape-volume.ts";
import type { Estimate } from "./estimate.ts";

/** Names under which errors are shared: by all that one rater measures, and by one limb on one occasion. */
export interface ErrorNames {
  readonly rater: string;
  readonly limb: string;
}

const siteShare = errorLibrary.siteShare.value;

/** k: how much the errors of single readings count in the volume. */
function readingWeight(circumferences: readonly number[], { volume, gradient }: TapeVolume): number {
  return Math.hypot(...gradient.map((slope, i) => (slope * circumferences[i]!) / volume));
}

/** r: relative error of one reading. */
export function readingError({ within_percent, sites = 11 }: ErrorRecord): number {
  const cylinder = Array.from({ length: sites }, () => 1);
  const weight = readingWeight(cylinder, tapeVolume(cylinder, evenGeometry("frustum", 1, sites)));
  return ((within_percent / 100) * Math.sqrt(siteShare)) / weight;
}

/** W √(1 − f): the part of the error that a whole occasion shares. */
function occasionError({ within_percent }: ErrorRecord): number {
  return (within_percent / 100) * Math.sqrt(1 - siteShare);
}

/** A tape volume with its error, m³. */
export function tapeEstimate(
  circumferences: readonly number[],
  tape: TapeVolume,
  record: ErrorRecord,
  names: ErrorNames,
): Estimate {
  const within = Math.hypot(occasionError(record), readingError(record) * readingWeight(circumferences, tape));
  const { volume } = tape;
  const terms = { [names.rater]: (volume * record.between_percent) / 100, [names.limb]: volume * within };
  return { value: volume, terms };
}

/** A volume by another method with its error, m³. */
export function volumeEstimate(volume: number, record: ErrorRecord, names: ErrorNames): Estimate {
  const terms = {
    [names.rater]: (volume * record.between_percent) / 100,
    [names.limb]: (volume * record.within_percent) / 100,
  };
  return { value: volume, terms };
}

/** One circumference with its error, m; `reading` names it among those of the limb. */
export function readingEstimate(
  circumference: number,
  record: ErrorRecord,
  names: ErrorNames,
  reading: string,
): Estimate {
  const terms = {
    [names.rater]: (circumference * record.between_percent) / 200,
    [names.limb]: (circumference * occasionError(record)) / 2,
    [`${names.limb} ${reading}`]: circumference * readingError(record),
  };
  return { value: circumference, terms };
}
