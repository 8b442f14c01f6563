/**
 * Logarithms and e^x − 1 from additions, multiplications and divisions alone: the same bits in every engine, which the
 * language does not promise of Math.log, Math.log1p and Math.expm1.
 *
 *   ln x = k ln 2 + ln(1 + f),   x = 2^k (1 + f),   √½ ≤ 1 + f < √2
 *   ln(1 + f) = f − f²/2 + s (f²/2 + R),   s = f/(2 + f),   R = Σₙ 2 s²ⁿ/(2n + 1), n = 1 … 11
 *   ln(1 + x) = ln u · x/(u − 1),   e^x − 1 = (v − 1) · x/ln v,   u = 1 + x, v = e^x as rounded
 *
 * The last two are Kahan's: what rounding does to u and v falls out of the quotient. Within 4 units of the last place.
 */
import { exp } from "./elementary.ts";

const number = new Float64Array(1);
const word = new Uint32Array(number.buffer);
const high = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;
/** ln 2 in two parts; multiples of the first up to 2^11 are exact. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const odd = Float64Array.from({ length: 11 }, (_, n) => 2 / (2 * n + 3));

/** ln x; −∞ at 0, NaN below, ∞ at ∞. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  // Numbers too small to be written with a leading one are brought up first.
  const small = x < 2.2250738585072014e-308;
  number[0] = small ? x * 18014398509481984 : x;
  const bits = word[high]!;
  let k = (bits >>> 20) - (small ? 1077 : 1023);
  word[high] = (bits & 0xfffff) | 0x3ff00000;
  let m = number[0]!;
  if (m >= Math.SQRT2) {
    m *= 0.5;
    k++;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  let r = 0;
  for (let n = 10; n >= 0; n--) r = z * (odd[n]! + r);
  const half = 0.5 * f * f;
  return k * ln2High - (half - (s * (half + r) + k * ln2Low) - f);
}

/** ln(1 + x), exact for small x. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  return u > 0 && u < Number.POSITIVE_INFINITY ? (log(u) * x) / (u - 1) : log(u);
}

/** e^x − 1, exact for small x. */
export function expm1(x: number): number {
  const v = exp(x);
  if (v === 1) return x;
  const less = v - 1;
  return less === -1 || x > 30 ? less : (less * x) / log(v);
}
