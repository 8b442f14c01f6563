/**
 * What holds tissue beyond the measured pressure–volume curve: the skin envelope when it is very full, the gel when it is
 * nearly dry. Added to the elastic pressure of `interstitium.ts`; x = V/V0.
 *
 *   p(x) = ½ E (x − xe)₊² − ½ G (xd/x − 1)₊²
 *
 * | symbol | unit | default  | source                                                                              |
 * | ------ | ---- | -------- | ----------------------------------------------------------------------------------- |
 * | E      | Pa   | 0.5 mmHg | assumed: skin that has given way stiffens again; no measured curve goes so far        |
 * | xe     | -    | 8        | assumed: above the fullest tissue of the reference cases, which stay as they are      |
 * | G      | Pa   | 10 mmHg  | assumed: the swelling pressure of the gel rises without bound as it is pressed dry    |
 * | xd     | -    | 0.5      | assumed: below the driest tissue of the reference cases                               |
 *
 * Both parts begin with slope zero: value and slope are continuous.
 */
import { mmHg } from "@openlymph/base";

export interface TissueLimits {
  /** E, Pa. */
  readonly envelope: number;
  /** xe. */
  readonly envelopeOnset: number;
}

const gel = 10 * mmHg;
const dry = 0.5;

/** Pressure added at x = V/V0, Pa. */
export function limitPressure(x: number, { envelope, envelopeOnset }: TissueLimits): number {
  if (x > envelopeOnset) return 0.5 * envelope * (x - envelopeOnset) ** 2;
  return x < dry ? -0.5 * gel * (dry / x - 1) ** 2 : 0;
}

/** Its slope in x, Pa. */
export function limitStiffness(x: number, { envelope, envelopeOnset }: TissueLimits): number {
  if (x > envelopeOnset) return envelope * (x - envelopeOnset);
  return x < dry ? (gel * (dry / x - 1) * dry) / (x * x) : 0;
}
