/** Sums of arrays with factors, the arithmetic of every step. No allocation. */

/** Shorter arrays are copied faster by a loop than by a call of `set`. */
const short = 100;

/** out = from. */
export function copy(out: Float64Array, from: Float64Array): void {
  if (from.length > short) out.set(from);
  else for (let k = 0; k < from.length; k++) out[k] = from[k]!;
}

/** out = base + Σ factor_i · term_i over the first `count` entries, three terms at a time; `base` absent for zero. */
export function combine(
  out: Float64Array,
  base: Float64Array | undefined,
  factors: Float64Array,
  terms: readonly Float64Array[],
  count: number,
): void {
  const { length } = terms;
  let from = base;
  let i = 0;
  if (from === undefined) {
    i = setSome(out, factors, terms, count);
    from = out;
  }
  for (; i + 2 < length; i += 3) {
    addThree(out, from, factors, terms, i, count);
    from = out;
  }
  if (i + 1 < length) addTwo(out, from, factors, terms, i, count);
  else if (i < length) addOne(out, from, factors[i]!, terms[i]!, count);
  else if (from !== out) copy(out, from);
}

/** out = the first terms, three where there are so many. @returns how many. */
function setSome(out: Float64Array, factors: Float64Array, terms: readonly Float64Array[], count: number): number {
  const { length } = terms;
  if (length === 0) {
    out.fill(0, 0, count);
    return 0;
  }
  const f = factors[0]!;
  const a = terms[0]!;
  if (length === 1) {
    for (let k = 0; k < count; k++) out[k] = f * a[k]!;
    return 1;
  }
  const g = factors[1]!;
  const b = terms[1]!;
  if (length === 2) {
    for (let k = 0; k < count; k++) out[k] = f * a[k]! + g * b[k]!;
    return 2;
  }
  const h = factors[2]!;
  const c = terms[2]!;
  for (let k = 0; k < count; k++) out[k] = f * a[k]! + g * b[k]! + h * c[k]!;
  return 3;
}

function addThree(
  out: Float64Array,
  base: Float64Array,
  factors: Float64Array,
  terms: readonly Float64Array[],
  i: number,
  count: number,
): void {
  const f = factors[i]!;
  const g = factors[i + 1]!;
  const h = factors[i + 2]!;
  const a = terms[i]!;
  const b = terms[i + 1]!;
  const c = terms[i + 2]!;
  for (let k = 0; k < count; k++) out[k] = base[k]! + f * a[k]! + g * b[k]! + h * c[k]!;
}

function addTwo(
  out: Float64Array,
  base: Float64Array,
  factors: Float64Array,
  terms: readonly Float64Array[],
  i: number,
  count: number,
): void {
  const f = factors[i]!;
  const g = factors[i + 1]!;
  const a = terms[i]!;
  const b = terms[i + 1]!;
  for (let k = 0; k < count; k++) out[k] = base[k]! + f * a[k]! + g * b[k]!;
}

function addOne(out: Float64Array, base: Float64Array, factor: number, term: Float64Array, count: number): void {
  for (let k = 0; k < count; k++) out[k] = base[k]! + factor * term[k]!;
}

/** A row of a tableau without its zeros: which stages count, and by how much. */
export interface SparseRow {
  readonly stages: readonly number[];
  readonly factors: Float64Array;
}

/** The entries of a row that are not zero. */
export function sparseRow(row: readonly number[]): SparseRow {
  const stages = row.flatMap((factor, i) => (factor === 0 ? [] : [i]));
  return { stages, factors: Float64Array.from(stages, (i) => row[i]!) };
}

/** A row ready to use: its terms picked from the stages, its factors times a number that changes from step to step. */
export interface ReadyRow {
  readonly terms: readonly Float64Array[];
  readonly factors: Float64Array;
  readonly scaled: Float64Array;
}

/** Picks the terms of a row once. */
export function readyRow(row: readonly number[], stages: readonly Float64Array[]): ReadyRow {
  const sparse = sparseRow(row);
  return {
    terms: sparse.stages.map((i) => stages[i]!),
    factors: sparse.factors,
    scaled: new Float64Array(sparse.factors.length),
  };
}

/** out = base + scale · Σ row. */
export function combineRow(
  out: Float64Array,
  base: Float64Array | undefined,
  row: ReadyRow,
  scale: number,
  count: number,
): void {
  const { factors, scaled } = row;
  for (let i = 0; i < factors.length; i++) scaled[i] = scale * factors[i]!;
  combine(out, base, scaled, row.terms, count);
}
