/**
 * The course of a quantity: a robust line near every moment.
 *
 *   kᵢ = (1 − (|tᵢ − x| / h)³)³,      h = the larger of 60 d and 1.2 times the distance to the fifth nearest measurement
 *   σᵢ² = sᵢ² + τ²,      τ² = max(0, S − s̄²) u,      S = Σ min(rᵢ², 9 m²) / ν,      u = 1 + ((t(ν/2)/1.96)² − 1) (1 − s̄²/S)
 *
 * | symbol | unit | meaning                                                                  | source               |
 * | ------ | ---- | ------------------------------------------------------------------------ | -------------------- |
 * | h      | s    | reach of the neighbourhood                                               | assumed              |
 * | sᵢ     | as y | error of measurement i                                                   | `error/`             |
 * | rᵢ     | as y | what the course leaves over of it                                        | computed             |
 * | m      | as y | 1.4826 times the median of the absolute rᵢ                               | *textbook*           |
 * | ν      | 1    | n less the weights of the values in the course at their own moments      | `robust-line.ts`     |
 * | τ      | as y | scatter from day to day beyond the error of measuring; 0 below six values | computed            |
 * | u      | 1    | that τ comes from few values, of which capping takes half (assumed)        | `student.ts`         |
 *
 * τ and the course are found in turn, from τ = 0. Local lines with tricube weights are those of Cleveland's loess
 * (*textbook*). The band is that of the course, not of the next measurement. Where the scatter is as large as the error and
 * was found from a dozen values, 95 % bands hold the truth in about 90 of 100 (`trend.test.ts`). A course that turns within
 * h is drawn flatter than it is.
 */
import { day } from "@openlymph/base";
import { z95 } from "../error/estimate.ts";
import { student95 } from "../error/student.ts";
import { type Observations, type RobustLine, robustLine } from "./robust-line.ts";

const reach = 60 * day;
const neighbours = 5;
const stretch = 1.2;

/** Fewest values that have a course. */
export const fewestValues = 3;
const fewestForScatter = 6;
const rounds = 4;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function nearnessTo(times: readonly number[], x: number): readonly number[] {
  const distances = times.map((time) => Math.abs(time - x));
  const sorted = [...distances].sort((a, b) => a - b);
  const width = Math.max(reach, stretch * sorted[Math.min(neighbours, sorted.length) - 1]!);
  return distances.map((distance) => (distance < width ? (1 - (distance / width) ** 3) ** 3 : 0));
}

/** The course at `x`, s. */
export function courseAt(observations: Observations, x: number): RobustLine {
  return robustLine(observations, x, nearnessTo(observations.times, x));
}

/** τ² from what the course of `weighed` leaves over of the values. */
function extraVariance({ times, values, deviations }: Observations, weighed: Observations): number {
  const courses = times.map((time) => courseAt(weighed, time));
  const misses = courses.map(({ level }, i) => Math.abs(values[i]! - level));
  const most = 3 * 1.4826 * median(misses);
  const free = courses.reduce((left, { levelParts }, i) => left - levelParts[i]!, times.length);
  const seen = misses.reduce((sum, miss) => sum + Math.min(miss, most) ** 2, 0) / free;
  const own = deviations.reduce((sum, one) => sum + one * one, 0) / times.length;
  if (!(seen > own)) return 0;
  const few = (student95(free / 2) / z95) ** 2 - 1;
  return (seen - own) * (1 + few * (1 - own / seen));
}

/** The values with their scatter from day to day added to the error of measuring. */
export function withScatter(observations: Observations): Observations {
  if (observations.times.length < fewestForScatter) return observations;
  let weighed = observations;
  for (let round = 0; round < rounds; round++) {
    const extra = extraVariance(observations, weighed);
    const deviations = observations.deviations.map((one) => Math.sqrt(one * one + extra));
    weighed = { ...observations, deviations };
  }
  return weighed;
}
