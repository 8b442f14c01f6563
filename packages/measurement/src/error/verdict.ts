/**
 * What a difference between two measurements allows to say.
 *
 *   |d| < 1.96 s: not distinguishable      1.96 s ≤ |d| < 2.58 s: repeat the measurement      2.58 s ≤ |d|: changed
 *
 * | symbol | meaning                                                                                        |
 * | ------ | ---------------------------------------------------------------------------------------------- |
 * | d      | the difference                                                                                 |
 * | s      | its standard deviation; 1.96 s is the smallest detectable change                                |
 *
 * One unchanged limb in twenty differs by 1.96 s by chance alone: between there and 2.58 s a second measurement is asked
 * for, and "changed" is said of one unchanged limb in a hundred. Open questions about a reading always ask for a second
 * measurement. Source: normal errors; that two lines are drawn is our choice (assumed).
 */
import { deviation, type Estimate, z95, z99 } from "./estimate.ts";

export const verdicts = ["changed", "not distinguishable", "repeat the measurement"] as const;
export type Verdict = (typeof verdicts)[number];

export interface Judged {
  readonly verdict: Verdict;
  /** Smallest detectable change, in the unit of the difference. */
  readonly detectable: number;
}

/** Judges a difference; `questions`: whether a reading behind it is asked for again. */
export function judged(difference: Estimate, questions = false): Judged {
  const s = deviation(difference);
  const size = Math.abs(difference.value);
  const detectable = z95 * s;
  if (questions) return { verdict: "repeat the measurement", detectable };
  if (size < detectable) return { verdict: "not distinguishable", detectable };
  return { verdict: size < z99 * s ? "repeat the measurement" : "changed", detectable };
}
