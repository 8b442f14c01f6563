/**
 * Stress relaxation: tissue that has been filled for hours gives way a little, and takes hours to come back.
 *
 *   p = p_el(x − y),    y′ = (k (x − 1) − y) / τ                       x = V/V0, p_el the elastic law of `interstitium.ts`
 *
 * A filling is first met by the elastic law alone; in time the part k of it is taken up by slack y. For a linear law of
 * slope s this is a spring s(1 − k) beside one Maxwell element (spring sk in series with a dashpot of time τ).
 *
 * | symbol | unit | default | range     | source                                                      |
 * | ------ | ---- | ------- | --------- | ----------------------------------------------------------- |
 * | k      | –    | 0.15    | 0 to < 1  | Guyton 1992 model (TSSLML), public code                      |
 * | τ      | s    | 12 000  | > 0       | the same (1/TSSLTC = 200 min)                                |
 *
 * The step is exact for x that changes linearly within it, however long it is; it allocates nothing.
 */
import { exp, expm1 } from "@openlymph/base";
export interface StressRelaxation {
  /** k. */
  readonly share: number;
  /** τ, s. */
  readonly time: number;
}

/** Guyton's slow relaxation of the whole body's tissue. */
export const guytonRelaxation: StressRelaxation = { share: 0.15, time: 12_000 };

/** Slack at rest for a tissue held at x. */
export function restingSlack(law: StressRelaxation, x: number): number {
  return law.share * (x - 1);
}

/** dy/dt, 1/s. */
export function slackRate(law: StressRelaxation, slack: number, x: number): number {
  return (restingSlack(law, x) - slack) / law.time;
}

/** Part of the way from begin to end of a step that the slack lags behind: (1 − e^{−h/τ}) τ/h, 1 for h ≪ τ. */
function lag(law: StressRelaxation, step: number): number {
  const z = step / law.time;
  return z < 1e-8 ? 1 - z / 2 : -expm1(-z) / z;
}

/** Slack after `step` s in which x goes in a straight line from `before` to `after`. */
export function stepSlack(law: StressRelaxation, slack: number, before: number, after: number, step: number): number {
  const kept = exp(-step / law.time);
  const late = lag(law, step);
  return slack * kept + restingSlack(law, after) * (1 - late) + restingSlack(law, before) * (late - kept);
}

/** Derivative of the slack after a step by the x at its end: for a solver that seeks that x. */
export function stepSlackByAfter(law: StressRelaxation, step: number): number {
  return law.share * (1 - lag(law, step));
}
