/**
 * LU factorisation of a sparse matrix with a fixed pattern: the order of elimination and the fill-in are found once
 * (minimum degree on the symmetric pattern), then every matrix of that pattern is factorised without allocation.
 *
 * No pivoting: the matrices here are those of implicit time steps of a compartment network, whose diagonal dominates.
 */
export interface SparseLu {
  readonly size: number;
  /** Slot of entry (row, column) in `values`; ask once per entry, then write by slot. */
  slot(row: number, column: number): number;
  readonly values: Float64Array;
  /** Factorises `values`; false when a pivot vanished. */
  factorise(): boolean;
  /** Solves A x = b in place. */
  solve(b: Float64Array): void;
}

/** Least neighbours first; buckets by degree, so that a tree of n places takes O(n). */
function minimumDegreeOrder(size: number, neighbours: readonly Set<number>[]): number[] {
  const graph = neighbours.map((set) => new Set(set));
  const buckets: Set<number>[] = [];
  const bucket = (degree: number) => (buckets[degree] ??= new Set());
  for (let n = 0; n < size; n++) bucket(graph[n]!.size).add(n);
  const order: number[] = [];
  let least = 0;
  while (order.length < size) {
    while ((buckets[least]?.size ?? 0) === 0) least++;
    const [best] = buckets[least]!;
    buckets[least]!.delete(best!);
    order.push(best!);
    const clique = [...graph[best!]!];
    for (const a of clique) {
      bucket(graph[a]!.size).delete(a);
      graph[a]!.delete(best!);
      for (const b of clique) if (a !== b) graph[a]!.add(b);
      bucket(graph[a]!.size).add(a);
    }
    least = Math.max(0, least - 1);
  }
  return order;
}

/** What a pattern alone decides: the order of elimination, where fill-in arises, which product goes where. */
interface Structure {
  /** The entries it was found for, row · size + column, as they were given. */
  readonly entries: readonly number[];
  readonly size: number;
  readonly order: readonly number[];
  readonly rank: Int32Array;
  readonly start: Int32Array;
  readonly columns: Int32Array;
  readonly diagonal: Int32Array;
  readonly slotOf: ReadonlyMap<number, number>;
  /** For every product that elimination subtracts, in its order, the slot it is subtracted from. */
  readonly targets: Int32Array;
}

function structureOf(size: number, entries: readonly number[]): Structure {
  const neighbours = Array.from({ length: size }, () => new Set<number>());
  for (const entry of entries) {
    const [row, column] = [Math.floor(entry / size), entry % size];
    if (row === column) continue;
    neighbours[row]!.add(column);
    neighbours[column]!.add(row);
  }
  const order = minimumDegreeOrder(size, neighbours);
  const rank = new Int32Array(size);
  order.forEach((n, place) => {
    rank[n] = place;
  });

  const rows: number[][] = [];
  for (let i = 0; i < size; i++) {
    const columns = new Set<number>([i]);
    for (const n of neighbours[order[i]!]!) columns.add(rank[n]!);
    const pending = [...columns].filter((c) => c < i).sort((a, b) => a - b);
    for (let at = 0; at < pending.length; at++) {
      const k = pending[at]!;
      for (const c of rows[k]!) {
        if (c <= k || columns.has(c)) continue;
        columns.add(c);
        if (c < i) {
          let place = at + 1;
          while (place < pending.length && pending[place]! < c) place++;
          pending.splice(place, 0, c);
        }
      }
    }
    rows.push([...columns].sort((a, b) => a - b));
  }

  const start = new Int32Array(size + 1);
  for (let i = 0; i < size; i++) start[i + 1] = start[i]! + rows[i]!.length;
  const columns = Int32Array.from(rows.flat());
  const diagonal = new Int32Array(size);
  const slotOf = new Map<number, number>();
  for (let i = 0; i < size; i++) {
    for (let s = start[i]!; s < start[i + 1]!; s++) {
      const c = columns[s]!;
      if (c === i) diagonal[i] = s;
      slotOf.set(i * size + c, s);
    }
  }
  const targets: number[] = [];
  for (let i = 0; i < size; i++) {
    for (let s = start[i]!; s < diagonal[i]!; s++) {
      const k = columns[s]!;
      for (let u = diagonal[k]! + 1; u < start[k + 1]!; u++) targets.push(slotOf.get(i * size + columns[u]!)!);
    }
  }
  return { entries, size, order, rank, start, columns, diagonal, slotOf, targets: Int32Array.from(targets) };
}

/** Patterns met last: virtual bodies all have the same, and finding its structure takes as long as dozens of steps. */
const recent: Structure[] = [];
const mostRecent = 4;

function knownStructure(size: number, entries: readonly number[]): Structure {
  const place = recent.findIndex(
    (known) =>
      known.size === size &&
      known.entries.length === entries.length &&
      known.entries.every((entry, n) => entry === entries[n]),
  );
  const [known = structureOf(size, entries)] = place < 0 ? [] : recent.splice(place, 1);
  recent.unshift(known);
  recent.length = Math.min(recent.length, mostRecent);
  return known;
}

/** Prepares the factorisation of every matrix with entries at `pattern` (the diagonal is added). */
export function sparseLu(size: number, pattern: Iterable<readonly [number, number]>): SparseLu {
  const entries = Array.from(pattern, ([row, column]) => row * size + column);
  const { order, rank, start, columns, diagonal, slotOf, targets } = knownStructure(size, entries);
  const values = new Float64Array(columns.length);
  const factors = new Float64Array(columns.length);
  const work = new Float64Array(size);

  return {
    size,
    values,
    slot(row, column) {
      const slot = slotOf.get(rank[row]! * size + rank[column]!);
      if (slot === undefined) throw new RangeError(`entry (${row}, ${column}) is not in the pattern`);
      return slot;
    },
    factorise() {
      factors.set(values);
      let place = 0;
      for (let i = 0; i < size; i++) {
        const middle = diagonal[i]!;
        for (let s = start[i]!; s < middle; s++) {
          const k = columns[s]!;
          const first = diagonal[k]! + 1;
          const end = start[k + 1]!;
          const factor = factors[s]! / factors[first - 1]!;
          factors[s] = factor;
          if (factor === 0) {
            place += end - first;
            continue;
          }
          for (let u = first; u < end; u++) {
            const t = targets[place++]!;
            factors[t] = factors[t]! - factor * factors[u]!;
          }
        }
        if (!(Math.abs(factors[middle]!) > 1e-300)) return false;
      }
      return true;
    },
    solve(b) {
      for (let i = 0; i < size; i++) {
        let sum = b[order[i]!]!;
        for (let s = start[i]!; s < diagonal[i]!; s++) sum -= factors[s]! * work[columns[s]!]!;
        work[i] = sum;
      }
      for (let i = size - 1; i >= 0; i--) {
        let sum = work[i]!;
        for (let s = diagonal[i]! + 1; s < start[i + 1]!; s++) sum -= factors[s]! * work[columns[s]!]!;
        work[i] = sum / factors[diagonal[i]!]!;
      }
      for (let i = 0; i < size; i++) b[order[i]!] = work[i]!;
    },
  };
}
