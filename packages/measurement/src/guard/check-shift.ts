/**
 * Whether the marks lie where they lay last time.
 *
 *   C₂(x) − C₁(x) = α C₁(x) + δ C₁′(x) + ε,      asked where |δ| ≥ 1 cm and |δ| > 3 s_δ
 *
 * | symbol | unit | meaning                                                            | source    |
 * | ------ | ---- | ------------------------------------------------------------------ | --------- |
 * | C₁, C₂ | m    | readings of the last time and now                                  | tape      |
 * | C₁′    | 1    | slope of the limb along the marks, by central differences          | computed  |
 * | α      | 1    | growth of the limb as a whole                                      | fitted    |
 * | δ      | m    | shift of all marks along the limb, positive toward the trunk        | fitted    |
 * | s_δ    | m    | its standard error from what is left over                          | fitted    |
 *
 * Least squares with two unknowns; the limits are ours (assumed). A cylinder tells nothing about a shift. Needs six marks.
 */

export interface Shift {
  /** δ, m. */
  readonly shift: number;
  /** s_δ, m. */
  readonly deviation: number;
  readonly asked: boolean;
}

const least = 0.01;
const certain = 3;

function slopes(values: readonly number[], positions: readonly number[]): readonly number[] {
  return values.map((_, i) => {
    const [below, above] = [Math.max(0, i - 1), Math.min(values.length - 1, i + 1)];
    return (values[above]! - values[below]!) / (positions[above]! - positions[below]!);
  });
}

/** Fits growth and shift between two sets of readings, m; `undefined` with fewer than six marks or no taper. */
export function checkShift(
  before: readonly number[],
  now: readonly number[],
  positions: readonly number[],
): Shift | undefined {
  const n = before.length;
  if (n < 6 || now.length !== n) return undefined;
  const slope = slopes(before, positions);
  let [cc, cs, ss, cd, sd] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [c, s, d] = [before[i]!, slope[i]!, now[i]! - before[i]!];
    cc += c * c;
    cs += c * s;
    ss += s * s;
    cd += c * d;
    sd += s * d;
  }
  const determinant = cc * ss - cs * cs;
  if (!(determinant > 1e-9 * cc * cc)) return undefined;
  const growth = (ss * cd - cs * sd) / determinant;
  const shift = (cc * sd - cs * cd) / determinant;
  const left = before.reduce((sum, c, i) => sum + (now[i]! - c - growth * c - shift * slope[i]!) ** 2, 0);
  const deviation = Math.sqrt(((left / (n - 2)) * cc) / determinant);
  return { shift, deviation, asked: Math.abs(shift) >= least && Math.abs(shift) > certain * deviation };
}
