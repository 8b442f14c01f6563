/**
 * The strength of an effect that is only reported when it looks strong.
 *
 *   x ~ N(δ, 1) given |x| > c:      likeliest δ: max of −(x − δ)²/2 − ln P(|x| > c);      interval: P(x' ≥ x given |x'| > c) = 2.5 and 97.5 %
 *
 * | symbol | meaning                                                       | source                     |
 * | ------ | ------------------------------------------------------------- | -------------------------- |
 * | x      | effect seen, in standard deviations, without its sign          | the readings               |
 * | c      | bound from which on an effect counts as found                  | `decay-profile.ts`         |
 * | δ      | strength it comes from; smaller than x, the more the nearer x lies to c | Hedges 1984, *textbook* |
 */

/** Upper tail of the normal distribution (Abramowitz & Stegun 26.2.17, *textbook*; error under 1e-7). */
function tail(x: number): number {
  if (x < 0) return 1 - tail(-x);
  const t = 1 / (1 + 0.2316419 * x);
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

/** P(|x| > c). */
function reported(strength: number, bound: number): number {
  return tail(bound - strength) + tail(bound + strength);
}

/** Likeliest δ behind a seen x, both positive. */
export function likeliestStrength(seen: number, bound: number): number {
  let [strength, most] = [seen, Number.NEGATIVE_INFINITY];
  const tries = 80;
  for (let i = 0; i <= tries; i++) {
    const tried = (seen * i) / tries;
    const likelihood = -((seen - tried) ** 2) / 2 - Math.log(reported(tried, bound));
    if (likelihood > most) [strength, most] = [tried, likelihood];
  }
  return strength;
}

/** The least δ that gives a seen x or a larger one in 2.5 % of the reports; may be negative: the sign is open then. */
export function leastStrength(seen: number, bound: number): number {
  const larger = (strength: number) => tail(seen - strength) / reported(strength, bound);
  let [low, high] = [-seen, seen];
  for (let round = 0; round < 50; round++) {
    const middle = (low + high) / 2;
    if (larger(middle) > 0.025) high = middle;
    else low = middle;
  }
  return low;
}
