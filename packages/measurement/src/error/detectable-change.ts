/**
 * Smallest change that two measurements can tell from none.
 *
 *   SDC = 1.96 √2 SEM,      SEM = SD √(1 − ICC)
 *
 * | symbol | unit | meaning                                            | source                                |
 * | ------ | ---- | -------------------------------------------------- | ------------------------------------- |
 * | SEM    | any  | standard error of measurement                      | error of the method                   |
 * | ICC    | 1    | intraclass correlation of a study                  | study                                 |
 * | SDC    | any  | smallest detectable change (smallest real difference, MDC95) | Lymphat Res Biol 2022.0032  |
 *
 * Holds for two single measurements with the same error. Where errors differ or are shared, 1.96 times the standard
 * deviation of the change itself takes its place, as in `verdict.ts`; both agree in the simple case.
 */
import { z95 } from "./estimate.ts";

/** SEM from the spread and the reliability of a study, in the unit of the spread. */
export function semFromReliability(spread: number, icc: number): number {
  return spread * Math.sqrt(1 - icc);
}

/** SDC in the unit of the SEM. */
export function detectableShare(sem: number): number {
  return z95 * Math.SQRT2 * sem;
}
