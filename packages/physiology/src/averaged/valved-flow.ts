/**
 * Flow through a valved conduit and through an anastomosis that opens above a threshold.
 *
 *   edge         Q = G [ (1 − l) r(y; w) + l y ],   y = Pa − Pb
 *   anastomosis  Q = G [ fwd r(y − Popen; w′) − back r(−y − Popen; w′) ],   y = (Pa − Pb) − (Pa0 − Pb0)
 *   r(y; w) = 0 for y < 0,  y²/2w for y < w,  y − w/2 above                 (a C¹ ramp: a valve)
 *
 * | symbol | unit | default  | source                                           |
 * | l      | -    | 1e-3     | assumed: leak of a closed valve                   |
 * | w, w′  | Pa   | 0.2, 2 mmHg | assumed                                        |
 * | Popen  | Pa   | 4 mmHg; lymphovenous 15 | assumed                            |
 *
 * The ramp is exactly zero below its threshold, so in health an anastomosis carries exactly nothing.
 */

/** r(y; w). */
export function ramp(y: number, width: number): number {
  if (y <= 0) return 0;
  return y < width ? (y * y) / (2 * width) : y - width / 2;
}

/** dr/dy. */
export function rampSlope(y: number, width: number): number {
  if (y <= 0) return 0;
  return y < width ? y / width : 1;
}
