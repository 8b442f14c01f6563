/**
 * Slopes at the nodes of a cubic Hermite interpolant that is monotone wherever its data are.
 *
 *   δᵢ = (yᵢ₊₁ − yᵢ)/hᵢ;   dᵢ = 0 where δᵢ₋₁ δᵢ ≤ 0, else
 *   dᵢ = (hᵢ δᵢ₋₁ + hᵢ₋₁ δᵢ)/(hᵢ₋₁ + hᵢ), no steeper than 3 min(|δᵢ₋₁|, |δᵢ|)
 *
 * Fritsch and Carlson, SIAM J Numer Anal 1980;17:238: monotone when every slope lies between 0 and three times the secants
 * beside it. The weighted mean is the slope of the parabola through the three points.
 */

/** Slope at an end of the data: none, or that of the last secant. */
export type EndSlope = "flat" | "secant";

/** @param x rising; two nodes or more. */
export function monotoneSlopes(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  first: EndSlope,
  last: EndSlope,
): Float64Array {
  const end = x.length - 1;
  const secant = (i: number) => (y[i + 1]! - y[i]!) / (x[i + 1]! - x[i]!);
  const slopes = new Float64Array(x.length);
  slopes[0] = first === "flat" ? 0 : secant(0);
  slopes[end] = last === "flat" ? 0 : secant(end - 1);
  for (let i = 1; i < end; i++) {
    const before = secant(i - 1);
    const after = secant(i);
    if (before * after <= 0) continue;
    const left = x[i]! - x[i - 1]!;
    const right = x[i + 1]! - x[i]!;
    const parabola = (right * before + left * after) / (left + right);
    const steepest = 3 * Math.min(Math.abs(before), Math.abs(after));
    slopes[i] = Math.sign(parabola) * Math.min(Math.abs(parabola), steepest);
  }
  return slopes;
}
