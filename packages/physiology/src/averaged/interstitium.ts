/**
 * Elastic pressure of the interstitium against its fluid volume, x = V/V0.
 *
 *   p(x) = p0 + s1 (x − 1) − (s1 − s2) sp(x − x1) − (s2 − s3) sp(x − x2) + const,   p(1) = p0 exactly
 *   sp(y) = w ln(1 + exp(y / w))
 *
 * | symbol  | unit | default     | source                                                                   |
 * | s1, s2  | Pa   | 15.3, 10.5 mmHg | whole-body pressure–volume curve of Chapple 1993, in x (source: code)    |
 * | x1, x2  | -    | 1.131, 1.226 | the same                                                                  |
 * | s3      | Pa   | 0.42 mmHg    | the same, skin and organs; 4 mmHg for muscle in its fascia (assumed)      |
 * | w       | -    | 0.03         | assumed; sharper corners break Newton's method                            |
 *
 * Above x2 the tissue gives way: fluid gathers at almost no rise in pressure. Not meant for x above about 10.
 */
import { mmHg } from "@openlymph/base";

export const tissueSlopes = { first: 15.3 * mmHg, second: 10.5 * mmHg } as const;
const x1 = 1.131;
const x2 = 1.226;
const width = 0.03;

function softplus(y: number): number {
  const u = y / width;
  return u > 30 ? y : width * Math.log1p(Math.exp(u));
}

function logistic(y: number): number {
  return 1 / (1 + Math.exp(-y / width));
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

/** dp/dx in Pa. */
export function tissueStiffness(x: number, s3: number): number {
  const { first, second } = tissueSlopes;
  return first - (first - second) * logistic(x - x1) - (second - s3) * logistic(x - x2);
}
