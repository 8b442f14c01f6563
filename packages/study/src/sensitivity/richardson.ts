/**
 * A derivative from central differences at steps h, h/2, h/4, …, with an estimate of its error.
 *
 *   A(l, 0) = (f(x + h/2ˡ) − f(x − h/2ˡ)) / (2h/2ˡ)
 *   A(l, m) = (4ᵐ A(l, m−1) − A(l−1, m−1)) / (4ᵐ − 1)          (Richardson 1911: the error of order h²ᵐ falls away)
 *   error   = the larger difference of A(l, m) from the two it was made of, never below (noise + ε |f|) / h
 *
 * The entry with the smallest error is taken (Ridders, Adv Eng Softw 1982;4:75): long steps suffer from curvature, short
 * ones from the noise of the model, and the table shows where the two meet. Two noisy entries may agree by chance; so the
 * noise is read from how far the last rungs still move. The error is an estimate, not a bound.
 */

export interface Derivative {
  readonly value: number;
  readonly error: number;
}

/** Values of f above and below x, the longest step first; NaN where the model failed. */
export interface Ladder {
  readonly step: number;
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/** A(l, m), row by row. */
function tableOf({ step, above, below }: Ladder): number[][] {
  const table: number[][] = [];
  for (let l = 0; l < above.length; l++) {
    const row = [((above[l] ?? Number.NaN) - (below[l] ?? Number.NaN)) / ((2 * step) / 2 ** l)];
    for (let m = 1; m <= l; m++) row.push(row[m - 1]! + (row[m - 1]! - table[l - 1]![m - 1]!) / (4 ** m - 1));
    table.push(row);
  }
  return table;
}

/** Noise of f: what the last rungs of a column that should have settled still change, as a difference of f. */
function noiseOf(table: readonly (readonly number[])[], step: number): number {
  const m = Math.min(2, table.length - 2);
  let noise = 0;
  for (let l = Math.max(m + 1, table.length - 3); l < table.length; l++) {
    const change = Math.abs(table[l]![m]! - table[l - 1]![m]!) * (step / 2 ** l);
    if (change > noise) noise = change;
  }
  return noise;
}

/** The derivative at the middle of a ladder of two rungs or more; NaN where no two neighbouring rungs could be computed. */
export function richardson(ladder: Ladder): Derivative {
  const { step, above, below } = ladder;
  const table = tableOf(ladder);
  const noise = noiseOf(table, step);
  let best: Derivative = { value: Number.NaN, error: Number.NaN };
  for (const [l, row] of table.entries()) {
    const size = Math.abs(above[l] ?? Number.NaN) + Math.abs(below[l] ?? Number.NaN);
    const least = (noise + Number.EPSILON * size) / (step / 2 ** l);
    for (let m = 1; m <= l; m++) {
      const value = row[m]!;
      const error = Math.max(Math.abs(value - row[m - 1]!), Math.abs(value - table[l - 1]![m - 1]!), least);
      if (error < best.error || Number.isNaN(best.error)) best = { value, error };
    }
  }
  return Number.isNaN(best.error) ? { value: Number.NaN, error: Number.NaN } : best;
}
