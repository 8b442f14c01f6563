/**
 * Direction numbers of the Sobol sequence: primitive polynomials over GF(2) and the first direction integers m₁ … m_s of
 * Joe and Kuo (SIAM J Sci Comput 2008;30:2635, set "new-joe-kuo-6"), dimensions 2 to 40.
 *
 * A row is the polynomial in binary (19 = 10011 is x⁴ + x + 1), then the m. Dimension 1 is van der Corput's sequence.
 * The rest follow from   m_k = 2a₁m_{k−1} ⊕ 4a₂m_{k−2} ⊕ … ⊕ 2^s m_{k−s} ⊕ m_{k−s}.
 */
const table: readonly (readonly number[])[] = [
  [3, 1],
  [7, 1, 3],
  [11, 1, 3, 1],
  [13, 1, 1, 1],
  [19, 1, 1, 3, 3],
  [25, 1, 3, 5, 13],
  [37, 1, 1, 5, 5, 17],
  [41, 1, 1, 5, 5, 5],
  [47, 1, 1, 7, 11, 19],
  [55, 1, 1, 5, 1, 1],
  [59, 1, 1, 1, 3, 11],
  [61, 1, 3, 5, 5, 31],
  [67, 1, 3, 3, 9, 7, 49],
  [91, 1, 1, 1, 15, 21, 21],
  [97, 1, 3, 1, 13, 27, 49],
  [103, 1, 1, 1, 15, 7, 5],
  [109, 1, 3, 1, 15, 13, 25],
  [115, 1, 1, 5, 5, 19, 61],
  [131, 1, 3, 7, 11, 23, 15, 103],
  [137, 1, 3, 7, 13, 13, 15, 69],
  [143, 1, 1, 3, 13, 7, 35, 63],
  [145, 1, 3, 5, 9, 1, 25, 53],
  [157, 1, 3, 1, 13, 9, 35, 107],
  [167, 1, 3, 1, 5, 27, 61, 31],
  [171, 1, 1, 5, 11, 19, 41, 61],
  [185, 1, 3, 5, 3, 3, 13, 69],
  [191, 1, 1, 7, 13, 1, 19, 1],
  [193, 1, 3, 7, 5, 13, 19, 59],
  [203, 1, 1, 3, 9, 25, 29, 41],
  [211, 1, 3, 5, 13, 23, 1, 55],
  [213, 1, 3, 7, 3, 13, 59, 17],
  [229, 1, 3, 1, 3, 5, 53, 69],
  [239, 1, 1, 5, 5, 23, 33, 13],
  [241, 1, 1, 7, 7, 1, 61, 123],
  [247, 1, 1, 7, 9, 13, 61, 49],
  [253, 1, 3, 3, 5, 3, 55, 33],
  [285, 1, 3, 1, 15, 31, 13, 49, 245],
  [299, 1, 3, 5, 15, 31, 59, 63, 97],
  [301, 1, 3, 1, 11, 11, 11, 77, 249],
];

/** Most axes a Sobol design can have. */
export const mostSobolAxes: number = table.length + 1;

/** Bits of every coordinate. */
export const sobolBits = 32;

/** The 32 direction numbers of an axis (counted from 0) as 32-bit words; axis 0 is van der Corput's. */
export function sobolDirections(axis: number): Uint32Array {
  const words = new Uint32Array(sobolBits);
  const [polynomial = 1, ...first] = table[axis - 1] ?? [1];
  const degree = first.length;
  for (let k = 0; k < sobolBits; k++) {
    const shift = sobolBits - 1 - k;
    if (degree === 0) words[k] = 2 ** shift;
    else if (k < degree) words[k] = (first[k] ?? 0) * 2 ** shift;
    else {
      const last = words[k - degree]!;
      let word = last ^ (last >>> degree);
      for (let i = 1; i < degree; i++) if ((polynomial >>> (degree - i)) & 1) word ^= words[k - i]!;
      words[k] = word >>> 0;
    }
  }
  return words;
}
