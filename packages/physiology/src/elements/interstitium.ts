/**
 * Elastic pressure of the interstitium against its fluid volume, x = V/V0.
 *
 *   chapple-1993  p(x) = p0 + s1 (x − 1) − (s1 − s2) sp(x − x1) − (s2 − s3) sp(x − x2) + const,   p(1) = p0 exactly
 *                 sp(y) = w ln(1 + exp(y / w))
 *   linear        p(x) = p0 + s (x − 1)
 *
 * | symbol  | unit | default     | source                                                                   |
 * | ------- | ---- | ----------- | ------------------------------------------------------------------------ |
 * | p0      | Pa   | −1 mmHg     | resting pressure, 0 to −4 mmHg (Aukland & Reed 1993)                      |
 * | s1, s2  | Pa   | 15.3, 10.5 mmHg | whole-body pressure–volume curve of Chapple 1993, in x (source: code)    |
 * | x1, x2  | -    | 1.131, 1.226 | the same                                                                  |
 * | s3      | Pa   | 0.42 mmHg    | the same, skin and organs; 4 mmHg for muscle in its fascia (assumed)      |
 * | w       | -    | 0.03         | assumed; sharper corners break Newton's method                            |
 * | s       | Pa   | 15.3 mmHg    | linear: the first slope of Chapple                                        |
 *
 * Above x2 the tissue gives way: fluid gathers at almost no rise in pressure. Not meant for x above about 10, nor the
 * linear law beyond some ±20 % of volume. `chapplePublished` is the curve as published: straight pieces, whole body.
 */
import { exp, log1p, mmHg } from "@openlymph/base";

export const tissueSlopes = { first: 15.3 * mmHg, second: 10.5 * mmHg } as const;
const x1 = 1.131;
const x2 = 1.226;
const width = 0.03;

/** How one tissue answers to fluid. */
export type InterstitiumLaw =
  | {
      readonly law: "chapple-1993";
      /** p0, Pa. */
      readonly restPressure: number;
      /** s3, Pa. */
      readonly swollenSlope: number;
    }
  | {
      readonly law: "linear";
      /** p0, Pa. */
      readonly restPressure: number;
      /** s, Pa per unit of x; compliance is V0 / s. */
      readonly slope: number;
    };

/** Pressure, Pa, at x = V/V0. */
export function interstitialPressure(tissue: InterstitiumLaw, x: number): number {
  if (tissue.law === "linear") return tissue.restPressure + tissue.slope * (x - 1);
  return tissuePressure(x, tissue.restPressure, tissue.swollenSlope);
}

/** dp/dx, Pa. */
export function interstitialStiffness(tissue: InterstitiumLaw, x: number): number {
  return tissue.law === "linear" ? tissue.slope : tissueStiffness(x, tissue.swollenSlope);
}

function softplus(y: number): number {
  const u = y / width;
  return u > 30 ? y : width * log1p(exp(u));
}

function logistic(y: number): number {
  return 1 / (1 + exp(-y / width));
}

const rest1 = softplus(1 - x1);
const rest2 = softplus(1 - x2);

/** Pressure in Pa at x = V/V0 for the resting pressure p0 and the slope s3 of swollen tissue, both in Pa. */
export function tissuePressure(x: number, p0: number, s3: number): number {
  const { first, second } = tissueSlopes;
  return (
    p0 + first * (x - 1) - (first - second) * (softplus(x - x1) - rest1) - (second - s3) * (softplus(x - x2) - rest2)
  );
}

/** Pressure and dp/dx in one, Pa, into `out[0]` and `out[1]`: what `tissuePressure` and `tissueStiffness` give. */
export function tissuePressureAndStiffness(x: number, p0: number, s3: number, out: Float64Array): void {
  const { first, second } = tissueSlopes;
  const e1 = exp(-Math.abs(x - x1) / width);
  const e2 = exp(-Math.abs(x - x2) / width);
  const above1 = x > x1 ? x - x1 : 0;
  const above2 = x > x2 ? x - x2 : 0;
  out[0] =
    p0 +
    first * (x - 1) -
    (first - second) * (above1 + width * log1p(e1) - rest1) -
    (second - s3) * (above2 + width * log1p(e2) - rest2);
  const share1 = (x > x1 ? 1 : e1) / (1 + e1);
  const share2 = (x > x2 ? 1 : e2) / (1 + e2);
  out[1] = first - (first - second) * share1 - (second - s3) * share2;
}

/** dp/dx in Pa. */
export function tissueStiffness(x: number, s3: number): number {
  const { first, second } = tissueSlopes;
  return first - (first - second) * logistic(x - x1) - (second - s3) * logistic(x - x2);
}

/**
 * Whole-body interstitial pressure, Pa, at an interstitial volume, m³, as Chapple 1993 has it (public code): straight
 * pieces of 549, 800 and 20 000 mL/mmHg with corners at 9.5 and 10.3 L; −1 mmHg at 8.4 L. Continuous to 0.02 mmHg at
 * 9.5 L, exactly at 10.3 L, as printed. For checking the smooth law, not for a solver.
 */
export function chapplePublished(volume: number): number {
  const mL = volume * 1e6;
  if (mL < 9500) return (-7.2 + 1.82e-3 * (mL - 5000)) * mmHg;
  if (mL <= 10300) return (1 + 1.25e-3 * (mL - 9500)) * mmHg;
  return (2 + 5e-5 * (mL - 10300)) * mmHg;
}
