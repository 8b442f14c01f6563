/**
 * The standard normal distribution.
 *
 *   lower tail Φ(x): series Φ = ½ + φ(x) (x + x³/3 + x⁵/(3·5) + …) near zero (Marsaglia, J Stat Softw 2004;11:4);
 *   continued fraction φ(x) / (x + 1/(x + 2/(x + …))) in the tail, so that small probabilities keep their digits.
 *   quantile: rational functions of Wichura (AS 241 "PPND16", Appl Stat 1988;37:477), relative error about 1e-16.
 */

const rootTwoPi = Math.sqrt(2 * Math.PI);
/** Where the series gives way to the continued fraction. */
const tail = 3;

function density(x: number): number {
  return Math.exp(-0.5 * x * x) / rootTwoPi;
}

function farTail(x: number): number {
  let fraction = x;
  for (let k = 120; k >= 1; k--) fraction = x + k / fraction;
  return density(x) / fraction;
}

/** Probability below `x`. Relative error below 1e-13 down to x = −37, where it leaves the range of doubles. */
export function normalBelow(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x < -tail) return x < -39 ? 0 : farTail(-x);
  if (x > tail) return 1 - (x > 39 ? 0 : farTail(x));
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * density(x);
}

function ratio(above: readonly number[], below: readonly number[], r: number): number {
  const value = (coefficients: readonly number[]) => coefficients.reduceRight((sum, c) => sum * r + c, 0);
  return value(above) / value(below);
}

const centralAbove = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const centralBelow = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852546,
];
const middleAbove = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const middleBelow = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const farAbove = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const farBelow = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
];

/** The value below which a share `p` of a standard normal lies; ∓∞ at 0 and 1, NaN outside. */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(centralAbove, centralBelow, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  if (r === Number.POSITIVE_INFINITY) return Math.sign(q) * r;
  const size = r <= 5 ? ratio(middleAbove, middleBelow, r - 1.6) : ratio(farAbove, farBelow, r - 5);
  return Math.sign(q) * size;
}
