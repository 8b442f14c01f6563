/**
 * A number with its error, carried to first order through arithmetic.
 *
 *   x = value + Σₖ tₖ zₖ,   f(x₁ … xₘ):  tₖ = Σⱼ (∂f/∂xⱼ) tⱼₖ,   s² = Σₖ tₖ²,   interval = value ± 1.96 s
 *
 * | symbol | meaning                                                                                     |
 * | ------ | ------------------------------------------------------------------------------------------- |
 * | zₖ     | independent standard normal errors by name: a rater, one limb on one occasion, one reading   |
 * | tₖ     | what one standard deviation of that error moves the number by, with its sign                |
 * | s      | standard deviation of the number; 1.96 s is half of its 95 % interval                        |
 *
 * An error that two numbers share cancels in their difference and their ratio by itself: what a rater adds to both arms
 * does not count in the excess of one over the other. First order holds for errors of a few per cent, as a tape has them.
 */

/** Standard deviations from the middle within which 95 and 99 % of a normal distribution lie. */
export const z95 = 1.959964;
export const z99 = 2.575829;

export interface Estimate {
  readonly value: number;
  /** tₖ by the name of the error, in the unit of the value. */
  readonly terms: Readonly<Record<string, number>>;
}

export type Interval = readonly [low: number, high: number];

/** A number without error. */
export function exactly(value: number): Estimate {
  return { value, terms: {} };
}

/** A number computed from others: its value, and ∂f/∂x beside each of them. */
export function combined(value: number, parts: readonly (readonly [gradient: number, part: Estimate])[]): Estimate {
  const terms: Record<string, number> = {};
  for (const [gradient, part] of parts) {
    for (const [name, term] of Object.entries(part.terms)) terms[name] = (terms[name] ?? 0) + gradient * term;
  }
  return { value, terms };
}

/** Standard deviation, in the unit of the value. */
export function deviation({ terms }: Estimate): number {
  return Math.hypot(...Object.values(terms));
}

/** The 95 % interval. */
export function interval95(estimate: Estimate): Interval {
  const half = z95 * deviation(estimate);
  return [estimate.value - half, estimate.value + half];
}

/** a − b. */
export function minus(a: Estimate, b: Estimate): Estimate {
  return combined(a.value - b.value, [
    [1, a],
    [-1, b],
  ]);
}

/** Product of powers of several numbers: ∏ xⱼ^pⱼ. */
export function powers(parts: readonly (readonly [power: number, part: Estimate])[]): Estimate {
  const value = parts.reduce((product, [power, part]) => product * part.value ** power, 1);
  return combined(
    value,
    parts.map(([power, part]) => [(power * value) / part.value, part] as const),
  );
}

/** The number plus a constant. */
export function shifted({ value, terms }: Estimate, by: number): Estimate {
  return { value: value + by, terms };
}

/** Mean of several numbers; errors they do not share shrink. */
export function meanOf(parts: readonly Estimate[]): Estimate {
  const share = 1 / parts.length;
  return combined(
    parts.reduce((sum, { value }) => sum + share * value, 0),
    parts.map((part) => [share, part] as const),
  );
}
